import pg from 'pg'

/** Removes a tenant with everything it has, as the owner of the tables. Order follows the foreign keys. */
export const removeTenantData = async (adminUrl: string, slug: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('begin; set local role cq_owner')
    const { rows } = await admin.query<{ tenant_id: string }>('select tenant_id from tenancy.tenant where slug = $1 for update', [slug])
    const tenantId = rows[0]?.tenant_id
    if (tenantId) {
      // The trail goes by the way that leaves an anchor.
      await admin.query(`select audit.forget_before($1, 'infinity', 'the organisation was removed')`, [tenantId])
      for (const table of tenantTables) await admin.query(`delete from ${table} where tenant_id = $1`, [tenantId])
      // Channels and flows refer to each other.
      await admin.query('update flows.flow set published_version_id = null where tenant_id = $1', [tenantId])
      for (const table of ['channels.channel', 'flows.version', 'flows.flow', 'identity.membership', 'tenancy.tenant'])
        await admin.query(`delete from ${table} where tenant_id = $1`, [tenantId])
    }
    await admin.query('commit')
  } finally {
    await admin.end()
  }
}

const tenantTables = [
  'simulator.screen',
  'simulator.phone',
  'simulator.fault',
  'flows.run',
  'conversations.conversation_tag',
  'conversations.tag',
  'conversations.message',
  'conversations.conversation',
  'contacts.identity',
  'contacts.contact',
  'channels.log',
  'files.file',
  'platform.job',
  'platform.lane',
  'platform.dead_letter',
  'platform.inbox',
  'platform.outbox',
  'platform.event_pending',
  'platform.event',
  'platform.event_counter',
  'platform.event_cursor',
  'platform.idempotency',
  'audit.pending',
  'audit.head',
]

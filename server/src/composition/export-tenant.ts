import { Readable } from 'node:stream'
import pg from 'pg'
import { tenantTables } from './tenant-tables.ts'

/** Rows that are read at a time: what is in memory does not grow with the tenant. */
const batch = 500

/** Answers that were kept for repeated requests may hold what is told only once. */
const unshown = new Set(['platform.idempotency'])

/** Accounts are the host's and stand in no table of the tenant; without their names and addresses nobody would know whose all of it was. */
const people = { name: 'identity.member_card', shown: ['tenant_id', 'id', 'name', 'email', 'role', 'status'] }

async function* lines(adminUrl: string, tenantId: string): AsyncGenerator<string> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    // One moment for all tables, whatever is written meanwhile.
    await admin.query('begin isolation level repeatable read read only; set local role cq_owner')
    for (const { name, shown } of [...(await tenantTables(admin)), people]) {
      if (unshown.has(name)) continue
      const columns = shown.map((column) => pg.escapeIdentifier(column)).join(', ')
      await admin.query(
        `declare export cursor for select to_jsonb(t) as row from (select ${columns} from ${name} where tenant_id = ${pg.escapeLiteral(tenantId)}) t`,
      )
      for (;;) {
        const { rows } = await admin.query<{ row: unknown }>(`fetch ${batch} from export`)
        if (rows.length === 0) break
        yield `${rows.map(({ row }) => JSON.stringify({ table: name, row })).join('\n')}\n`
      }
      await admin.query('close export')
    }
  } finally {
    await admin.end()
  }
}

/** Everything a tenant has as JSON lines, `{"table", "row"}`, without secrets. */
export const exportTenantRows = (adminUrl: string, tenantId: string): Readable => Readable.from(lines(adminUrl, tenantId))

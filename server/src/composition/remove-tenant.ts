import pg from 'pg'
import { leaveActs } from '#audit'
import type { Files } from '#files'
import { sign } from '#platform/acts/sign'
import { hostTenant } from '#platform/ids'
import { addJobs, type NewJob } from '#platform/lanes/enqueue'
import type { QueueHandler } from '#platform/lanes/handler'
import { type Reference, removalSteps } from './removal-steps.ts'
import { tenantTables } from './tenant-tables.ts'

/** Where the trail of a tenant ended: with it a copy kept elsewhere can still be proved. */
type TrailEnd = { lastSeq: number; lastHash: string }
export type LeavingTenant = { id: string; name: string; slug: string; exportedAt?: string | null }
type Ports = {
  adminUrl: string
  now(): Date
  files: Pick<Files, 'removeBytesOf'>
  channelsOf(tenantId: string): Promise<string[]>
  /** The rows are gone: whoever remembers something of the tenant or its channels is to look again. */
  onGone(gone: Gone): void
}
type Gone = { tenantId: string; channelIds: string[] }

/** Minutes after which what was under way for the tenant, on any node, has ended; what it wrote after the rows had gone goes then. */
const settled = 5

const connected = async <Result>(adminUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  // A lost connection fails the statement under way; as an event that nobody hears it would end the process.
  admin.on('error', () => {})
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** Empties all tables of the tenant, in an order that the database's catalogue tells, in the transaction that the connection is in; how many rows went. */
const removeRows = async (admin: pg.Client, tenantId: string): Promise<number> => {
  let gone = 0
  const tables = (await tenantTables(admin)).map(({ name }) => name)
  for (const step of removalSteps(tables, await references(admin))) {
    const { rowCount } = await admin.query(
      'unset' in step
        ? `update ${step.table} set ${step.unset.map((column) => `${pg.escapeIdentifier(column)} = null`).join(', ')} where tenant_id = $1`
        : `delete from ${step.table} where tenant_id = $1`,
      [tenantId],
    )
    gone += rowCount ?? 0
  }
  return gone
}

const begin = async (admin: pg.Client, tenantId: string): Promise<void> => {
  await admin.query('begin; set local role cq_owner')
  // Trails that nobody may shorten let go of a tenant that leaves as a whole.
  await admin.query(`select set_config('app.removing_tenant', $1, true)`, [tenantId])
}

const trailEnd = async (admin: pg.Client, tenantId: string): Promise<TrailEnd | null> => {
  const text = `select last_seq as "lastSeq", encode(last_hash, 'hex') as "lastHash" from audit.head where tenant_id = $1`
  return (await admin.query<TrailEnd>(text, [tenantId])).rows[0] ?? null
}

/** That an organisation is gone, where its trail ended and since when a copy of it is outside, stays known to the host. */
const sayFarewell = async (admin: pg.Client, { id, name, slug, exportedAt = null }: LeavingTenant, now: Date): Promise<void> => {
  const before = { name, slug, exportedAt, trail: await trailEnd(admin, id) }
  await leaveActs(admin, [hostTenant], [sign({ action: 'tenant.removed', subject: { kind: 'tenant', id, name }, before })], now)
}

/**
 * Removes a tenant with everything it has, as the owner of the tables. Rows, farewell and the job that removes whatever is left go in one transaction:
 * killed before its commit, everything is still there and it is done again; killed after it, the job does the rest.
 */
export const createRemoval = ({ adminUrl, now, files, channelsOf, onGone }: Ports) => {
  const settledAt = () => new Date(now().getTime() + settled * 60_000)
  const jobOf = (gone: Gone): NewJob => ({ queue: 'removals', key: gone.tenantId, payload: gone, runAt: settledAt() })
  /** What a tenant that is gone still has; true when it had rows. */
  const removeLeftovers = async (tenantId: string): Promise<boolean> => {
    const rows = await connected(adminUrl, async (admin) => {
      await begin(admin, tenantId)
      const gone = await removeRows(admin, tenantId)
      await admin.query('commit')
      return gone
    })
    await files.removeBytesOf(tenantId)
    return rows > 0
  }
  const leave = (tenant: LeavingTenant, gone: Gone): Promise<void> =>
    connected(adminUrl, async (admin) => {
      await begin(admin, tenant.id)
      const { rowCount } = await admin.query('select 1 from tenancy.tenant where tenant_id = $1 for update', [tenant.id])
      if (rowCount === 1) {
        await sayFarewell(admin, tenant, now())
        await addJobs(admin, hostTenant, [jobOf(gone)], now())
        await removeRows(admin, tenant.id)
      }
      await admin.query('commit')
    })
  const remove = async (tenant: LeavingTenant): Promise<void> => {
    const gone = { tenantId: tenant.id, channelIds: await channelsOf(tenant.id) }
    await leave(tenant, gone)
    onGone(gone)
    await removeLeftovers(tenant.id)
  }
  const jobs: QueueHandler = {
    queue: 'removals',
    concurrency: 1,
    outside: (_host, [job]) => {
      const gone = job!.payload as Gone
      onGone(gone)
      return removeLeftovers(gone.tenantId)
    },
    // Somebody wrote after the rows had gone: looked at once more, until nobody does.
    handle: async (tx, [job], hadRows) => void (hadRows === true && tx.enqueue(jobOf(job!.payload as Gone))),
  }
  return { remove, jobs }
}
export type Removal = ReturnType<typeof createRemoval>

/** Foreign keys, with those of their columns that may be null and are not the tenant's id. */
const references = async (admin: pg.Client): Promise<Reference[]> =>
  (
    await admin.query<Reference>(
      `select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
         array(select a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and not a.attnotnull) as nullable
       from pg_constraint c where c.contype = 'f' and c.conparentid = 0`,
    )
  ).rows

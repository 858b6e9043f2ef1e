import type { Tx } from '#platform/database/transaction'
import { queue, type FileJob } from './domain/row.ts'
import { removeOrphans } from './orphans.ts'
import type { FilesPorts } from './ports.ts'

const dayMilliseconds = 86_400_000
/** What somebody uploaded and did not send yet may still be in a draft. */
const draftDays = 30
/** What arrived and belongs to nothing: its conversation was removed. The day is for what is just being stored. */
const strayDays = 1
/** Of one tenant in one night; the next night goes on. */
const mostFiles = 5000
const mostLooks = 500

/** Files that other parts of the product refer to, of those asked for. */
export type FileUser = (tx: Tx, ids: readonly string[]) => Promise<readonly string[]>
export type CleaningPorts = FilesPorts & {
  /** Where the age of a message's file counts: conversations. */
  mentioned: FileUser
  /** What is kept however old it is: photos of people. */
  needed: readonly FileUser[]
}

type Candidate = { id: string; location: string; thumbnail_location: string | null; size: number; old: boolean }

/** Old enough for the tenant's retention, or for belonging to nothing. Files for everybody are kept until whoever needs them lets them go. */
const candidatesText = `select id, location, thumbnail_location, size::float8 as size, $2::timestamptz is not null and created_at < $2 as old
  from files.file where tenant_id = $1 and not shared
    and created_at < greatest($2::timestamptz, case when created_by is null then $3::timestamptz else $4::timestamptz end)
    and ($5::uuid is null or id > $5) order by id limit 1000`

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMilliseconds)

const inUse = async (tx: Tx, users: readonly FileUser[], ids: readonly string[]): Promise<Set<string>> => {
  const used = new Set<string>()
  for (const user of users) for (const id of await user(tx, ids)) used.add(id)
  return used
}

const victimsOf = async (ports: CleaningPorts, tx: Tx): Promise<Candidate[]> => {
  const now = ports.now()
  const days = await retentionDays(tx)
  const until = days === null ? null : before(now, days)
  const victims: Candidate[] = []
  for (let after: string | null = null; victims.length < mostFiles;) {
    const { rows }: { rows: Candidate[] } = await tx.query<Candidate>(candidatesText, [
      tx.tenantId,
      until,
      before(now, strayDays),
      before(now, draftDays),
      after,
    ])
    if (rows.length === 0) break
    after = rows.at(-1)!.id
    const ids = rows.map(({ id }) => id)
    const needed = await inUse(tx, ports.needed, ids)
    const mentioned = await inUse(tx, [ports.mentioned], ids)
    victims.push(...rows.filter(({ id, old }) => !needed.has(id) && (old || !mentioned.has(id))))
  }
  return victims.slice(0, mostFiles)
}

/**
 * Lets go of a tenant's files that are older than it keeps them, and of those that belong to nothing, as one act of the trail. The rows go in one
 * transaction, the bytes after it; what a kill leaves of them belongs to no row and goes the next night.
 */
export const cleanFiles = async (ports: CleaningPorts, tenantId: string): Promise<{ expired: number; unused: number; bytes: number }> => {
  const gone = await ports.database.inTenant(tenantId, async (tx) => {
    const victims = await victimsOf(ports, tx)
    if (victims.length === 0) return victims
    await tx.query('delete from files.file where tenant_id = $1 and id = any($2::uuid[])', [tenantId, victims.map(({ id }) => id)])
    tx.record({ action: 'file.cleaned', after: summary(victims) })
    return victims
  })
  for (const { location, thumbnail_location } of gone)
    for (const place of [location, thumbnail_location])
      if (place) await ports.store.remove(place).catch((error) => ports.log.warn({ err: error }, 'bytes of a file stay'))
  await removeOrphans(ports, tenantId)
  await lookAgain(ports, tenantId)
  return summary(gone)
}

const summary = (files: readonly Candidate[]) => ({
  expired: files.filter(({ old }) => old).length,
  unused: files.filter(({ old }) => !old).length,
  bytes: files.reduce((sum, { size }) => sum + size, 0),
})

/** Files that nobody has looked into: of times before it was done, or because the store was away for long. */
const lookAgain = (ports: CleaningPorts, tenantId: string): Promise<void> =>
  ports.database.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select id from files.file where tenant_id = $1 and looked_at is null and state = 'stored' and created_at < $2 order by id desc limit $3`,
      [tenantId, before(ports.now(), strayDays), mostLooks],
    )
    for (const { id } of rows) tx.enqueue({ queue, key: id, payload: { look: id } satisfies FileJob })
  })

/** Days that the tenant keeps files; null = for ever. */
export const retentionDays = async (tx: Tx): Promise<number | null> =>
  (await tx.query<{ days: number }>('select days from files.retention where tenant_id = $1', [tx.tenantId])).rows[0]?.days ?? null

export const setRetention = async (tx: Tx, days: number | null): Promise<void> => {
  const earlier = await retentionDays(tx)
  if (days === null) await tx.query('delete from files.retention where tenant_id = $1', [tx.tenantId])
  else await tx.query('insert into files.retention (tenant_id, days) values ($1, $2) on conflict (tenant_id) do update set days = $2', [tx.tenantId, days])
  tx.record({ before: { days: earlier }, after: { days } })
}

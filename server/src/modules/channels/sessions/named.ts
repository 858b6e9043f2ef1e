import { Id } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'

/** The channels that somebody may mean by an id or a name: the one of that id, else up to two of that name. */
export const channelsNamed = async (tx: Tx, reference: string): Promise<string[]> => {
  const id = Id.safeParse(reference).data ?? null
  const { rows } = await tx.query<{ id: string }>(
    'select id from channels.channel where tenant_id = $1 and deleted_at is null and (id = $2::uuid or name = $3) order by id = $2::uuid desc nulls last, id limit 2',
    [tx.tenantId, id, reference],
  )
  const found = rows.map((row) => row.id)
  return found[0] === id ? found.slice(0, 1) : found
}

/** The id of the channel that is meant by its id or its name. Of two with one name neither is guessed. */
export const channelNamed = async (tx: Tx, reference: string): Promise<string> => {
  const [found, other] = await channelsNamed(tx, reference)
  if (found === undefined) throw absent('session')
  if (other !== undefined) throw new Failure('absent', 'session.name_ambiguous', 'Several channels have this name: give the id of the one that is meant.')
  return found
}

/** Names tell sessions apart, so that none begins under one that is there; no second caller adds it meanwhile through here. */
export const claimName = async (tx: Tx, name: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [`session ${tx.tenantId} ${name}`])
  const { rowCount } = await tx.query('select 1 from channels.channel where tenant_id = $1 and deleted_at is null and name = $2 limit 1', [tx.tenantId, name])
  if (rowCount === 0) return
  const message = 'Another channel has this name.'
  throw new Failure('conflict', 'session.name_taken', message, { errors: [{ path: 'name', code: 'session.name_taken', message }] })
}

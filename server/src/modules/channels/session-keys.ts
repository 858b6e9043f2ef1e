import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import { Overtaken } from './listening/ownership.ts'

/** Whose keys: of the line that a channel holds. */
export type SessionName = { tenantId: string; channelId: string }
/** A kind of keys → its ids → text, or null for one that is taken away. */
export type KeyChanges = Record<string, Record<string, string | null>>

type Ports = {
  database: Database
  /** This process among its peers. */
  node: string
  seal(text: string, about: string): Buffer
  open(sealed: Buffer, about: string): string
}

/** Keys read or written by one statement. A first login writes 812 at once. */
const perStatement = 1000

const aboutOf = ({ tenantId, channelId }: SessionName, kind: string, id: string): string => `session key ${tenantId} ${channelId} ${kind} ${id}`

const slices = <Item>(items: Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / perStatement) }, (_, index) => items.slice(index * perStatement, (index + 1) * perStatement))

const deleteText = `delete from channels.session_key k using unnest($3::text[], $4::text[]) as gone (kind, id)
where k.tenant_id = $1 and k.channel_id = $2 and k.kind = gone.kind and k.id = gone.id`

const putText = `insert into channels.session_key (tenant_id, channel_id, kind, id, sealed)
select $1, $2, kind, id, sealed from unnest($3::text[], $4::text[], $5::bytea[]) as given (kind, id, sealed)
on conflict (tenant_id, channel_id, kind, id) do update set sealed = excluded.sealed`

/**
 * Whoever was overtaken must not write over what the new owner has used meanwhile. A channel that nobody owns is being left by this process. The channel is locked before
 * its owner, as by everybody who locks both: its keys refer to it.
 */
const holdUnlessForeign = async (tx: Tx, node: string, channelId: string): Promise<void> => {
  await tx.query('select 1 from channels.channel where tenant_id = $1 and id = $2 for key share', [tx.tenantId, channelId])
  const { rows } = await tx.query<{ node: string | null }>('select node from channels.owner where tenant_id = $1 and channel_id = $2 for share', [
    tx.tenantId,
    channelId,
  ])
  const owner = rows[0]?.node ?? null
  if (owner !== null && owner !== node) throw new Overtaken('the line is held elsewhere')
}

/**
 * Where the keys of lines lie, sealed. `set` is whole or not at all, and throws `Overtaken` in a process that does not own the channel any more. Nothing takes keys
 * away but `set` and `clear`: no trouble of a line ever does.
 */
export const createSessionKeys = ({ database, node, seal, open }: Ports) => ({
  /** Those of the ids that are there. */
  get: async (session: SessionName, kind: string, ids: string[]): Promise<Record<string, string>> => {
    const found: [string, string][] = []
    await database.inTenant(session.tenantId, async (tx) => {
      for (const some of slices(ids)) {
        const { rows } = await tx.query<{ id: string; sealed: Buffer }>(
          'select id, sealed from channels.session_key where tenant_id = $1 and channel_id = $2 and kind = $3 and id = any($4::text[])',
          [session.tenantId, session.channelId, kind, some],
        )
        for (const { id, sealed } of rows) found.push([id, open(sealed, aboutOf(session, kind, id))])
      }
    })
    return Object.fromEntries(found)
  },
  set: (session: SessionName, changes: KeyChanges): Promise<void> => {
    const { tenantId, channelId } = session
    const given = Object.entries(changes).flatMap(([kind, values]) => Object.entries(values).map(([id, value]) => ({ kind, id, value })))
    const gone = given.filter(({ value }) => value === null)
    const put = given.flatMap(({ kind, id, value }) => (value === null ? [] : [{ kind, id, sealed: seal(value, aboutOf(session, kind, id)) }]))
    return database.inTenant(tenantId, async (tx) => {
      await holdUnlessForeign(tx, node, channelId)
      for (const some of slices(gone)) await tx.query(deleteText, [tenantId, channelId, some.map(({ kind }) => kind), some.map(({ id }) => id)])
      for (const some of slices(put))
        await tx.query(putText, [tenantId, channelId, some.map(({ kind }) => kind), some.map(({ id }) => id), some.map(({ sealed }) => sealed)])
    })
  },
  /** The device is no more: nothing of it is of use to anybody. */
  clear: ({ tenantId, channelId }: SessionName): Promise<void> =>
    database.inTenant(
      tenantId,
      async (tx) => void (await tx.query('delete from channels.session_key where tenant_id = $1 and channel_id = $2', [tenantId, channelId])),
    ),
})
export type SessionKeys = ReturnType<typeof createSessionKeys>

import type { ChannelKind, ChannelState } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import { isDeadText, nodeLockClass } from '#platform/lanes/node'
import type { LineLoad } from '../adapter.ts'

/** Seconds that an ownership lasts without being prolonged. */
export const leaseSeconds = 15

/** States in which a channel is listened to; one that is paused only sends nothing. */
export const listenedStates: ChannelState[] = ['connecting', 'connected', 'paused']

export type Ownership = { tenantId: string; channelId: string; fence: number }
export type Claimed = Ownership & { place: unknown }
/** What is owned, and how its line is, where that is known. */
export type Held = Ownership & { load?: LineLoad | null }
/** `asked`: another node wants to have it, and it is to be let go for that one. */
export type Kept = { channelId: string; changedAt: number; wanted: boolean; asked: boolean }

/** What was let go for somebody is left to them for as long as they asked for it. */
const unasked = '(o.asked_by is null or o.asked_by = $1 or o.asked_until < clock_timestamp())'
const free = `(o.lease_until < clock_timestamp() or (o.node <> $1 and ${isDeadText('o.node', '$2')}) or (o.node is null and ${unasked}))`

const claimText = `with wanted as (
  select c.tenant_id, c.id from channels.channel c left join channels.owner o on o.tenant_id = c.tenant_id and o.channel_id = c.id
  where c.kind = any($3::text[]) and c.deleted_at is null and c.state = any($4::text[]) and (o.channel_id is null or ${free}) order by c.id limit $5),
taken as (
  insert into channels.owner as o (tenant_id, channel_id, node, fence, lease_until)
  select tenant_id, id, $1, 1, clock_timestamp() + make_interval(secs => ${leaseSeconds}) from wanted
  on conflict (tenant_id, channel_id) do update set node = $1, fence = o.fence + 1, lease_until = excluded.lease_until, asked_by = null, asked_until = null,
    told_at = null, unstored = null, process_bytes = null, process_lines = null, line_bytes = null where ${free}
  returning o.tenant_id, o.channel_id, o.fence, o.place)
select tenant_id as "tenantId", channel_id as "channelId", fence::int, place from taken`

const prolongText = `update channels.owner o set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}),
  told_at = case when mine.unstored is not null then clock_timestamp() end, unstored = mine.unstored,
  process_bytes = mine.process_bytes, process_lines = mine.process_lines, line_bytes = mine.line_bytes
from unnest($2::uuid[], $3::uuid[], $4::bigint[], $6::int[], $7::bigint[], $8::int[], $9::bigint[])
  as mine (tenant_id, channel_id, fence, unstored, process_bytes, process_lines, line_bytes), channels.channel c
where o.tenant_id = mine.tenant_id and o.channel_id = mine.channel_id and o.node = $1 and o.fence = mine.fence
  and c.tenant_id = o.tenant_id and c.id = o.channel_id
returning o.channel_id as "channelId", c.updated_at as "changedAt", (c.deleted_at is null and c.state = any($5::text[])) as wanted, (o.asked_by is not null and o.asked_until > clock_timestamp()) as asked`

const releaseText = `update channels.owner o set node = null, lease_until = null, asked_until = case when o.asked_until > clock_timestamp() then clock_timestamp() + make_interval(secs => ${leaseSeconds}) end,
  asked_by = case when o.asked_until > clock_timestamp() then o.asked_by end
from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as mine (tenant_id, channel_id, fence)
where o.tenant_id = mine.tenant_id and o.channel_id = mine.channel_id and o.node = $1 and o.fence = mine.fence`

/**
 * Asks the node that owns most for one channel that works, unless one was asked for and is not here yet. Only whoever owns at least two fewer asks, and what is asked for counts as
 * owned: each move makes the nodes more alike, so that there is an end to moving, and none goes back. Needs the lock of `askLock`.
 */
const askText = `with owned as (
  select case when o.asked_until > clock_timestamp() then o.asked_by else o.node end as node, o.tenant_id, o.channel_id, o.node = $1 or coalesce(o.asked_until > clock_timestamp(), false) as settled, c.state
  from channels.owner o join channels.channel c on c.tenant_id = o.tenant_id and c.id = o.channel_id
  where o.node is not null and o.lease_until > clock_timestamp() and c.kind = any($2::text[])),
fullest as (select node, count(*) as count from owned where node <> $1 group by node order by count(*) desc, node limit 1),
chosen as (
  select tenant_id, channel_id from owned join fullest using (node)
  where not settled and state = 'connected' and fullest.count >= (select count(*) from owned where node = $1) + 2
    and not exists (select 1 from channels.owner where asked_by = $1 and asked_until > clock_timestamp())
  order by channel_id limit 1)
update channels.owner o set asked_by = $1, asked_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
from chosen where o.tenant_id = chosen.tenant_id and o.channel_id = chosen.channel_id and o.node is not null returning o.channel_id as "channelId"`

/** Key of the lock by which nodes ask one after the other. */
const askLock = 7_223_850

const columns = (owned: Ownership[]): unknown[] => [owned.map((one) => one.tenantId), owned.map((one) => one.channelId), owned.map((one) => one.fence)]

const loads = (owned: Held[]): unknown[] => [
  owned.map(({ load }) => load?.unstored ?? null),
  owned.map(({ load }) => load?.memory?.processBytes ?? null),
  owned.map(({ load }) => load?.memory?.lines ?? null),
  owned.map(({ load }) => load?.memory?.lineBytes ?? null),
]

/**
 * One owner per listened channel among all nodes, by a lease in the database. A node that dies lets its advisory lock go, so that others take over at their next
 * look; one that vanished otherwise is overtaken when its leases end. Times are the database's, so that clocks of machines do not matter.
 */
export const createOwnership = ({ database, node }: { database: Database; node: string }) => ({
  /** Takes up to `limit` channels of these kinds that nobody listens to. */
  claim: async (kinds: ChannelKind[], limit: number): Promise<Claimed[]> =>
    (await database.system.query<Claimed>(claimText, [node, nodeLockClass, kinds, listenedStates, limit])).rows,
  /** Prolongs these, telling how their lines are, and answers those that are still owned here. */
  prolong: async (owned: Held[]): Promise<Kept[]> => {
    if (owned.length === 0) return []
    const { rows } = await database.system.query<Omit<Kept, 'changedAt'> & { changedAt: Date }>(prolongText, [
      node,
      ...columns(owned),
      listenedStates,
      ...loads(owned),
    ])
    return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime() }))
  },
  /** Asks another node for one of its channels, where that makes the two more alike; answers its id. */
  askForOne: (kinds: ChannelKind[]): Promise<string | null> =>
    database.asSystem(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [askLock])
      return (await client.query<{ channelId: string }>(askText, [node, kinds])).rows[0]?.channelId ?? null
    }),
  /** What another node asked for is that one's to take for a while, anybody's else. */
  release: async (owned: Ownership[]): Promise<void> => {
    if (owned.length > 0) await database.system.query(releaseText, [node, ...columns(owned)])
  },
})
export type OwnershipOfNode = ReturnType<typeof createOwnership>

/** Somebody else owns the channel now, or nobody does. */
export class Overtaken extends Error {}

type Queries = { query(text: string, values: unknown[]): Promise<{ rowCount: number | null }> }

/** Holds the ownership until the transaction ends; throws `Overtaken` when it is gone. With a place it is moved there. */
export const holdOwnership = async (client: Queries, node: string, { tenantId, channelId, fence }: Ownership, place?: { at: unknown }): Promise<void> => {
  const mine = 'tenant_id = $1 and channel_id = $2 and node = $3 and fence = $4'
  const { rowCount } = place
    ? await client.query(`update channels.owner set place = $5 where ${mine}`, [tenantId, channelId, node, fence, JSON.stringify(place.at)])
    : await client.query(`select 1 from channels.owner where ${mine} for update`, [tenantId, channelId, node, fence])
  if (rowCount !== 1) throw new Overtaken('the channel is listened to elsewhere')
}

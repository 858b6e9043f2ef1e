import type { ChannelKind, ChannelState } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import { isDeadText, nodeLockClass } from '#platform/lanes/node'

/** Seconds that an ownership lasts without being prolonged. */
export const leaseSeconds = 15

/** States in which a channel is listened to; one that is paused only sends nothing. */
export const listenedStates: ChannelState[] = ['connecting', 'connected', 'paused']

export type Ownership = { tenantId: string; channelId: string; fence: number }
export type Claimed = Ownership & { place: unknown }
export type Kept = { channelId: string; changedAt: number; wanted: boolean }

const free = `(o.node is null or o.lease_until < clock_timestamp() or (o.node <> $1 and ${isDeadText('o.node', '$2')}))`

const claimText = `with wanted as (
  select c.tenant_id, c.id from channels.channel c left join channels.owner o on o.tenant_id = c.tenant_id and o.channel_id = c.id
  where c.kind = any($3::text[]) and c.deleted_at is null and c.state = any($4::text[]) and (o.channel_id is null or ${free}) order by c.id limit $5),
taken as (
  insert into channels.owner as o (tenant_id, channel_id, node, fence, lease_until)
  select tenant_id, id, $1, 1, clock_timestamp() + make_interval(secs => ${leaseSeconds}) from wanted
  on conflict (tenant_id, channel_id) do update set node = $1, fence = o.fence + 1, lease_until = excluded.lease_until where ${free}
  returning o.tenant_id, o.channel_id, o.fence, o.place)
select tenant_id as "tenantId", channel_id as "channelId", fence::int, place from taken`

const prolongText = `update channels.owner o set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as mine (tenant_id, channel_id, fence), channels.channel c
where o.tenant_id = mine.tenant_id and o.channel_id = mine.channel_id and o.node = $1 and o.fence = mine.fence
  and c.tenant_id = o.tenant_id and c.id = o.channel_id
returning o.channel_id as "channelId", c.updated_at as "changedAt", (c.deleted_at is null and c.state = any($5::text[])) as wanted`

const releaseText = `update channels.owner o set node = null, lease_until = null
from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as mine (tenant_id, channel_id, fence)
where o.tenant_id = mine.tenant_id and o.channel_id = mine.channel_id and o.node = $1 and o.fence = mine.fence`

const columns = (owned: Ownership[]): unknown[] => [owned.map((one) => one.tenantId), owned.map((one) => one.channelId), owned.map((one) => one.fence)]

/**
 * One owner per listened channel among all nodes, by a lease in the database. A node that dies lets its advisory lock go, so that others take over at their next
 * look; one that vanished otherwise is overtaken when its leases end. Times are the database's, so that clocks of machines do not matter.
 */
export const createOwnership = ({ database, node }: { database: Database; node: string }) => ({
  /** Takes up to `limit` channels of these kinds that nobody listens to. */
  claim: async (kinds: ChannelKind[], limit: number): Promise<Claimed[]> =>
    (await database.system.query<Claimed>(claimText, [node, nodeLockClass, kinds, listenedStates, limit])).rows,
  /** Prolongs these and answers those that are still owned here. */
  prolong: async (owned: Ownership[]): Promise<Kept[]> => {
    if (owned.length === 0) return []
    const { rows } = await database.system.query<{ channelId: string; changedAt: Date; wanted: boolean }>(prolongText, [
      node,
      ...columns(owned),
      listenedStates,
    ])
    return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime() }))
  },
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

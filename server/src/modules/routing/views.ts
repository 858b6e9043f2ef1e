import type { Assignment, Page, Queue, QueueLive, WaitingPlace } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { staffOf, type Staff } from './people.ts'
import type { RoutingPorts } from './ports.ts'
import { namedPeople, queueColumns, queueOf, type QueueRow, type StoredQueue } from './store.ts'

/** Seconds of the past that the numbers of a queue speak of. */
const period = 24 * 3600

type Counts = {
  id: string
  waiting: number
  since: Date | null
  inService: number
  served: number
  abandoned: number
  overflowed: number
  average: number | null
  median: number | null
}

/** What goes on in queues is known to whoever sees them, whatever they see of the conversations. */
const countsOf = async (tx: Tx, now: Date, queueIds: string[]): Promise<Map<string, Counts>> => {
  const { rows } = await tx.beyondReach(() =>
    tx.query<Counts>(
      `select q.id, w.*, s.* from unnest($2::uuid[]) as q (id)
       cross join lateral (select count(*)::int as waiting, min(since) as since from routing.wait w where w.tenant_id = $1 and w.queue_id = q.id and w.ended_at is null) w
       cross join lateral (
         select (select count(*)::int from conversations.conversation_fact f where f.tenant_id = $1 and f.queue_id = q.id and f.state <> 'closed' and f.assignee_id is not null) as "inService",
           count(*) filter (where outcome in ('assigned', 'taken'))::int as served, count(*) filter (where outcome = 'abandoned')::int as abandoned,
           count(*) filter (where outcome = 'overflowed')::int as overflowed,
           avg(extract(epoch from ended_at - since)) filter (where outcome in ('assigned', 'taken'))::float8 as average,
           percentile_cont(0.5) within group (order by extract(epoch from ended_at - since)) filter (where outcome in ('assigned', 'taken'))::float8 as median
         from routing.wait e where e.tenant_id = $1 and e.queue_id = q.id and e.ended_at > $3) s`,
      [tx.tenantId, queueIds, new Date(now.getTime() - period * 1000)],
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))

const liveOf = (
  { inService, served, abandoned, overflowed, average, median }: Counts,
  candidates: Staff extends Map<string, infer C> ? C : never,
): QueueLive => {
  const present = candidates.filter(({ state, mayReply }) => state === 'available' && mayReply)
  const left = served + abandoned + overflowed
  return {
    inService,
    available: present.length,
    load: present.reduce((sum, { load }) => sum + load, 0),
    capacity: present.reduce((sum, { capacity }) => sum + capacity, 0),
    served,
    abandoned,
    overflowed,
    abandonmentRate: left === 0 ? null : abandoned / left,
    averageWaitSeconds: rounded(average),
    medianWaitSeconds: rounded(median),
  }
}

type Shown = StoredQueue & { campaignName: string }

const showQueues = async (tx: Tx, ports: RoutingPorts, queues: Shown[]): Promise<Queue[]> => {
  if (queues.length === 0) return []
  const now = ports.now()
  const ids = queues.map(({ id }) => id)
  const counts = await countsOf(tx, now, ids)
  const named = await namedPeople(tx, ids)
  const campaigns = new Map(
    await Promise.all([...new Set(queues.map(({ campaignId }) => campaignId))].map(async (id) => [id, await ports.campaigns.find(tx.tenantId, id)] as const)),
  )
  const served = queues.flatMap((queue) => {
    const campaign = campaigns.get(queue.campaignId)
    return campaign ? [{ queue, campaign }] : []
  })
  const staff = await tx.beyondReach(() => staffOf(tx, ports, served))
  return queues.map(({ createdAt, updatedAt, ...queue }) => {
    const counted = counts.get(queue.id)!
    return {
      ...queue,
      ...named.get(queue.id)!,
      waiting: counted.waiting,
      longestWaitSeconds: counted.since && Math.max(0, Math.round((now.getTime() - counted.since.getTime()) / 1000)),
      live: liveOf(counted, staff.get(queue.id) ?? []),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    }
  })
}

type Row = QueueRow & { campaign_name: string }
const select = `select ${queueColumns}, g.name as campaign_name from routing.queue q join campaigns.campaign_card g on g.tenant_id = q.tenant_id and g.id = q.campaign_id where q.tenant_id = $1 and q.removed_at is null`
const shownOf = (row: Row): Shown => ({ ...queueOf(row), campaignName: row.campaign_name })

/** In the order in which they are tried, campaign by campaign. */
export const listQueues = async (
  tx: Tx,
  ports: RoutingPorts,
  { campaignId, cursor, limit }: { campaignId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<Queue>> => {
  const order = (queue: string, campaign: string) => `lower(${campaign}.name), ${queue}.campaign_id, ${queue}.is_default, ${queue}.position, ${queue}.id`
  const { rows } = await tx.query<Row>(
    `${select} and ($2::uuid is null or q.campaign_id = $2)
     and ($3::uuid is null or (${order('q', 'g')}) > (select ${order('l', 'lg')} from routing.queue l join campaigns.campaign_card lg on lg.tenant_id = l.tenant_id and lg.id = l.campaign_id where l.tenant_id = $1 and l.id = $3))
     order by ${order('q', 'g')} limit $4`,
    [tx.tenantId, campaignId ?? null, idCursor(cursor), limit + 1],
  )
  const items = await showQueues(tx, ports, rows.slice(0, limit).map(shownOf))
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

export const readQueue = async (tx: Tx, ports: RoutingPorts, id: string): Promise<Queue> => {
  const { rows } = await tx.query<Row>(`${select} and q.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('queue')
  return (await showQueues(tx, ports, [shownOf(rows[0])]))[0]!
}

type AssignmentRow = {
  id: string
  kind: Assignment['kind']
  agent: Assignment['agent']
  from: Assignment['agent']
  by: Assignment['agent']
  queue: Assignment['queue']
  at: Date
  accepted_at: Date | null
  ended_at: Date | null
  end_reason: Assignment['endReason']
  why: Assignment['why']
}
const person = (alias: string) => `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`

/** Who had a conversation, newest first. */
export const listAssignments = async (
  tx: Tx,
  conversationId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Assignment>> => {
  const seen = await tx.query('select 1 from conversations.conversation_fact where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (seen.rows.length === 0) throw absent('conversation')
  const { rows } = await tx.query<AssignmentRow>(
    `select a.id, a.kind, ${person('m')} as agent, ${person('f')} as "from", coalesce(${person('b')}, ${person('k')}) as by,
       case when q.id is not null then json_build_object('id', q.id, 'name', q.name) end as queue, a.at, a.accepted_at, a.ended_at, a.end_reason, a.why
     from routing.assignment a
     left join identity.member_card m on m.tenant_id = a.tenant_id and m.id = a.agent_id
     left join identity.member_card f on f.tenant_id = a.tenant_id and f.id = a.from_agent_id
     left join identity.member_card b on b.tenant_id = a.tenant_id and b.id = a.by_user_id
     left join identity.api_key_card k on b.id is null and k.tenant_id = a.tenant_id and k.id = a.by_user_id
     left join routing.queue_card q on q.tenant_id = a.tenant_id and q.id = a.queue_id
     where a.tenant_id = $1 and a.conversation_id = $2 and ($3::uuid is null or a.id < $3) order by a.id desc limit $4`,
    [tx.tenantId, conversationId, idCursor(cursor), limit + 1],
  )
  const items = rows.slice(0, limit).map((row): Assignment => ({
    id: row.id,
    conversationId,
    kind: row.kind,
    agent: row.agent,
    fromAgent: row.from,
    by: row.by,
    queue: row.queue,
    at: row.at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    why: row.why,
  }))
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

type WaitRow = { id: string; conversationId: string; queueId: string; since: Date }
const mostPlaces = 500

/** Places of the conversations in sight, in the order in which queues are served. */
export const listWaiting = async (tx: Tx): Promise<WaitingPlace[]> => {
  const { rows } = await tx.query<WaitRow>(
    `select w.id, w.conversation_id as "conversationId", w.queue_id as "queueId", w.since from routing.wait w
     where w.tenant_id = $1 and w.ended_at is null order by w.since, w.id limit ${mostPlaces}`,
    [tx.tenantId],
  )
  if (rows.length === 0) return []
  const ranked = await tx.beyondReach(() =>
    tx.query<{ id: string; position: number }>(
      `select r.id, r.position from (
         select w.id, row_number() over (partition by w.queue_id order by w.priority desc, w.since, w.id)::int as position
         from routing.wait w where w.tenant_id = $1 and w.ended_at is null and w.queue_id = any($3::uuid[])) r
       where r.id = any($2::uuid[])`,
      [tx.tenantId, rows.map(({ id }) => id), [...new Set(rows.map(({ queueId }) => queueId))]],
    ),
  )
  const places = new Map(ranked.rows.map(({ id, position }) => [id, position]))
  // Who was taken between the two looks waits no more.
  return rows.flatMap(({ id, since, ...row }) => {
    const position = places.get(id)
    return position === undefined ? [] : [{ ...row, position, since: since.toISOString() }]
  })
}

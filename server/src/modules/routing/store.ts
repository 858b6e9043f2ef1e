import type { QueueSettings, SkillNeed } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** A queue as it is kept, without the people who serve it. */
export type StoredQueue = Omit<QueueSettings, 'agentIds' | 'teamIds'> & { id: string; createdAt: Date; updatedAt: Date }

export type QueueRow = {
  id: string
  campaign_id: string
  name: string
  position: number
  is_default: boolean
  entry: QueueSettings['entry']
  routing: QueueSettings['routing']
  required_skills: SkillNeed[]
  preferred_skills: SkillNeed[]
  priority: number
  capacity: number | null
  max_wait_seconds: number | null
  overflow: QueueSettings['overflow']
  tell_position: boolean
  service_level: QueueSettings['serviceLevel']
  is_open: boolean
  created_at: Date
  updated_at: Date
}

export const queueColumns = [
  'id',
  'campaign_id',
  'name',
  'position',
  'is_default',
  'entry',
  'routing',
  'required_skills',
  'preferred_skills',
  'priority',
  'capacity',
  'max_wait_seconds',
  'overflow',
  'tell_position',
  'service_level',
  'is_open',
  'created_at',
  'updated_at',
]
  .map((name) => `q.${name}`)
  .join(', ')

export const queueOf = (row: QueueRow): StoredQueue => ({
  id: row.id,
  campaignId: row.campaign_id,
  name: row.name,
  position: row.position,
  isDefault: row.is_default,
  entry: row.entry,
  routing: row.routing,
  requiredSkills: row.required_skills,
  preferredSkills: row.preferred_skills,
  priority: row.priority,
  capacity: row.capacity,
  maxWaitSeconds: row.max_wait_seconds,
  overflow: row.overflow,
  tellPosition: row.tell_position,
  serviceLevel: row.service_level,
  isOpen: row.is_open,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const there = `from routing.queue q where q.tenant_id = $1 and q.removed_at is null`

export const queuesOfCampaign = async (tx: Tx, campaignId: string): Promise<StoredQueue[]> =>
  (await tx.query<QueueRow>(`select ${queueColumns} ${there} and q.campaign_id = $2`, [tx.tenantId, campaignId])).rows.map(queueOf)

export const findQueue = async (tx: Tx, id: string): Promise<StoredQueue | null> => {
  const { rows } = await tx.query<QueueRow>(`select ${queueColumns} ${there} and q.id = $2`, [tx.tenantId, id])
  return rows[0] ? queueOf(rows[0]) : null
}

/** In the transaction's hand until its end: who comes into it and who changes it come one after the other. */
export const lockQueue = async (tx: Tx, id: string): Promise<StoredQueue | null> => {
  const { rows } = await tx.query<QueueRow>(`select ${queueColumns} ${there} and q.id = $2 for no key update of q`, [tx.tenantId, id])
  return rows[0] ? queueOf(rows[0]) : null
}

/** Open queues in which somebody waits. */
export const queuesWithWork = async (tx: Tx): Promise<StoredQueue[]> =>
  (
    await tx.query<QueueRow>(
      `select ${queueColumns} ${there} and q.is_open and exists (select 1 from routing.wait w where w.tenant_id = q.tenant_id and w.queue_id = q.id and w.ended_at is null)`,
      [tx.tenantId],
    )
  ).rows.map(queueOf)

export const insertQueue = (tx: Tx, queue: StoredQueue): Promise<unknown> =>
  tx.query(
    `insert into routing.queue (tenant_id, id, campaign_id, name, position, is_default, entry, routing, required_skills, preferred_skills, priority, capacity, max_wait_seconds, overflow, tell_position, service_level, is_open, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)`,
    [tx.tenantId, queue.id, queue.campaignId, ...settingsOf(queue), queue.createdAt],
  )

export const saveQueue = (tx: Tx, queue: StoredQueue, now: Date): Promise<unknown> =>
  tx.query(
    `update routing.queue set name = $3, position = $4, is_default = $5, entry = $6, routing = $7, required_skills = $8, preferred_skills = $9, priority = $10, capacity = $11, max_wait_seconds = $12,
       overflow = $13, tell_position = $14, service_level = $15, is_open = $16, updated_at = $17 where tenant_id = $1 and id = $2`,
    [tx.tenantId, queue.id, ...settingsOf(queue), now],
  )

const settingsOf = (queue: StoredQueue): unknown[] => [
  queue.name,
  queue.position,
  queue.isDefault,
  JSON.stringify(queue.entry),
  queue.routing && JSON.stringify(queue.routing),
  JSON.stringify(queue.requiredSkills),
  JSON.stringify(queue.preferredSkills),
  queue.priority,
  queue.capacity,
  queue.maxWaitSeconds,
  JSON.stringify(queue.overflow),
  queue.tellPosition,
  queue.serviceLevel && JSON.stringify(queue.serviceLevel),
  queue.isOpen,
]

/** Who serves a queue by name. */
export const setPeople = async (tx: Tx, queueId: string, { agentIds, teamIds }: { agentIds: string[]; teamIds: string[] }): Promise<void> => {
  for (const [table, column, ids] of [
    ['queue_agent', 'user_id', agentIds],
    ['queue_team', 'team_id', teamIds],
  ] as const) {
    await tx.query(`delete from routing.${table} where tenant_id = $1 and queue_id = $2 and ${column} <> all($3::uuid[])`, [tx.tenantId, queueId, ids])
    await tx.query(
      `insert into routing.${table} (tenant_id, queue_id, ${column}) select $1, $2, id from unnest($3::uuid[]) as given (id) on conflict do nothing`,
      [tx.tenantId, queueId, ids],
    )
  }
}

export type QueuePeople = { agentIds: string[]; teamIds: string[] }

/** For each of these queues the people and teams that it names. */
export const namedPeople = async (tx: Tx, queueIds: string[]): Promise<Map<string, QueuePeople>> => {
  const { rows } = await tx.query<{ id: string; agentIds: string[]; teamIds: string[] }>(
    `select given.id, array(select a.user_id from routing.queue_agent a where a.tenant_id = $1 and a.queue_id = given.id order by a.user_id)::text[] as "agentIds",
       array(select t.team_id from routing.queue_team t where t.tenant_id = $1 and t.queue_id = given.id order by t.team_id)::text[] as "teamIds"
     from unnest($2::uuid[]) as given (id)`,
    [tx.tenantId, queueIds],
  )
  return new Map(rows.map(({ id, ...people }) => [id, people]))
}

import { isDeepStrictEqual } from 'node:util'
import type { Queue, QueueChange, QueueSettings } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { checkQueue } from './check.ts'
import type { RoutingPorts } from './ports.ts'
import { insertQueue, lockQueue, queuesOfCampaign, saveQueue, setPeople, type StoredQueue } from './store.ts'
import { readQueue } from './views.ts'
import { wakeForWaiting } from './wake.ts'

/** One writer of queues at a time per tenant, so that two with one name, or two default ones, meet the check and not the index. */
const oneAtATime = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 31))', [`queues ${tx.tenantId}`])

const nameTaken = () => {
  const message = 'Another queue of this campaign has this name.'
  return new Failure('conflict', 'queue.name_taken', message, { errors: [{ path: 'name', code: 'queue.name_taken', message }] })
}

/** What the trail tells of a queue: its settings, and nothing of what goes on in it. */
const factsOf = ({
  id: _id,
  live: _live,
  waiting: _waiting,
  longestWaitSeconds: _longest,
  createdAt: _created,
  updatedAt: _updated,
  campaignId: _campaign,
  ...facts
}: Queue) => facts
const subjectOf = ({ id, name }: Pick<Queue, 'id' | 'name'>) => ({ kind: 'queue', id, name })

const tellChanged = async (tx: Tx, ports: RoutingPorts, { id, campaignId }: Pick<StoredQueue, 'id' | 'campaignId'>): Promise<void> => {
  tx.publish({ type: 'queue.changed', payload: { queueId: id, campaignId } })
  await tx.beyondReach(() => wakeForWaiting(tx, ports))
}

/** The campaign's other default queue gives it up: there is always one, and never two. */
const makeOnlyDefault = async (tx: Tx, ports: RoutingPorts, { id }: { id: string }, siblings: readonly StoredQueue[]): Promise<void> => {
  for (const other of siblings) if (other.isDefault && other.id !== id) await saveQueue(tx, { ...other, isDefault: false }, ports.now())
}

export const createQueue = async (tx: Tx, ports: RoutingPorts, settings: QueueSettings): Promise<Queue> => {
  await oneAtATime(tx)
  const campaign = await tx.query('select 1 from campaigns.campaign_card where tenant_id = $1 and id = $2', [tx.tenantId, settings.campaignId])
  if (campaign.rows.length === 0) {
    const message = 'There is no such campaign.'
    throw new Failure('invalid', 'campaign.unknown', message, { errors: [{ path: 'campaignId', code: 'campaign.unknown', message }] })
  }
  await checkQueue(tx, ports, null, settings)
  const siblings = await queuesOfCampaign(tx, settings.campaignId)
  if (siblings.some(({ name }) => name.toLowerCase() === settings.name.toLowerCase())) throw nameTaken()
  const { agentIds, teamIds, ...own } = settings
  const now = ports.now()
  // Without a default queue the first one is it.
  const queue: StoredQueue = { ...own, isDefault: own.isDefault || siblings.length === 0, id: ports.newId(), createdAt: now, updatedAt: now }
  if (queue.isDefault) await makeOnlyDefault(tx, ports, queue, siblings)
  await insertQueue(tx, queue)
  await setPeople(tx, queue.id, { agentIds, teamIds })
  await tellChanged(tx, ports, queue)
  const made = await readQueue(tx, ports, queue.id)
  tx.record({ subject: subjectOf(made), after: factsOf(made) })
  return made
}

/** Those who wait in it move with its priority. */
const reorderWaiting = (tx: Tx, { id }: { id: string }, by: number): Promise<unknown> =>
  tx.query('update routing.wait set priority = priority + $3 where tenant_id = $1 and queue_id = $2 and ended_at is null', [tx.tenantId, id, by])

export const updateQueue = async (tx: Tx, ports: RoutingPorts, id: string, change: QueueChange): Promise<Queue> => {
  await oneAtATime(tx)
  const stored = await lockQueue(tx, id)
  if (!stored) throw absent('queue')
  const before = await readQueue(tx, ports, id)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<QueueSettings>
  const { agentIds, teamIds } = { agentIds: before.agentIds, teamIds: before.teamIds, ...given }
  const next: StoredQueue = { ...stored, ...given, id, campaignId: stored.campaignId }
  await checkQueue(tx, ports, id, { ...next, agentIds, teamIds })
  const siblings = await queuesOfCampaign(tx, stored.campaignId)
  if (siblings.some((other) => other.id !== id && other.name.toLowerCase() === next.name.toLowerCase())) throw nameTaken()
  if (stored.isDefault && !next.isDefault)
    throw new Failure('conflict', 'queue.default_needed', 'A campaign has one default queue. Make another one the default instead.')
  if (next.isDefault && !stored.isDefault) await makeOnlyDefault(tx, ports, next, siblings)
  await saveQueue(tx, next, ports.now())
  await setPeople(tx, id, { agentIds, teamIds })
  if (!isDeepStrictEqual(next.serviceLevel, stored.serviceLevel)) await ports.promisesOtherwise(tx, next.campaignId)
  if (next.priority !== stored.priority) await tx.beyondReach(() => reorderWaiting(tx, next, next.priority - stored.priority))
  await tellChanged(tx, ports, next)
  const after = await readQueue(tx, ports, id)
  tx.record({ subject: subjectOf(after), ...difference(factsOf(before), factsOf(after)) })
  return after
}

/** Opens or closes a queue by hand. */
export const setOpen = async (tx: Tx, ports: RoutingPorts, id: string, isOpen: boolean): Promise<Queue> => {
  const stored = await lockQueue(tx, id)
  if (!stored) throw absent('queue')
  if (stored.isOpen !== isOpen) {
    await saveQueue(tx, { ...stored, isOpen }, ports.now())
    await tellChanged(tx, ports, stored)
  }
  const queue = await readQueue(tx, ports, id)
  tx.record({ subject: subjectOf(queue), ...difference({ isOpen: stored.isOpen }, { isOpen }) })
  return queue
}

/** Removes a queue; who waits in it goes on in the default one, without losing their turn. What happened in it stays known. */
export const removeQueue = async (tx: Tx, ports: RoutingPorts, id: string): Promise<void> => {
  await oneAtATime(tx)
  const queue = await readQueue(tx, ports, id)
  if (queue.isDefault) throw new Failure('conflict', 'queue.default_needed', 'A campaign has one default queue. Make another one the default instead.')
  const fallback = (await queuesOfCampaign(tx, queue.campaignId)).find(({ isDefault }) => isDefault)
  await tx.beyondReach(async () => {
    const { rows } = await tx.query<{ conversation_id: string }>(
      'select conversation_id from routing.wait where tenant_id = $1 and queue_id = $2 and ended_at is null order by conversation_id',
      [tx.tenantId, id],
    )
    for (const { conversation_id } of rows) await ports.conversations.moveWaiting(tx, conversation_id, { queueId: fallback?.id ?? null, because: {} })
  })
  await tx.query('update routing.queue set removed_at = $3, updated_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, id, ports.now()])
  await tx.query(`update routing.queue set overflow = '{"to": "stay"}' where tenant_id = $1 and overflow ->> 'queueId' = $2::text and removed_at is null`, [
    tx.tenantId,
    id,
  ])
  await tellChanged(tx, ports, queue)
  tx.record({ subject: subjectOf(queue), before: factsOf(queue) })
}

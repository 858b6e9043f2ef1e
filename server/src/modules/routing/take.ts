import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { loadsOf, noteTurn } from './people.ts'
import type { RoutingPorts } from './ports.ts'
import { findQueue, namedPeople, queuesWithWork, type StoredQueue } from './store.ts'
import { byTurn } from './domain/turn.ts'
import { nextWaits, openWait, type Wait } from './waits.ts'

export type Taker = { userId: string; keyId: string | null }

/** As many as somebody who takes the next one tries before they look again, and how often they look. */
const tries = 100
const rounds = 100

const empty = () => new Failure('conflict', 'queue.empty', 'Nobody waits here.')
const full = (load: number, capacity: number) => new Failure('conflict', 'agent.full', `You have ${load} conversations of at most ${capacity}.`)

/** How much they can have at once, by what their organisation says. */
const capacityOf = async (tx: Tx, userId: string): Promise<number> =>
  (await tx.query<{ capacity: number }>('select capacity from identity.agent_fact where tenant_id = $1 and id = $2', [tx.tenantId, userId])).rows[0]
    ?.capacity ?? 0

const refuseFull = async (tx: Tx, userId: string, capacity: number): Promise<void> => {
  const load = await tx.beyondReach(async () => (await loadsOf(tx, [userId])).get(userId) ?? 0)
  if (load >= capacity) throw full(load, capacity)
}

/** Queues whose campaign works and that somebody serves: by name, by their team, by their campaign. */
const servedBy = async (tx: Tx, ports: RoutingPorts, userId: string): Promise<StoredQueue[]> => {
  const queues = await queuesWithWork(tx)
  const named = await namedPeople(
    tx,
    queues.map(({ id }) => id),
  )
  const { rows } = await tx.query<{ id: string }>('select id from identity.team_card where tenant_id = $1 and $2 = any(member_ids)', [tx.tenantId, userId])
  const teams = new Set(rows.map(({ id }) => id))
  const served: StoredQueue[] = []
  for (const queue of queues) {
    const campaign = await ports.campaigns.find(tx.tenantId, queue.campaignId)
    if (campaign?.state !== 'active') continue
    const { agentIds, teamIds } = named.get(queue.id)!
    const isIn =
      agentIds.length > 0 || teamIds.length > 0 ? agentIds.includes(userId) || teamIds.some((id) => teams.has(id)) : (campaign.people?.has(userId) ?? true)
    if (isIn) served.push(queue)
  }
  return served
}

const chosen = async (tx: Tx, ports: RoutingPorts, queueId: string): Promise<StoredQueue[]> => {
  const queue = await findQueue(tx, queueId)
  if (!queue) throw absent('queue')
  const campaign = await ports.campaigns.find(tx.tenantId, queue.campaignId)
  if (!queue.isOpen || campaign?.state !== 'active') throw new Failure('conflict', 'queue.closed', 'This queue is closed: nobody is served from it now.')
  return [queue]
}

/**
 * Gives somebody the next conversation that waits, by their own wish: of one queue, or of all that they serve. Answers with its id. Locks go as in the
 * lane: the conversation, then the person, under whose lock is counted what they have.
 */
export const takeNext = async (tx: Tx, ports: RoutingPorts, by: Taker, queueId: string | null): Promise<string> => {
  if (by.keyId) throw new Failure('forbidden', 'presence.people_only', 'Programs are given no conversations.')
  const queues = queueId === null ? await servedBy(tx, ports, by.userId) : await chosen(tx, ports, queueId)
  const capacity = await capacityOf(tx, by.userId)
  await refuseFull(tx, by.userId, capacity)
  const take = async ({ id, conversationId, queueId }: Wait) =>
    ports.conversations.giveWaiting(tx, conversationId, async () => {
      if (!(await openWait(tx, id))) return null
      await ports.holdStill(tx, by.userId)
      await refuseFull(tx, by.userId, capacity)
      await noteTurn(tx, queueId, by.userId, ports.now())
      return { userId: by.userId, because: { kind: 'taken', byUserId: by.userId } }
    })
  for (let round = 1; ; round++) {
    const waits = await nextWaits(
      tx,
      queues.map(({ id }) => ({ queueId: id, limit: tries })),
    )
    let held = 0
    for (const wait of waits.toSorted(byTurn)) {
      const outcome = await take(wait)
      if (outcome === 'done') return wait.conversationId
      if (outcome === 'held') held += 1
    }
    // Each has gone, or is in the hand of somebody who is about to have it: those are few, and soon done.
    if (held === 0 || round >= rounds) throw empty()
  }
}

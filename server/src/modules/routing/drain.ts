import type { Tx } from '#platform/database/transaction'
import { hasWork } from '#platform/lanes/has-work'
import { decide, givenOne, type Candidate, type Decision } from './domain/decide.ts'
import { byTurn } from './domain/turn.ts'
import { lastAgentOf, loadsOf, noteTurn, staffOf, type Served, type Staff } from './people.ts'
import type { Because, RoutingPorts } from './ports.ts'
import { queuesWithWork } from './store.ts'
import { nextWaits, openWait, type Wait } from './waits.ts'
import { enqueueRoute } from './wake.ts'

/** As many as one transaction gives out: customers who write to one of them wait for its end. */
const perTransaction = 25
/** As many of one queue as one look sees. */
const perLook = 50

export const rulesOf = ({ queue, campaign }: Served) => ({
  queueId: queue.id,
  rules: queue.routing ?? campaign.routing,
  requiredSkills: queue.requiredSkills,
  preferredSkills: queue.preferredSkills,
})

/** The last agent of a contact, where a rule of the queue asks for it. */
export const lastAgentFor = (tx: Tx, ports: RoutingPorts, { queue, campaign }: Served, contactId: string | null): Promise<string | null> => {
  const asks = (queue.routing ?? campaign.routing).some(({ strategy }) => strategy === 'last_agent')
  return asks && contactId !== null ? lastAgentOf(tx, contactId, new Date(ports.now().getTime() - campaign.lastAgentHours * 3_600_000)) : Promise.resolve(null)
}

const isManual = ({ queue, campaign }: Served): boolean => (queue.routing ?? campaign.routing).some(({ strategy }) => strategy === 'manual')

/** Queues that are served now. Of campaigns that are closed it is noted when they open. */
const servedNow = async (tx: Tx, ports: RoutingPorts): Promise<Served[]> => {
  const now = ports.now()
  const served: Served[] = []
  for (const queue of await queuesWithWork(tx)) {
    const campaign = await ports.campaigns.find(tx.tenantId, queue.campaignId)
    if (campaign?.state !== 'active' || isManual({ queue, campaign })) continue
    if (campaign.time.isOpen(now)) served.push({ queue, campaign })
    else await waitForOpening(tx, campaign, now)
  }
  return served
}

const waitForOpening = async (tx: Tx, { id, time }: Served['campaign'], now: Date): Promise<void> => {
  const opens = time.nextOpening(now)
  const key = `campaign ${id}`
  if (opens && !(await hasWork(tx, 'due', key))) tx.enqueue({ queue: 'due', key, payload: { type: 'campaign_opens', campaignId: id }, runAt: opens })
}

const freeOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((sum, { state, mayReply, capacity, load }) => sum + (state === 'available' && mayReply ? Math.max(0, capacity - load) : 0), 0)

/** Everybody of the staff by person: who serves several queues has one load. */
const change = (staff: Staff, userId: string, how: (one: Candidate, queueId: string) => Candidate): void => {
  for (const [queueId, candidates] of staff) {
    const index = candidates.findIndex((one) => one.userId === userId)
    if (index >= 0) candidates[index] = how(candidates[index]!, queueId)
  }
}

/** Holds somebody still; false, and the staff knows better, when they cannot take one more now. */
const isStillAble = async (tx: Tx, ports: RoutingPorts, staff: Staff, userId: string): Promise<boolean> => {
  const state = (await ports.holdStill(tx, userId)) as Candidate['state']
  const load = (await loadsOf(tx, [userId])).get(userId) ?? 0
  let able = false
  change(staff, userId, (one) => {
    able = state === 'available' && load < one.capacity
    return { ...one, state, load }
  })
  return able
}

/**
 * Gives out what waits, in the order of turns, to whom the rules name. Locks go in the order conversation, presence; a conversation that somebody has in
 * hand is passed over, and looked at again at once.
 */
export const drain = async (tx: Tx, ports: RoutingPorts): Promise<void> => {
  const served = await servedNow(tx, ports)
  if (served.length === 0) return
  const staff = await staffOf(tx, ports, served)
  const byId = new Map(served.map((one) => [one.queue.id, one]))
  const asked = served.flatMap(({ queue }) => {
    const limit = Math.min(perLook, freeOf(staff.get(queue.id)!))
    return limit > 0 ? [{ queueId: queue.id, limit }] : []
  })
  if (asked.length === 0) return
  const waits = (await nextWaits(tx, asked)).toSorted(byTurn)
  let given = 0
  let comesBack = false
  for (const wait of waits) {
    if (given >= perTransaction) {
      comesBack = true
      break
    }
    const outcome = await give(tx, ports, wait, byId.get(wait.queueId)!, staff)
    if (outcome === 'done') given += 1
    if (outcome === 'held') comesBack = true
  }
  // Whoever a full look left may be served by somebody who still has room.
  if (comesBack || (given > 0 && waits.length >= perLook)) enqueueRoute(tx, { type: 'drain' })
}

const give = async (tx: Tx, ports: RoutingPorts, wait: Wait, served: Served, staff: Staff) => {
  const { queue } = served
  const candidates = () => staff.get(queue.id)!
  const hopeless = decide(rulesOf(served), { passedOver: wait.passedOver, lastAgentId: null }, candidates()).userId === null
  if (hopeless) return 'passed'
  return ports.conversations.giveWaiting(tx, wait.conversationId, async (conversation) => {
    if (!(await openWait(tx, wait.id))) return null
    const lastAgentId = await lastAgentFor(tx, ports, served, conversation.contactId)
    for (;;) {
      const decision: Decision = decide(rulesOf(served), { passedOver: wait.passedOver, lastAgentId }, candidates())
      const { userId, why } = decision
      if (userId === null) return null
      if (!(await isStillAble(tx, ports, staff, userId))) continue
      const turn = await noteTurn(tx, queue.id, userId, ports.now())
      change(staff, userId, (one, queueId) => (queueId === queue.id ? givenOne(one, turn, ports.now()) : { ...one, load: one.load + 1 }))
      const because: Because = { kind: 'automatic', byUserId: null, why }
      return { userId, because }
    }
  })
}

import type { WaitOutcome } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { acceptAssignment, endAssignment, holderOf, isAccepted, noteAssignment } from './assignments.ts'
import { atWork, placeIn, seatIn, sourcesOf, type Seat } from './placement.ts'
import type { CampaignFacts, ConversationFacts, Moved, RoutingPorts } from './ports.ts'
import { findQueue } from './store.ts'
import { beginWait, endWait, lastPatience, rankOf, setRank, type Patience } from './waits.ts'
import { enqueueRoute, wake, wakeForWaiting } from './wake.ts'

/** What routing places on a conversation. */
type Placing = { campaignId?: string; queueId?: string | null }

/**
 * Follows what becomes of a conversation, in its transaction: it begins to wait in a queue or ceases to, and whoever has it is written down. A conversation
 * has an open wait exactly while it waits for a person and has a queue. Looks with the product's eyes, whoever acts.
 */
export const follow = (tx: Tx, ports: RoutingPorts, moved: Moved): Promise<Placing> => tx.beyondReach(() => followMoved(tx, ports, moved))

const followMoved = async (tx: Tx, ports: RoutingPorts, moved: Moved): Promise<Placing> => {
  const { was, now, because } = moved
  const waits = ports.conversations.waitsForPerson(now)
  const waited = was !== null && was.queueId !== null && ports.conversations.waitsForPerson(was)
  const changesHands = holderOf(was) !== holderOf(now)
  // What is in no campaign was never sent back or away, nor promised a call.
  const ends = now.state === 'closed' && was !== null && was.state !== 'closed' && (was.campaignId !== null || holderOf(was) !== null)
  if (!waits && !waited && !changesHands && !ends && holderOf(now) === null) return now.queueId !== null && isBots(now) ? { queueId: null } : {}

  const campaign = now.campaignId === null ? null : await ports.campaigns.find(tx.tenantId, now.campaignId)
  const wasAccepted = (changesHands && was !== null) || ends ? await endAssignment(tx, ports, moved) : null
  const placing = waits ? await waitOn(tx, ports, moved, { campaign, waited, wasAccepted }) : await ceaseToWait(tx, ports, moved, waited)

  const isNoted = (changesHands && holderOf(now) !== null) || ((because.kind === 'transfer' || because.kind === 'returned') && holderOf(now) === null)
  if (isNoted && !ends) {
    if (!changesHands) await endAssignment(tx, ports, moved)
    await noteAssignment(tx, ports, moved, { queueId: placing.queueId === undefined ? now.queueId : placing.queueId, campaign })
  }
  if (ends) await forgetCallback(tx, ports, now.id)
  if (!changesHands && holderOf(now) !== null) {
    if (isAccepted(now) && was?.state !== 'active') await acceptAssignment(tx, ports, now.id)
    if (campaign?.state === 'active' && campaign.whenAbsent !== 'none' && now.waitingSince !== null && was?.waitingSince === null)
      await returnFromAbsent(tx, now.id, holderOf(now)!)
  }
  if (isLoad(was) && !(isLoad(now) && !changesHands)) await wakeForWaiting(tx, ports)
  return placing
}

const isBots = ({ floor }: ConversationFacts): boolean => floor === 'flow' || floor === 'assistant'

/** Whether it counts among what somebody has to do. */
const isLoad = (conversation: ConversationFacts | null): boolean =>
  conversation !== null && holderOf(conversation) !== null && conversation.state !== 'pending' && conversation.snoozedUntil === null

const forgetCallback = (tx: Tx, ports: RoutingPorts, conversationId: string): Promise<unknown> =>
  tx.query('update routing.callback set done_at = $3 where tenant_id = $1 and conversation_id = $2 and done_at is null', [
    tx.tenantId,
    conversationId,
    ports.now(),
  ])

/** A customer who writes to somebody who is not there is not left waiting for them. */
const returnFromAbsent = async (tx: Tx, conversationId: string, userId: string): Promise<void> => {
  const { rows } = await tx.query<{ state: string }>('select state from presence.standing_fact where tenant_id = $1 and user_id = $2', [tx.tenantId, userId])
  if ((rows[0]?.state ?? 'offline') === 'offline') enqueueRoute(tx, { type: 'absent_owner', conversationId, userId })
}

const outcomeOf = ({ now, because }: Moved): WaitOutcome => {
  if (because.overflowed) return 'overflowed'
  if (now.mergedIntoId !== null) return 'moved'
  if (now.state === 'closed') return 'abandoned'
  if (isBots(now)) return 'bot'
  if (now.assigneeId !== null) return because.kind === 'taken' ? 'taken' : 'assigned'
  return 'put_aside'
}

const ceaseToWait = async (tx: Tx, ports: RoutingPorts, moved: Moved, waited: boolean): Promise<Placing> => {
  const { now } = moved
  if (waited) {
    const outcome = outcomeOf(moved)
    await endWait(tx, ports, now.id, { outcome, agentId: outcome === 'assigned' || outcome === 'taken' ? now.assigneeId : null })
  }
  return now.queueId !== null && isBots(now) ? { queueId: null } : {}
}

type Before = { campaign: CampaignFacts | null; waited: boolean; wasAccepted: boolean | null }

const waitOn = async (tx: Tx, ports: RoutingPorts, moved: Moved, { campaign, waited, wasAccepted }: Before): Promise<Placing> => {
  const { was, now, because } = moved
  // Where its campaign rests it waits as if there were none; who waits already keeps their place.
  if (campaign?.state !== 'active') return waited || now.queueId === null ? {} : { queueId: null }
  if (waited && was!.campaignId === now.campaignId && was!.queueId === now.queueId) {
    if (was!.priority !== now.priority) await reorder(tx, now, campaign)
    return {}
  }
  const left = waited ? await endWait(tx, ports, now.id, { outcome: because.overflowed ? 'overflowed' : 'moved', agentId: null }) : null
  const patience = left ?? (await patienceOf(tx, ports, moved, wasAccepted))
  const seat = await seatOf(tx, ports, moved, campaign)
  const waitId = await beginWait(tx, ports, now, seat, patience)
  // What a full queue sends to another one is there already.
  if (seat.isFull && !because.overflowed && seat.queue.overflow.to !== 'stay' && seat.queue.overflow.to !== 'queue')
    tx.enqueue({ queue: 'due', key: now.id, payload: { type: 'wait_over', conversationId: now.id, waitId, atOnce: true } })
  await wake(tx, ports)
  return { queueId: seat.queue.id, campaignId: seat.campaign.id }
}

const reorder = async (tx: Tx, now: ConversationFacts, campaign: CampaignFacts): Promise<void> => {
  const queue = await findQueue(tx, now.queueId!)
  if (queue) await setRank(tx, now.id, rankOf(now, { queue, campaign }))
}

/** Since when they wait: whoever was given to somebody who never began has waited all the time. Who had it and gave it away is asked last. */
const patienceOf = async (tx: Tx, ports: RoutingPorts, { was, now, because }: Moved, wasAccepted: boolean | null): Promise<Patience> => {
  const before = wasAccepted === false || because.undone ? await lastPatience(tx, now.id) : null
  const had = holderOf(was)
  const refused = had !== null && because.end !== 'agent_left' && !because.undone ? [had] : []
  return { since: before?.since ?? now.waitingSince ?? ports.now(), passedOver: [...new Set([...(before?.passedOver ?? []), ...refused])] }
}

/**
 * Back where it came from, where somebody sent it, or where its campaign's rules say. Only what arrives by a rule is sent on by a full queue: whom a person
 * sent, or whom somebody gave back, is there already.
 */
const seatOf = async (tx: Tx, ports: RoutingPorts, { was, now, because, heard }: Moved, campaign: CampaignFacts): Promise<Seat> => {
  const isSent = was === null || was.queueId !== now.queueId || holderOf(was) !== null
  const own = isSent && now.queueId !== null ? await atWork(tx, ports, now.queueId) : null
  const isByRule = because.overflowed || ((was === null || isBots(was)) && because.kind !== 'transfer')
  if (own && own.campaign.id === campaign.id) return isByRule ? seatIn(tx, ports, own) : { ...own, isFull: false }
  const { queue } = await placeIn(tx, ports, campaign, sourcesOf(tx, ports, now, heard))
  return seatIn(tx, ports, { queue, campaign })
}

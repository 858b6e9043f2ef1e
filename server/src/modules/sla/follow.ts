import type { Tx } from '#platform/database/transaction'
import { follow as followClocks, nearest, type Facts, type Targets } from './domain/follow.ts'
import { targetsOf } from './domain/targets.ts'
import type { BusinessTime, Clock } from './domain/clock.ts'
import { slaTimer } from './due.ts'
import type { ConversationFacts, Due, Moved, SlaPorts } from './ports.ts'
import { openClocks, storeClocks } from './store.ts'

type Placing = { due?: Due | null }

/** Where there is no campaign any more nothing is measured, and what was is void. */
const noHours: BusinessTime = { addBusinessTime: () => null, businessSecondsBetween: () => 0 }

const dueOf = (clock: Clock | null): Due | null =>
  clock && { metric: clock.metric, at: clock.dueAt, warnAt: clock.warnAt, remainingSeconds: clock.remainingSeconds }
const isSame = (one: Due | null, other: Due | null): boolean =>
  one?.metric === other?.metric &&
  one?.at?.getTime() === other?.at?.getTime() &&
  one?.warnAt?.getTime() === other?.warnAt?.getTime() &&
  one?.remainingSeconds === other?.remainingSeconds

/** Follows what becomes of a conversation, in its transaction and after routing: its clocks, and which of them is due first. */
export const follow = (tx: Tx, ports: SlaPorts, moved: Moved): Promise<Placing> => tx.beyondReach(() => followMoved(tx, ports, moved))

const followMoved = async (tx: Tx, ports: SlaPorts, { was, now, answered }: Moved): Promise<Placing> => {
  const campaign = now.campaignId === null ? null : await ports.campaign(tx.tenantId, now.campaignId)
  const isActive = campaign?.state === 'active'
  const withBot = now.floor === 'flow' || now.floor === 'assistant'
  // As long as something is open, one of them is placed on the conversation.
  if (now.due === null && (!isActive || withBot || now.state === 'closed')) return {}
  const at = ports.now()
  const facts = (one: ConversationFacts): Facts => ({ ...one, waits: ports.waitsForPerson(one) })
  const open = now.due === null ? [] : await openClocks(tx, now.id)
  const targets = campaign && (isActive || open.length > 0) ? await levelOf(tx, ports, now, campaign.serviceLevel) : null
  const { open: kept, ended } = followClocks({
    was: was && facts(was),
    now: facts(now),
    answered,
    merged: now.mergedIntoId !== null,
    open,
    targets,
    time: campaign?.time ?? noHours,
    at,
    newId: ports.newId,
  })
  const before = new Map(open.map((clock) => [clock.id, clock]))
  const hasMovedOn = was !== null && (was.assigneeId !== now.assigneeId || was.queueId !== now.queueId || was.campaignId !== now.campaignId)
  const changed = kept.filter((clock) => hasMovedOn || before.get(clock.id) !== clock)
  await storeClocks(tx, now, { changed, ended, hoursKey: campaign?.hoursKey ?? null }, at)
  for (const clock of changed) if (clock.state === 'running') tellLater(tx, now.id, clock, before.get(clock.id))
  const due = dueOf(nearest(kept))
  return isSame(due, now.due) ? {} : { due }
}

const levelOf = async (tx: Tx, ports: SlaPorts, now: ConversationFacts, ofCampaign: Parameters<typeof targetsOf>[0]): Promise<Targets> =>
  targetsOf((now.queueId === null ? null : await ports.levelOfQueue(tx, now.queueId)) ?? ofCampaign, now.priority)

export const tellLater = (tx: Tx, conversationId: string, clock: Clock, before: Clock | undefined): void => {
  for (const at of [clock.warnedAt ? null : clock.warnAt, clock.breachedAt ? null : clock.dueAt])
    if (at && at.getTime() !== before?.warnAt?.getTime() && at.getTime() !== before?.dueAt?.getTime()) tx.enqueue(slaTimer(conversationId, clock.id, at))
}

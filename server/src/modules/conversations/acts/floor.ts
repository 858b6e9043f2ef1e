import type { BotPause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { answeringFlow, isBotOff } from '../answer.ts'
import { readConduct } from '../closing/conduct.ts'
import { pauseBot } from '../domain/bot-pause.ts'
import { dropFloor, handBack, takeOver } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { scheduleReturn } from '../return-floor.ts'
import { addSystemLine, apply, saveThread, takeThread, type Thread } from '../thread.ts'
import { mayBegin } from '../whom-to-answer.ts'
import type { By } from './by.ts'

/** Tells everybody that somebody else has the floor now. */
export const floorMoved = (tx: Tx, thread: Thread, from: string, by: By): void => {
  if (from !== thread.facts.floor)
    tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from, to: thread.facts.floor, byUserId: by.userId } })
}
/** Tells everybody that somebody else works on it now. */
export const assigned = (tx: Tx, thread: Thread, before: string | null, by: By): void => {
  if (before !== thread.facts.assigneeId)
    tx.publish({
      type: 'conversation.assigned',
      payload: { conversationId: thread.facts.id, assigneeId: thread.facts.assigneeId, fromId: before, byUserId: by.userId },
    })
}

/** A person takes the floor; the flow's run ends. Whether they take it from the bot or out of the queue, the thread tells it. */
export const seizeFloor = async (tx: Tx, ports: ConversationsPorts, thread: Thread, by: By): Promise<void> => {
  const { floor, assigneeId } = thread.facts
  apply(thread, takeOver(thread.facts, by.keyId ? null : by.userId))
  thread.because = { kind: 'taken', byUserId: by.userId }
  if (floor === 'human' && assigneeId === thread.facts.assigneeId) return
  if (floor === 'human') addSystemLine(thread, ports, 'assigned', { userId: by.userId, byUserId: by.userId })
  else {
    await ports.stopFlow(tx, thread.facts.id)
    addSystemLine(thread, ports, 'taken_over', { userId: by.userId })
    await pause(tx, ports, thread, null)
  }
  floorMoved(tx, thread, floor, by)
  assigned(tx, thread, assigneeId, by)
}

/** The bot is silent for so long; null: as the tenant wants it. */
const pause = async (tx: Tx, ports: ConversationsPorts, thread: Thread, wanted: BotPause | null): Promise<void> => {
  const [{ botPause }, { timeZone }] = [await readConduct(tx), await ports.business(tx.tenantId)]
  thread.facts = pauseBot(thread.facts, wanted ?? botPause.app, { now: ports.now(), timeZone, slidingMinutes: botPause.slidingMinutes })
  scheduleReturn(tx, thread)
}

const refuseWithoutBot = async (tx: Tx, ports: ConversationsPorts, thread: Thread): Promise<void> => {
  const { facts, channel } = thread
  const service = await ports.service(tx.tenantId, facts)
  if (isBotOff(service) || answeringFlow(service, channel) === null) throw new Failure('conflict', 'channel.no_flow', 'No flow answers on this channel.')
  if (!mayBegin(ports, { ...thread, service, contact: await ports.person(tx, facts.contactId) }))
    throw new Failure('conflict', 'channel.not_answered', 'Flows do not answer this person on this channel now. One can be begun by its name.')
}

/** Gives the floor to people, to the channel's flow or to nobody. */
export const setFloor = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  floor: 'human' | 'flow' | 'nobody',
  wanted?: BotPause,
): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  const before = thread.facts
  if (floor === 'human') {
    // Whoever says only for how long does not take it from a colleague.
    if (before.floor !== 'human' || wanted === undefined) await seizeFloor(tx, ports, thread, by)
    else apply(thread, takeOver(before, null))
    if (wanted) {
      await pause(tx, ports, thread, wanted)
      tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
    }
  } else {
    if (floor === 'flow') await refuseWithoutBot(tx, ports, thread)
    apply(thread, floor === 'flow' ? handBack(thread.facts) : dropFloor(thread.facts))
    thread.because = { byUserId: by.userId, ...(floor === 'flow' && { end: 'handed_back' as const }) }
    if (floor === 'nobody') await ports.stopFlow(tx, conversationId)
    if (before.floor !== thread.facts.floor) addSystemLine(thread, ports, floor === 'flow' ? 'handed_back' : 'floor_dropped', { userId: by.userId })
    floorMoved(tx, thread, before.floor, by)
    assigned(tx, thread, before.assigneeId, by)
  }
  await saveThread(tx, ports, thread)
}

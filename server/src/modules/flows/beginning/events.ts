import { chooseFlow, triggersOfType } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { noteMilestones } from '../milestones/note.ts'
import type { FlowsPorts } from '../ports.ts'
import { wakeByOccurrence } from './awaited.ts'
import { triggersOf } from './known-triggers.ts'

/** What became of a conversation, as far as flows begin by it. `answered`: a person wrote to the customer. */
export type Moved = { was: { state: string } | null; now: { id: string; state: string; lastSeq: number }; answered: boolean }

/** Something happened to a conversation by which a flow begins, in a transaction of its own. `afterSeq`: what was said until then. */
export type EventTimer = {
  type: 'begin_flow'
  conversationId: string
  flowId: string
  by: 'tag_added' | 'tag_removed' | 'stage_changed' | 'state_changed' | 'missed_reply'
  takesOver: boolean
  hours?: number
  afterSeq?: number
}

const begin = (tx: Tx, timer: Omit<EventTimer, 'type'>, runAt?: Date): void =>
  tx.enqueue({ queue: 'due', key: timer.conversationId, payload: { type: 'begin_flow', ...timer }, ...(runAt && { runAt }) })

const hour = 3_600_000

/** Follows what becomes of conversations: nothing is asked of the database where nothing happened that flows begin by. */
export const followMove = async (tx: Tx, ports: Pick<FlowsPorts, 'now'>, { was, now, answered }: Moved): Promise<void> => {
  const hasChanged = was !== null && was.state !== now.state
  if (!hasChanged && !answered) return
  const { index } = await triggersOf(tx)
  if (hasChanged) {
    const choice = chooseFlow(index, { type: 'state_changed', to: now.state }, { flowId: null })
    if (choice?.trigger.type === 'state_changed')
      begin(tx, { conversationId: now.id, flowId: choice.flowId, by: 'state_changed', takesOver: choice.trigger.takesOver })
  }
  if (!answered || now.state === 'closed') return
  for (const { flowId, trigger } of triggersOfType(index, 'missed_reply')) {
    const { hours } = trigger
    const runAt = new Date(ports.now().getTime() + hours * hour)
    begin(tx, { conversationId: now.id, flowId, by: 'missed_reply', takesOver: true, hours, afterSeq: now.lastSeq }, runAt)
  }
}

/** Tags came onto a conversation, or were taken off it. */
export type Retagged = { added: readonly string[]; removed: readonly string[] }

export const followTags = async (
  tx: Tx,
  ports: Pick<FlowsPorts, 'now'>,
  { conversationId, contactId }: { conversationId: string; contactId: string },
  { added, removed }: Retagged,
): Promise<void> => {
  noteMilestones(tx, ports, contactId, 'tag', added)
  await followTagsOf(tx, conversationId, 'tag_added', added)
  await followTagsOf(tx, conversationId, 'tag_removed', removed)
}

const followTagsOf = async (tx: Tx, conversationId: string, by: 'tag_added' | 'tag_removed', tags: readonly string[]): Promise<void> => {
  if (tags.length === 0) return
  await wakeByOccurrence(tx, conversationId, { type: by, tags })
  const choice = chooseFlow((await triggersOf(tx)).index, { type: by, tags }, { flowId: null })
  if (choice?.trigger.type === by) begin(tx, { conversationId, flowId: choice.flowId, by, takesOver: choice.trigger.takesOver })
}

/** The person with whom a conversation is came to this stage. */
export const followStage = async (tx: Tx, conversationId: string, to: string): Promise<void> => {
  await wakeByOccurrence(tx, conversationId, { type: 'stage_changed', to })
  const choice = chooseFlow((await triggersOf(tx)).index, { type: 'stage_changed', to }, { flowId: null })
  if (choice?.trigger.type === 'stage_changed') begin(tx, { conversationId, flowId: choice.flowId, by: 'stage_changed', takesOver: choice.trigger.takesOver })
}

/**
 * Its time has come: the flow begins if its trigger is still published. In one conversation not again until the customer has said something, so that a
 * flow whose end brings about its own beginning does not go round.
 */
export const beginByEvent = async (tx: Tx, ports: FlowsPorts, { conversationId, flowId, by, takesOver, hours, afterSeq }: EventTimer): Promise<void> => {
  const { index } = await triggersOf(tx)
  const own = triggersOfType(index, by).filter((one) => one.flowId === flowId)
  const published = own.find(({ trigger }) => trigger.type !== 'missed_reply' || trigger.hours === hours)
  if (!published) return
  const opening = published.trigger.type === 'missed_reply' ? (published.trigger.template ?? null) : null
  await ports.beginBy(
    tx,
    { conversationId },
    { flowId, takesOver, opening, variables: {}, onceUntilHeard: true, ...(afterSeq !== undefined && { silentAfter: afterSeq }) },
  )
}

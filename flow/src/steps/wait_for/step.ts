import { timedOut, wait, waitForAnswer } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { obey } from '../../engine/commands.ts'
import { nextOutput, timeoutOutput } from '../../engine/output.ts'
import type { AwaitedEvent } from '../../engine/run-state.ts'
import { setVariable } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error } from '../../problems/found.ts'

type WaitFor = NodeOf<'wait_for'>

export const waitFor: StepBehaviour<WaitFor> = {
  enter: (turn, node) => {
    const event = eventOf(node)
    const way = event && !node.hears ? wait(turn, 'delay', node.timeout.seconds) : waitForAnswer(turn, node)
    if (event) turn.state = { ...turn.state, wait: { ...turn.state.wait!, event } }
    return way
  },
  answer: (turn, node, message) => {
    const command = obey(turn, message)
    if (command) return command
    if (node.saveAs !== undefined) setVariable(turn, node.saveAs, message.text.trim() || `[${message.type}]`)
    return go(node.next, 'next')
  },
  happened: (_turn, node) => go(node.happened, 'happened'),
  due: timedOut,
  outputs: (node) => [
    ...(listens(node) ? [nextOutput(node, 'answer')] : []),
    ...(node.event === undefined ? [] : [{ id: 'happened', next: node.happened, path: ['happened'], after: 'time' as const }]),
    ...timeoutOutput(node),
  ],
  sets: ({ saveAs }) => (saveAs === undefined ? [] : [saveAs]),
  problems: (node, { isCalled }) => [
    ...(isOfTags(node) && node.tags.length === 0 ? [error('tags_missing', 'No tag is named here.', { field: 'tags' })] : []),
    ...(node.event === 'stage_changed' && node.stages.length === 0 ? [error('stages_missing', 'No stage is named here.', { field: 'stages' })] : []),
    ...(node.event === 'webhook' && !isCalled ? [error('hook_missing', 'No program calls this flow: it has no such trigger.', { field: 'event' })] : []),
    ...(node.event !== undefined && node.happened === null ? [error('happened_leads_nowhere', 'What happens then leads nowhere.', { field: 'happened' })] : []),
  ],
}

/** Whether what the customer says counts; without an event to wait for it always does. */
const listens = ({ event, hears }: WaitFor): boolean => hears || event === undefined

const isOfTags = ({ event }: WaitFor): boolean => event === 'tag_added' || event === 'tag_removed'

const eventOf = ({ event, tags, stages }: WaitFor): AwaitedEvent | null => {
  if (event === 'tag_added' || event === 'tag_removed') return { type: event, tags }
  if (event === 'stage_changed') return { type: event, stages }
  return event === undefined ? null : { type: event }
}

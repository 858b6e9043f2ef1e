import type { FlowNode } from '../definition.ts'
import { end, handOver } from './endings.ts'
import type { Wait } from './run-state.ts'
import type { Turn } from './turn.ts'
import { retrace, trace } from './turn.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/** What all steps that ask and wait have in common. */

/** A step that asks, with the fields of `schema/asking.ts`. */
export type AskingNode = Extract<FlowNode, { retries: number }>

/** Waits at the current step, for at most so many seconds (null: for ever). Whatever timer the run had before is stale from now on. */
export const wait = (turn: Turn, kind: Wait['kind'], seconds: number | null): Way => {
  const token = turn.state.token + 1
  const dueAt = seconds === null ? null : new Date(turn.context.now.getTime() + seconds * 1000).toISOString()
  turn.state = { ...turn.state, status: 'waiting', token, wait: { kind, token, dueAt } }
  if (dueAt !== null) turn.effects.push({ type: 'wake', at: dueAt, token })
  return 'stays'
}

/** Waits for an answer, for as long as the step allows. */
export const waitForAnswer = (turn: Turn, node: { timeout?: AskingNode['timeout'] }): Way => wait(turn, 'reply', node.timeout?.seconds ?? null)

/** Counts one more try; true when there was none left. */
export const usedUp = (turn: Turn, node: AskingNode): boolean => {
  retrace(turn, 'invalid')
  turn.state.attempts += 1
  return turn.state.attempts > node.retries
}

/** What the author wants said before this try; nothing where the engine finds its own words. */
export const wordsForTry = ({ state }: Turn, { invalidText, invalidTexts }: Pick<AskingNode, 'invalidText' | 'invalidTexts'>): string | undefined =>
  invalidTexts?.[state.attempts - 1] || invalidText

/** All that an author may have said after invalid answers. */
export const invalidWords = ({ invalidText, invalidTexts }: Pick<AskingNode, 'invalidText' | 'invalidTexts'>): string[] => [
  invalidText ?? '',
  ...(invalidTexts ?? []),
]

/** Takes the branch for answers that nobody understands, or hands over. */
export const giveUp = (turn: Turn, node: AskingNode): Way =>
  node.onInvalid === null ? handOver(turn, turn.notes.notUnderstood(nameOf(turn, node))) : go(node.onInvalid, 'invalid')

/** The customer stayed silent. Only a definition that was swapped under the run has no time-out here: the step is taken anew. */
export const timedOut = (turn: Turn, node: { timeout?: AskingNode['timeout'] }): Way => {
  const at = turn.state.node ?? ''
  if (!node.timeout) return go(at)
  trace(turn, at, 'timeout')
  return node.timeout.next === null ? end(turn, 'silent') : go(node.timeout.next, 'timeout')
}

/** What a question is called in front of a person. */
export const nameOf = (turn: Turn, node: { label?: string | undefined; saveAs?: string | undefined }): string =>
  node.label ?? node.saveAs ?? turn.state.node ?? ''

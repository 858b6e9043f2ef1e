import type { FlowDefinition } from '../definition.ts'
import { answerInput, answerMenu } from './answer.ts'
import { obey, obeyFirst } from './commands.ts'
import { cut } from './cut.ts'
import { end } from './endings.ts'
import type { CustomerMessage } from './heard.ts'
import { isNotice } from './heard.ts'
import { nodeAt } from './nodes.ts'
import type { Context, Happening, RunState, Stepped } from './run-state.ts'
import { longestValue } from './run-state.ts'
import type { Turn } from './turn.ts'
import { beginTurn } from './turn.ts'
import { walk } from './walk.ts'

/** Timers in a row that may fire without a word from the customer: a flow that keeps asking into the silence ends by itself. */
const mostWakes = 20

/**
 * One turn of a run: what happened, in the light of the world as it is → the run's next state and what has to be done, in order.
 *
 * Pure and total: the same arguments always give the same answer, and no definition that passed its schema and no happening makes it throw. Afterwards the run
 * either waits (for an answer, for a timer or for either) or is finished; a finished run, a stale timer and a platform's notice change nothing and have no effects.
 */
export const step = (definition: FlowDefinition, state: RunState, happening: Happening, context: Context): Stepped => {
  if (!concerns(happening, state)) return { state, effects: [], path: [] }
  const turn = beginTurn(definition, state, context)
  if (happening.type === 'due') wake(turn)
  else if (state.status === 'running') start(turn, happening.message)
  else reply(turn, happening.message!)
  return { state: turn.state, effects: turn.effects, path: turn.path }
}

const concerns = (happening: Happening, state: RunState): boolean => {
  if (state.status === 'finished') return false
  if (happening.type === 'due') return state.wait !== null && state.wait.dueAt !== null && state.wait.token === happening.token
  if (happening.type === 'start') return state.status === 'running'
  return !isNotice(happening.message)
}

const hear = (turn: Turn, message: CustomerMessage): void => {
  turn.state.heard = cut(message.text, longestValue)
  turn.state.wakes = 0
}

/** A message to a run that has not begun begins it. */
const start = (turn: Turn, message: CustomerMessage | undefined): void => {
  if (message) hear(turn, message)
  if (message && obeyFirst(turn, message)) return
  walk(turn, turn.definition.start)
}

const reply = (turn: Turn, message: CustomerMessage): void => {
  hear(turn, message)
  const node = nodeAt(turn.definition, turn.state.node ?? '')
  if (turn.state.wait?.kind === 'delay') obey(turn, message)
  else if (node?.type === 'menu') answerMenu(turn, node, message)
  else if (node?.type === 'input') answerInput(turn, node, message)
  // Only a definition that was swapped under the run brings us here: take the step anew.
  else walk(turn, turn.state.node)
}

const wake = (turn: Turn): void => {
  turn.state.wakes += 1
  if (turn.state.wakes > mostWakes) {
    end(turn, 'silent')
    return
  }
  const node = nodeAt(turn.definition, turn.state.node ?? '')
  if (node?.type === 'delay') return walk(turn, node.next)
  const timeout = node?.type === 'menu' || node?.type === 'input' ? node.timeout : undefined
  if (!timeout) return walk(turn, turn.state.node)
  if (timeout.next === null) end(turn, 'silent')
  else walk(turn, timeout.next)
}

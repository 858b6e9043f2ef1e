import type { FlowDefinition } from '../definition.ts'
import type { StopReason } from '../safety/pace.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import { obey, obeyFirst } from './commands.ts'
import { cut } from './cut.ts'
import { end, handOver, transfer } from './endings.ts'
import type { CustomerMessage } from './heard.ts'
import { isNotice } from './heard.ts'
import { meetMedia } from './media.ts'
import { nodeAt } from './nodes.ts'
import type { Context, Happening, RunState, Stepped, Variables } from './run-state.ts'
import { longestValue } from './run-state.ts'
import type { Turn } from './turn.ts'
import { beginTurn, setVariable, trace } from './turn.ts'
import { leaveUnsaid } from './unsaid.ts'
import { walk } from './walk.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/** Timers and results in a row that may come without a word from the customer: a flow that keeps asking into the silence ends by itself. */
const mostWakes = 20

/**
 * One turn of a run: what happened, in the light of the world as it is → the run's next state and what has to be done, in order.
 *
 * Pure and total: the same arguments always give the same answer, and no definition that passed its schema and no happening makes it throw. Afterwards the run
 * either waits (for an answer, for a timer or for either) or is finished; a finished run, a stale timer and a platform's notice change nothing and have no effects.
 */
export const step = (definition: FlowDefinition, state: RunState, happening: Happening, context: Context): Stepped => {
  if (!concerns(happening, state)) return { state, effects: [], trace: [] }
  const turn = beginTurn(definition, state, context)
  if (happening.type === 'stopped') stopBecause(turn, happening.why)
  else if (happening.type === 'due') walk(turn, wake(turn))
  else if (happening.type === 'happened') walk(turn, goOnBy(turn, happening.variables))
  else if (happening.type === 'returned') walk(turn, takeBack(turn, happening.result))
  else if (state.status === 'running') start(turn, happening.message)
  else walk(turn, reply(turn, happening.message!))
  hearKept(turn)
  leaveUnsaid(turn)
  return { state: turn.state, effects: turn.effects, trace: turn.trace }
}

/** Whether something changes a run at all: a stale timer, a platform's notice and whatever comes after its end do not. */
export const concerns = (happening: Happening, { status, wait }: RunState): boolean => {
  if (status === 'finished') return false
  switch (happening.type) {
    case 'due':
      return wait !== null && wait.dueAt !== null && wait.token === happening.token
    case 'returned':
      return wait !== null && wait.kind === 'result' && wait.token === happening.token
    case 'happened':
      return wait !== null && wait.event !== undefined && wait.token === happening.token
    case 'start':
      return status === 'running'
    case 'stopped':
      return true
    case 'message':
      return !isNotice(happening.message)
  }
}

const hear = (turn: Turn, message: CustomerMessage): void => {
  turn.state.heard = cut(message.text, longestValue)
  turn.state.wakes = 0
}

/** A message to a run that has not begun begins it. */
const start = (turn: Turn, message: CustomerMessage | undefined): void => {
  if (message) hear(turn, message)
  walk(turn, (message && obeyFirst(turn, message)) ?? go(turn.definition.start), 'start')
}

const reply = (turn: Turn, message: CustomerMessage): Way => {
  if (turn.state.wait?.kind === 'result') return keepFor(turn, message)
  hear(turn, message)
  const at = turn.state.node ?? ''
  const node = nodeAt(turn.definition, at)
  const { answer } = node ? behaviourOf(node) : {}
  trace(turn, at, 'answered', message.text)
  if (turn.state.wait?.kind !== 'reply') return obey(turn, message) ?? unheard(turn)
  // Only a definition that was swapped under the run brings us to a step that does not listen: take it anew.
  return node && answer ? meetMedia(turn, message, () => answer(turn, node, message)) : go(turn.state.node)
}

/** Messages that are kept while a result is awaited; later ones stand in the thread alone. */
const mostKept = 20

/** A result is awaited: always-on words count at once, everything else is heard when it is there. */
const keepFor = (turn: Turn, message: CustomerMessage): Way => {
  trace(turn, turn.state.node ?? '', 'answered', message.text)
  const way = obey(turn, message)
  if (way !== null) {
    hear(turn, message)
    delete turn.state.kept
    return way
  }
  const kept = turn.state.kept ?? []
  if (kept.length < mostKept) turn.state.kept = [...kept, { ...message, text: cut(message.text, longestValue) }]
  return unheard(turn)
}

/** What was written meanwhile is heard in its order, until a result is awaited once more. */
const hearKept = (turn: Turn): void => {
  while (turn.state.status === 'waiting' && turn.state.wait?.kind !== 'result' && turn.state.kept) {
    const [message, ...later] = turn.state.kept
    if (later.length > 0) turn.state.kept = later
    else delete turn.state.kept
    if (message) walk(turn, reply(turn, message))
  }
  if (turn.state.status === 'finished') delete turn.state.kept
}

const unheard = (turn: Turn): Way => {
  turn.trace.pop()
  return 'stays'
}

const wake = (turn: Turn): Way => {
  turn.state.wakes += 1
  if (turn.state.wakes > mostWakes) return end(turn, 'silent')
  const node = nodeAt(turn.definition, turn.state.node ?? '')
  const { due } = node ? behaviourOf(node) : {}
  return node && due ? due(turn, node) : go(turn.state.node)
}

/** Nobody is answered in a talk of two machines; whoever wrote more than a bot may answer is told that a person goes on. */
const stopBecause = (turn: Turn, why: StopReason): void => {
  trace(turn, turn.state.node ?? turn.definition.start, 'error')
  if (why === 'budget') handOver(turn, turn.notes.overBudget)
  else transfer(turn, turn.notes.otherBot)
}

/** Something happened that the run waits for. */
const goOnBy = (turn: Turn, variables: Variables): Way => {
  turn.state.wakes += 1
  if (turn.state.wakes > mostWakes) return end(turn, 'silent')
  const at = turn.state.node ?? ''
  const node = nodeAt(turn.definition, at)
  const { happened } = node ? behaviourOf(node) : {}
  if (!node || !happened) return go(turn.state.node)
  trace(turn, at, 'returned')
  for (const [name, value] of Object.entries(variables)) setVariable(turn, name, value)
  return happened(turn, node)
}

const takeBack = (turn: Turn, result: unknown): Way => {
  turn.state.wakes += 1
  if (turn.state.wakes > mostWakes) return end(turn, 'silent')
  const at = turn.state.node ?? ''
  const node = nodeAt(turn.definition, at)
  const { returned } = node ? behaviourOf(node) : {}
  if (!node || !returned) return go(turn.state.node)
  trace(turn, at, 'returned')
  return returned(turn, node, result)
}

import { cut } from './cut.ts'
import type { Outcome } from './run-state.ts'
import type { Turn } from './turn.ts'
import { fillForTeam, say } from './turn.ts'
import type { Way } from './way.ts'

/** Ends the run. Nothing happens to it any more. */
export const end = (turn: Turn, outcome: Outcome): Way => {
  turn.state.status = 'finished'
  turn.state.outcome = outcome
  turn.state.wait = null
  turn.effects.push({ type: 'ended', outcome })
  return 'stays'
}

/** Code points of a note, once its variables are filled in. */
const longestNote = 2000

/** Leaves the team a note, unless its variables leave nothing to read. */
export const noteForTeam = (turn: Turn, text: string, people: string[]): void => {
  const filled = cut(fillForTeam(turn, text).trim(), longestNote)
  if (filled !== '') turn.effects.push({ type: 'note', text: filled, people })
}

/** Gives the conversation to a person, with what the customer answered so far; into a queue, if one is named. */
export const transfer = (turn: Turn, note: string, queue?: string): Way => {
  const summary = turn.state.answers.map(({ asked, answer }) => `${asked}: ${answer}`).join('\n')
  turn.effects.push({ type: 'transfer', note, summary, ...(queue !== undefined && { queue }) })
  return end(turn, 'transferred')
}

/** The engine's own hand-over, where the author named no step for it: the customer is told. */
export const handOver = (turn: Turn, note: string): Way => {
  say(turn, turn.phrases.handOver)
  return transfer(turn, note)
}

export const close = (turn: Turn, reason: string, outcome: 'closed' | 'stopped' = 'closed'): Way => {
  turn.effects.push({ type: 'close', reason })
  return end(turn, outcome)
}

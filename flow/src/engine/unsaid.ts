import { end } from './endings.ts'
import type { Effect } from './run-state.ts'
import type { Turn } from './turn.ts'

const isWord = ({ type }: Effect): boolean => type === 'say' || type === 'react'

/** Remembers where the turn first had something to say to somebody whom messages do not reach. */
export const noteUnsaid = (turn: Turn): void => {
  if (turn.context.isUnreachable !== true || turn.unsaid) return
  const effects = turn.effects.findIndex(isWord)
  if (effects !== -1) turn.unsaid = { state: { ...turn.state }, effects, trace: turn.trace.length }
}

/**
 * Nothing is said to somebody whom messages do not reach: the run ends at the first step that has something to say, and what its author wanted done after those
 * words is not done, since they were not said. But where this very turn leads to a person, or to the end of the conversation, it goes there without a word: people
 * may know another way to reach them, and nobody has to close by hand what was to close by itself.
 */
export const leaveUnsaid = (turn: Turn): void => {
  if (turn.context.isUnreachable !== true) return
  noteUnsaid(turn)
  const { outcome } = turn.state
  if (turn.unsaid && outcome !== 'transferred' && outcome !== 'closed') {
    const { state, effects, trace } = turn.unsaid
    const { offer: _offer, kept: _kept, ...left } = state
    turn.state = left
    turn.effects.length = effects
    turn.trace.length = trace
    end(turn, 'unreachable')
  }
  const done = turn.effects.filter((effect) => !isWord(effect) && effect.type !== 'typing')
  turn.effects.splice(0, turn.effects.length, ...done)
}

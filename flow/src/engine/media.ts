import { handOver } from './endings.ts'
import type { CustomerMessage } from './heard.ts'
import { isMedia } from './heard.ts'
import type { Turn } from './turn.ts'
import { say } from './turn.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/**
 * Lets a step hear a message; where it is a picture or the like and the step cannot use it, the flow's own handler says what happens. Its words stand in
 * place of the step's; a person or another step take over as if the step had heard nothing.
 */
export const meetMedia = (turn: Turn, message: CustomerMessage, answer: () => Way): Way => {
  const { onMedia } = turn.definition.handlers
  const [state, said] = [{ ...turn.state }, turn.effects.length]
  const way = answer()
  if (!onMedia || !isMedia(message) || turn.trace.at(-1)?.cause !== 'invalid') return way
  if (onMedia.do === 'say') {
    if (way === 'stays' && turn.state.status === 'waiting') replaceWords(turn, said, onMedia.text)
    return way
  }
  turn.state = state
  turn.effects.length = said
  return onMedia.do === 'go' ? go(onMedia.next) : handOver(turn, turn.notes.sentMedia)
}

/** What was said since then gives way to these words; timers stay. */
const replaceWords = (turn: Turn, since: number, text: string): void => {
  const others = turn.effects.splice(since).filter(({ type }) => type !== 'say')
  say(turn, text)
  turn.effects.push(...others)
}

import type { FlowDefinition } from '../definition.ts'
import { fold, holdsWords, sameWords, withoutManners } from '../understanding/fold.ts'

/** What a word that works at every step asks for. */
export type Command = 'human' | 'menu' | 'restart' | 'cancel' | 'stop'

/** The command in a message, if any: the whole message, with or without manners; a phrase for a person also inside a longer message. */
export const commandIn = (text: string, always: FlowDefinition['always']): Command | null => {
  if (text.trim() === '') return null
  const said = withoutManners(fold(text))
  const whole = (words: string[]) => words.some((word) => sameWords(word, text) || (said !== '' && said === fold(word)))
  if (whole(always.human) || always.human.some((phrase) => asksFor(said, fold(phrase)))) return 'human'
  return (['menu', 'restart', 'cancel', 'stop'] as const).find((command) => whole(always[command])) ?? null
}

/** "no, necesito hablar con una persona ya" holds "hablar con una persona". Rather a person too many than a customer locked in with a bot. */
const asksFor = (said: string, phrase: string): boolean => phrase.includes(' ') && holdsWords(said, phrase)

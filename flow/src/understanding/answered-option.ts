import type { MenuOption } from '../engine/menu-content.ts'
import { fold, withoutManners } from './fold.ts'
import type { YesNo } from './yes-no-lexicon.ts'
import { yesNoIn } from './yes-no.ts'

/** The row of a menu that a yes or a no means: "dale" of "Sí, confirmo" and "No, cambiar", "no" of "Ahora no". */

const yesLabel = /^(?:si|sim|yes|ya|ja)(?: |$)/
const noLabel = /^(?:(?:aun|todavia|ainda) )?(?:no|nao)(?: |$)| (?:no|nao)$|^not now$/
const notNow = /^(?:por )?(?:ahora|agora|todavia|ainda|aun|right now|not) (?:no|nao|not|now|right now|yet)(?: |$)/
const laterLabel = /\b(?:mas tarde|despues|later|mais tarde|depois|en otro momento|outra hora)\b/
/** A yes or a no and not a word more. "No confirmo" does not ask to change the date. */
const bare = { yes: /^(?:si|sim|yes|s|y)$/, no: /^(?:no|nao|n|nn|nop|nope|nah|not)$/ }

/** Where one row alone says yes or no, and the other says the contrary for any but the barest words. */
export const answeredOption = <Option extends MenuOption>(options: Option[], text: string): Option | null => {
  const said = yesNoIn(text)
  if (said !== 'yes' && said !== 'no') return null
  // "Ahora no" is later where there is such a row beside "No me interesa".
  if (notNow.test(fold(text)) && options.some(({ label }) => laterLabel.test(fold(label)))) return null
  const [own, other] = said === 'yes' ? [yesLabel, noLabel] : [noLabel, yesLabel]
  const named = options.filter(({ label }) => own.test(fold(label)))
  const fitting = named.length > 0 ? named : agreeing(options, said)
  const [found] = fitting
  if (fitting.length !== 1 || /\d/.test(text)) return null
  if (bare[said].test(withoutManners(fold(text)))) return found!
  const isPlain = said === 'yes' || yesNoIn(found!.label) === 'no'
  return isPlain && (named.length === 0 || options.some(({ label }) => other.test(fold(label)))) ? found! : null
}

/** "Acepto" beside "No acepto": rows that say yes and no in other words. */
const agreeing = <Option extends MenuOption>(options: Option[], said: 'yes' | 'no'): Option[] => {
  if (options.length > 3) return []
  const kinds = options.map(({ label }) => yesNoIn(label))
  return kinds.includes('yes') && kinds.includes('no') ? options.filter((_, at) => kinds[at] === said) : []
}

/** Whether the contrary of this name is said, or less than it: "tampoco acepto" of "Acepto", "sí pero no" of "Sí". Nor does "¿sí?" say yes. */
export const contradicts = (text: string, name: string): boolean =>
  opposes(text, name) ||
  (yesNoIn(text) === 'unsure' && isAnswer(yesNoIn(name)) && (text.includes('?') || [yesLabel, noLabel].some((label) => label.test(fold(name)))))

/** Whether one is a yes and the other a no. */
export const opposes = (text: string, name: string): boolean => {
  const [said, meant] = [yesNoIn(text), yesNoIn(name)]
  return isAnswer(said) && isAnswer(meant) && said !== meant
}

const isAnswer = (said: YesNo): boolean => said === 'yes' || said === 'no'

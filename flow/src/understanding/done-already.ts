import { fold } from './fold.ts'
import { haveOneRoot } from './word-stems.ts'

/** What was done already is no wish to do it: "ya cancelé" of "Cancelar cita", "já paguei" of "Pagar boleto". */

const done =
  /^(?:(?:yo|eu|i|we|que|pero) )*(?:ya|ja|already|have already|ive already)(?: (?:lo|la|los|las|me|le|les|nos|o|a))? (?<verb>[a-z]{3,}(?:[ei]|ed))(?= |$)/

/** Whether folded words tell as done what one of these names would do; "Ya pagué" is a name of its own. */
export const tellsDone = (folded: string, names: readonly string[]): boolean => {
  const { verb } = done.exec(folded)?.groups ?? {}
  if (verb === undefined) return false
  return names.some((name) => {
    const words = fold(name).split(' ')
    return !/^(?:ya|ja|already|i)$/.test(words[0]!) && words.some((word) => /[aei]r$/.test(word) && haveOneRoot(verb, word))
  })
}

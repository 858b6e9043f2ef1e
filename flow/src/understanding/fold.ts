/** UTF-16 units of a text that are looked at: no command, label or keyword is longer, and a pasted book must cost nothing. */
const longest = 600

/**
 * A text the way people compare it: without accents, case, punctuation and emoji; words and digits parted by single blanks.
 * Keycaps and full-width digits become plain digits. Empty when the text has neither letters nor digits.
 */
export const fold = (text: string, most = longest): string =>
  text
    .slice(0, most)
    .replaceAll('🔟', '10')
    .replace(/['’`´]/g, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether two texts read the same. Texts of nothing but emoji or signs are compared as they are. */
export const sameWords = (one: string, other: string): boolean => {
  const folded = fold(one)
  return folded === '' ? one.trim() !== '' && one.trim() === other.trim() : folded === fold(other)
}

/** Whether the words of a folded phrase stand together in a folded text. */
export const holdsWords = (folded: string, phrase: string): boolean => phrase !== '' && ` ${folded} `.includes(` ${phrase} `)

const manners =
  'hola|ola|oi|hi|hello|hey|buenas|buenos dias|buen dia|buenas tardes|buenas noches|bom dia|boa tarde|boa noite|good morning|good afternoon|good evening|por favor|porfavor|porfa|porfi|please|pfv|pfvr|pf|por gentileza|se faz favor|faz favor|gracias|muchas gracias|muchisimas gracias|mil gracias|porfis|xfa|xfavor|pls|plz|pretty please|and thank you|obrigado|obrigada|muito obrigado|muito obrigada|obg|vlw|valeu|thanks|thank you|thx|ty'
const before = new RegExp(`^(?:(?:${manners}) )+`)
const after = new RegExp(`(?: (?:${manners}))+$`)

const onlyManners = new RegExp(`^(?:(?:${manners})(?: |$))+$`)

/** Whether a folded text greets or thanks and says nothing else: "boa noite" is no time of day. */
export const isOnlyManners = (folded: string): boolean => onlyManners.test(folded)

/** A folded text without the greetings and thanks around it: "hola, un turno por favor" → "un turno". Kept whole when nothing else is in it. */
export const withoutManners = (folded: string): string => folded.replace(before, '').replace(after, '')

import { wordsOf } from './yes-no-lexicon.ts'

/**
 * A yes or a no that is only thought: "creo que sí", "acho que não", "I think I can make it". A no so said leaves all as it is and is taken for one, as "I don't
 * think so" is; a yes is read back first, since what follows it may book something.
 */

/** Who only thinks so; "me parece" and "acho" need their "que", for "me parece bien" and "acho ótimo" agree. */
const thinking = [
  '(?:yo |me )?(?:creo|supongo|pienso|imagino|calculo|asumo|diria)(?: yo)?(?: que)?',
  'me parece que|parece que|(?:lo )?mas (?:probable|seguro) (?:es )?que|es (?:muy )?probable que|casi seguro(?: que)?',
  '(?:eu )?(?:acho|creio|suponho|penso|imagino|acredito)(?: eu)?(?: que)?|o mais provavel e que|quase certeza(?: que)?',
  '(?:i |id |i would |im )?(?:guess|suppose|believe|reckon|imagine|assume|expect|say|guessing|pretty sure)|i think',
].join('|')
const likely = 'probablemente|seguramente|probable|provavelmente|probably|likely|(?:most|very|more than) likely'

const inEnglish = /(?<= )(?:i |id |i would )?(?:think|guess|suppose|believe|reckon|imagine|assume|expect|say) (?<what>so|not)(?= )/g
const hedges = new RegExp(`(?<= )(?:${thinking}|${likely})(?= )`, 'g')

/** What is doubted, if it is said. */
const doubtful = '(?: (?:que|poder|ir|llegar|asistir|i|ill|we|well|it|that|thats|thatll|its)(?<more>(?: [a-z]+){0,5}))?'
/** "No creo", "no creo que pueda", "não acho que consiga", "I don't believe so". */
const doubted = new RegExp(
  `^(?:(?:no|nao|mm|mmm|uh|sinceramente|la verdad|yo|eu|i|really|honestly|lo|hoy|hoje) )*(?:(?:no|nao) (?:lo |me |te )?(?:creo|creio|acho|pienso|penso|parece|imagino|acredito)|(?:dont|do not|wouldnt) (?:really )?(?:think|believe|reckon|suppose|imagine|expect|say)|doubt|dudo|duvido)(?: (?:so|it|nao|yo|eu))?${doubtful}(?: (?:gracias|obrigad[oa]|thanks|sorry|perdon|lo siento|por favor))*$`,
)
/** What is doubted is that it can be or is needed; "no creo que esté mal" doubts the contrary. */
const able =
  /(?<= )(?:pued[ao]|podamos|puedan|poder|podre|podria|vaya|vayamos|ir|llegue|llegar|alcance|alcanzo|asista|asistir|venga|sirva|convenga|haga falta|sea (?:necesario|posible|buena idea)|possa|possamos|consiga|va|de|precise|seja (?:necessario|possivel)|can|able|make it|works?|need|will|ill|right|correct|good|ok|okay|fits?|suits?)(?= )/

/** Most answers hold none of these, and need no further look. */
const hint =
  /cre[oi]|sup|pens|pien|imag|par[ea]c|ach|acredit|thin|gues|beli|reck|pro[bv]|likel|calc|as[su]m|dir[ií]a|say|expec|d[ou]u?[bdv][toi]|segur|cert|sure/i

/** What a hedged answer leans to; null where it is not hedged, or says something else as well. */
export const leaningThought = (text: string, read: (words: string) => string): 'yes' | 'no' | null => {
  if (text.length > 120 || text.includes('?') || !hint.test(text)) return null
  const words = ` ${wordsOf(text).join(' ')} `
  const refused = doubted.exec(words.trim())
  if (refused) return refused.groups?.['more'] === undefined || able.test(words) ? 'no' : null
  const plain = words.replace(inEnglish, (_, what: string) => (what === 'so' ? 'yes' : 'no')).replace(hedges, ' ')
  if (plain === words) return null
  // "Creo que si puedo" is no condition.
  const said = read(
    plain
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/^si /, 'sí ')
      .replace(/^that (?=i |ill |we |well )/, ''),
  )
  return said === 'yes' || said === 'no' ? said : null
}

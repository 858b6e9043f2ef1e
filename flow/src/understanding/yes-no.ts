import { fold } from './fold.ts'
import { refusesIn } from './yes-no-clauses.ts'
import { leaningOf } from './yes-no-leaning.ts'
import { leaningThought } from './yes-no-hedges.ts'
import { kindOf, kindsIn, mendedWord, misspelt, verdict, wordsOf } from './yes-no-lexicon.ts'
import type { Kind, YesNo } from './yes-no-lexicon.ts'
import { openingOf } from './yes-no-opening.ts'
import { contrast, turnsAway } from './yes-no-rest.ts'
import { agreements, declines, denials } from './yes-no-verbs.ts'

const signs: [RegExp, 'yes' | 'no'][] = [
  [/👍|👌|✅|☑|✔|🆗|💯|🙆|🫡|🤙|🙌|🤝|(?<!\d)100\s?%/u, 'yes'],
  [/👎|❌|✖|🚫|🙅|⛔|❎|🛑/u, 'no'],
]

/** Understands yes and no as people of Latin America and English speakers write them. A message that says more than yes or no counts only where its first words stand apart: "no, mejor el martes". */
export const yesNoIn = (text: string): YesNo => {
  const said = answerIn(text)
  if (said === 'yes' || said === 'no') return asks(text) ? 'unsure' : said
  return leaningThought(text, answerIn) === 'no' ? 'no' : said
}

/** Whether a message says yes with a hedge: "creo que sí". That is no yes yet. */
export const leansToYes = (text: string): boolean => leaningThought(text, answerIn) === 'yes'

/** "¿Sí?" asks back and agrees to nothing; "¿por qué no?" does. "No, ¿puede ser otro día?" answers first. */
const asks = (text: string): boolean =>
  (text.split(/[,.;:!\n]/)[0] ?? '').includes('?') && !/(?<= )(?:por ?que (?:no|nao)|why not|como no)(?= )/.test(` ${fold(text)} `)

const answerIn = (text: string): YesNo => {
  const said = answerAsItStands(text)
  if (said === 'yes' || said === 'no') return said
  const [regret] = regretted.exec(text) ?? []
  return regret !== undefined && answerAsItStands(text.slice(regret.length)) === 'no' ? 'no' : said
}

/** "Poxa, não posso", "I'm sorry but no": regret comes before a refusal. */
const regretted =
  /^\P{L}*(?:(?:perd[oó]n|disculp[ae]n?|desculp[ae]|lo (?:siento|lamento)|lamento|sinto muito|(?:i['’]?m )?(?:so |very )?sorry|poxa|puxa|ay|ai|uy|uh|oh|ah|ish|aff|uff|(?:mil |muchas )?(?:disculpas|desculpas)|qu[eé] (?:pena|l[aá]stima)|que pena|me temo que|receio que)(?!\p{L})\P{L}*)+(?:(?:pero|mas|but)(?!\p{L})\P{L}*)?(?=\p{L})/iu

const answerAsItStands = (text: string): YesNo => {
  if (text.length > 200) return 'not_understood'
  const shown = signs.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind)
  const words = wordsOf(shown.length > 0 ? text.replace(/100\s?%/, ' ') : text)
  const { kinds, rest } = kindsIn(words)
  const said = new Set<Kind>([...shown, ...kinds.filter((kind) => kind !== 'beside')])
  if (shown.length === 0 && !text.includes('?') && (isDenied(text, words) || declines.some((pattern) => pattern.test(words.join(' '))))) return 'no'
  if (said.size === 0 && rest.length === 0 && nothingMore.test(words.join(' '))) return 'no'
  const isRefused = rest.length === 0 && said.size === 2 && !said.has('unsure') && !refusedApart.test(text) && leaningOf(words) === 'no'
  if (isRefused) return 'no'
  if (shown.length === 0 && refusesInEnglish(words)) return 'no'
  const isForAnotherTime = anotherTime.test(` ${words.join(' ')} `)
  if (words.length === 0 || rest.length === 0) return said.has('yes') && isForAnotherTime ? 'unsure' : verdict(said)
  const isTold = shown.length === 0 && !text.includes('?')
  const sentence = isTold && !said.has('unsure') ? sentenceIn(words, said) : null
  if (sentence !== null) return sentence
  const mended = isTold && words.length <= 6 && !isForAnotherTime ? kindsIn(words.map(mendedWord)) : null
  if (mended !== null && mended.rest.length === 0) return verdict(new Set(mended.kinds.filter((kind) => kind !== 'beside')))
  const loose = words.length <= 4 ? misspelt(words.join(' ')) : null
  if (loose) return said.has(loose === 'yes' ? 'no' : 'yes') ? 'unsure' : loose
  if (said.has('unsure')) return 'unsure'
  return said.size === 0 ? 'not_understood' : openingOf(text, words, said)
}

/** What a whole sentence says, by its verb or by all of its words; null where that is not certain. */
const sentenceIn = (words: string[], said: ReadonlySet<Kind>): YesNo | null => {
  const told = [words, words.filter((word) => kindOf(word) !== 'beside')].map((each) => each.join(' ').replace(hourBehind, ''))
  const matches = (patterns: RegExp[]) => patterns.some((pattern) => told.some((each) => pattern.test(each)))
  if (matches(denials)) return 'no'
  if (matches(agreements)) return 'yes'
  if (contrast.test(` ${words.join(' ')} `) || undecided.test(words.join(' '))) return null
  if (refusesIn(words, (word) => kindOf(word) === 'yes' && !pointing.test(word))) return 'no'
  const leaning = leaningOf(words) ?? leaningOf(words.filter((word) => kindOf(word) !== 'beside'))
  return leaning === 'yes' && turnsAway(words) ? null : leaning === 'yes' && said.has('no') ? 'unsure' : leaning
}

const englishNo = /^(?:no|nope|nah) (?:the|thats?|this|theres|there|its|it|my|i|im|ive|we|were|you|youre)(?= )/

/** "No the last name is wrong": before an English clause the "no" is the answer, unless something in the clause agrees or hedges. */
const refusesInEnglish = (words: string[]): boolean => {
  const told = words.join(' ')
  if (words.length > 10 || !englishNo.test(told) || contrast.test(` ${told} `) || undecided.test(told)) return false
  return (
    kindsIn(words.slice(1)).kinds.every((kind) => kind === 'no' || kind === 'beside') &&
    !words.some((word) => /^(?:mean|know|understand|sure|want|would|wait|idea|like|need|yes)$/.test(word))
  )
}

const pointing = /^(?:es[eao]|est[eao]|ess[ea]|isso|isto|that)$/

/** "I can't confirm yet". */
const undecided = /(?:puedo|posso|consigo|podria|cant|couldnt) (?:[a-z]+ )?(?:confirm|asegur|decir|promet|garanti|dizer|afirmar|say|tell|promise|guarantee)/

/** "No, está bien": what follows may be the contrary. */
const refusedApart = /^\P{L}*(?:n[oã]o?|don['’]?t)\s*\p{P}/iu

/** "Não está correto", "no me queda bien": a verb of agreement, refused. "No, claro" and "no, no hay problema" refuse nothing. */
const isDenied = (text: string, [first = '', verb = '', ...others]: string[]): boolean => {
  if (!/^(?:no|nao|dont)$/.test(first) || refusedApart.test(text)) return false
  if (/^(?:esta|es|e|ta|foi|era)$/.test(verb) && agrees(others)) return true
  if (/^(?:esta|es|e|ta|foi|era|me|da|fica|serve|sirve|parece|quiero|quero|puedo|posso)$/.test(verb) && agrees([verb, ...others])) return true
  return !/^(?:no|nao|sin|sem)$/.test(verb) && agreements.some((pattern) => pattern.test([verb, ...others].join(' ')))
}

/** "I'll be there at 10": whether that is the hour in question is asked elsewhere. */
const hourBehind = / (?:a las?|as|at) \d{1,2}(?: [0-5]\d)?(?: ?(?:hs?|am|pm|horas?))?$/

/** An answer to "anything else?"; beside a yes it says nothing. */
const nothingMore = /^(?:no mas|nada mas|mais nada)(?= |$)/

/** "Sí, otro día" does not agree to this one. */
const anotherTime = / (?:otr[oa]|outr[oa]|another) (?:dia|vez|momento|hora|horario|fecha|data|day|time) /

const agrees = (words: string[]): boolean => {
  const { kinds, rest } = kindsIn(words)
  return rest.length === 0 && kinds.includes('yes') && kinds.every((kind) => kind === 'yes' || kind === 'beside')
}

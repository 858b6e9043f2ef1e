import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { refusesIn } from './yes-no-clauses.ts'
import { leaningOf } from './yes-no-leaning.ts'
import { certainly, contrast, courtesies, reasons, turnsAway } from './yes-no-rest.ts'
import { agreements, denials } from './yes-no-verbs.ts'
import { beside, no, unsure, yes } from './yes-no-words.ts'

/** What an answer to a question for yes or no says; `unsure` when it says both, neither or hedges. */
export type YesNo = 'yes' | 'no' | 'unsure' | 'not_understood'

/** What may follow a yes or a no without saying more: "no quiero eso", "yes, that one". */
const pointing = new Set(
  'asi assim eso ese esa este esta esto isso esse essa isto este that this it one ninguno ninguna nenhum nenhuma anything nada ya ja mas mais anymore now ahora agora'.split(
    ' ',
  ),
)
type Kind = 'yes' | 'no' | 'unsure' | 'beside'
const signs: [RegExp, 'yes' | 'no'][] = [
  [/👍|👌|✅|☑|✔|🆗|💯|🙆|🫡|🤙|🙌|🤝|(?<!\d)100\s?%/u, 'yes'],
  [/👎|❌|✖|🚫|🙅|⛔|❎|🛑/u, 'no'],
]

/** Understands yes and no as people of Latin America and English speakers write them. A message that says more than yes or no counts only where its first words stand apart: "no, mejor el martes". */
export const yesNoIn = (text: string): YesNo => {
  const said = answerIn(text)
  return (said === 'yes' || said === 'no') && asks(text) ? 'unsure' : said
}

/** "¿Sí?" asks back and agrees to nothing; "¿por qué no?" does. "No, ¿puede ser otro día?" answers first. */
const asks = (text: string): boolean =>
  (text.split(/[,.;:!\n]/)[0] ?? '').includes('?') && !/(?<= )(?:por ?que (?:no|nao)|why not|como no)(?= )/.test(` ${fold(text)} `)

const answerIn = (text: string): YesNo => {
  if (text.length > 200) return 'not_understood'
  const shown = signs.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind)
  const words = wordsOf(shown.length > 0 ? text.replace(/100\s?%/, ' ') : text)
  const { kinds, rest } = kindsIn(words)
  const said = new Set<Kind>([...shown, ...kinds.filter((kind) => kind !== 'beside')])
  if (shown.length === 0 && !text.includes('?') && isDenied(text, words)) return 'no'
  if (said.size === 0 && rest.length === 0 && nothingMore.test(words.join(' '))) return 'no'
  const isRefused = rest.length === 0 && said.size === 2 && !said.has('unsure') && !refusedApart.test(text) && leaningOf(words) === 'no'
  if (isRefused) return 'no'
  if (words.length === 0 || rest.length === 0) return said.has('yes') && anotherTime.test(` ${words.join(' ')} `) ? 'unsure' : verdict(said)
  if (shown.length === 0 && !text.includes('?') && !said.has('unsure')) {
    const told = [words, words.filter((word) => lexicon().kinds.get(word) !== 'beside')].map((each) => each.join(' ').replace(hourBehind, ''))
    const matches = (patterns: RegExp[]) => patterns.some((pattern) => told.some((each) => pattern.test(each)))
    if (matches(denials)) return 'no'
    if (matches(agreements)) return 'yes'
    if (!contrast.test(` ${words.join(' ')} `)) {
      if (refusesIn(words, (word) => lexicon().kinds.get(word) === 'yes')) return 'no'
      const leaning = leaningOf(words)
      if (leaning === 'no') return 'no'
      if (leaning === 'yes' && !turnsAway(words)) return said.has('no') ? 'unsure' : 'yes'
    }
  }
  const mended = words.length <= 6 && shown.length === 0 && !text.includes('?') ? kindsIn(words.map(mendedWord)) : null
  if (mended !== null && mended.rest.length === 0) return verdict(new Set(mended.kinds.filter((kind) => kind !== 'beside')))
  const loose = words.length <= 4 ? misspelt(words.join(' ')) : null
  if (loose) return said.has(loose === 'yes' ? 'no' : 'yes') ? 'unsure' : loose
  if (said.has('unsure')) return 'unsure'
  return said.size === 0 ? 'not_understood' : opening(text, words, said)
}

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

const verdict = (said: Set<Kind>): YesNo => {
  if (said.size === 0) return 'not_understood'
  if (said.size > 1 || said.has('unsure')) return 'unsure'
  return said.has('yes') ? 'yes' : 'no'
}

const contractions: [RegExp, string][] = [
  [/ (that|it) is not(?= )/g, ' $1 isnt'],
  [/ (that|it) is(?= )/g, ' $1s'],
  [/ i am(?= )/g, ' im'],
  [/ (do|does|did|is|was|would|could|have|has|are) not(?= )/g, ' $1nt'],
  [/ (?:can not|cannot)(?= )/g, ' cant'],
  [/ will not(?= )/g, ' wont'],
  [/ (?:x|xa) (?=favor |ahora |supuesto |mi |el )/g, ' por '],
  [/ cm(?= )/g, ' com'],
  [/ acho (?=(?:bom|boa|otimo|otima|legal|bem|perfeito|excelente) )/g, ' parece '],
  [/ num (?=(?:da|quero|posso|vou|tem|tenho|consigo|preciso|gostei) )/g, ' nao '],
  [/ ctz(?= )/g, ' certeza'],
  [/ (?:q|k) (?=si |no |sim |nao |va )/g, ' que '],
  [/^ n (?=[a-z]{2})/g, ' nao '],
  [/^ (?:m|mm|hm|hmm|hum|eh|ehh|em|uhm|erm|er|este) (?=\S)(?!h?m+ )/g, ' '],
]

const contracted = (words: string): string => contractions.reduce((told, [pattern, instead]) => told.replace(pattern, instead), ` ${words} `).trim()

/** `kinds`: phrases as messages are read, with their words contracted; `words`: all that stand in them. */
type Lexicon = { kinds: ReadonlyMap<string, Kind>; words: ReadonlySet<string>; byLength: ReadonlyMap<number, [string, Kind][]> }

const compile = (): Lexicon => {
  const kinds = new Map<string, Kind>(
    (
      [
        [beside, 'beside'],
        [yes, 'yes'],
        [no, 'no'],
        [unsure, 'unsure'],
      ] as const
    ).flatMap(([phrases, kind]) => phrases.flatMap((phrase): [string, Kind][] => [phrase, contracted(phrase)].map((each) => [each, kind]))),
  )
  return {
    kinds,
    words: new Set([...kinds.keys()].flatMap((phrase) => phrase.split(' '))),
    byLength: Map.groupBy(
      [...kinds].filter(([phrase]) => phrase.length >= 5),
      ([phrase]) => phrase.length,
    ),
  }
}

let compiled: Lexicon | null = null
/** Compiled for the first answer: a browser that only draws steps has none. */
const lexicon = (): Lexicon => (compiled ??= compile())

const longestPhrase = 6

/** "dalee" for "dale": a letter twice at the end, where that makes no word. */
const undoubled = (word: string): string => {
  const once = word.replace(/(.)\1$/u, '$1')
  const { words } = lexicon()
  return !words.has(word) && words.has(once) ? once : word
}

/** An accent tells "sí" from "si", which may begin a condition. */
const accented = /^\P{L}*sí/iu

/** "Segurísimo", "clarito", "certinho": more or less of a word that is known. */
const inMeasure = (word: string): string => {
  const { words } = lexicon()
  if (words.has(word)) return word
  const stem = word.replace(/(?:is{1,2}im|it|inh)([oa]s?)$/, '$1')
  return stem !== word && words.has(stem) ? stem : word
}

/** The words of a message, folded, as the lexicon spells them; "sí" with its accent as "sip", which is nothing but a yes. */
const wordsOf = (text: string): string[] => {
  const words = fold(text).split(' ').filter(Boolean).map(shortened).map(undoubled).map(inMeasure)
  if (words[0] === 'si' && accented.test(text.normalize('NFC'))) words[0] = 'sip'
  return contracted(words.join(' ')).split(' ').filter(Boolean)
}

/** "siiii", "nooo", "okkk" with as many letters as they need. */
const shortened = (word: string): string => {
  if (/^(?:k{3,}|(?:[jh]+[aei]+){2,}[jh]*|a+(?:[jh]a+){2,}|(?:rs){2,})$/.test(word)) return 'haha'
  if (/^s+e{3,}h*$/.test(word)) return 'si'
  const once = word.replace(/(.)\1{2,}/gu, '$1').replace(/^n0+$/, 'no')
  if (/^s+i+m+$/.test(once)) return 'sim'
  if (/^n+a+o+$/.test(once)) return 'nao'
  return /^(?:si+p*|s+i|(?:si){2,})$/.test(once) ? 'si' : /^(?:no+|n+o|(?:no){2,})$/.test(once) ? 'no' : once === 'oks' ? 'ok' : once
}

/** The longest known phrases, from the left; what no phrase covers is the rest. */
const kindsIn = (words: string[]): { kinds: Kind[]; rest: string[] } => {
  const { kinds: known } = lexicon()
  const kinds: Kind[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length;) {
    const length = [...Array(longestPhrase).keys()]
      .map((less) => longestPhrase - less)
      .find((many) => known.has(words.slice(at, at + many).join(' ')) && at + many <= words.length)
    if (isPointing(words, at, kinds)) at++
    else if (length === 1 && at < words.length - 1 && joining.has(words[at]!)) rest.push(words[at++]!)
    else if (length === undefined) rest.push(words[at++]!)
    else {
      kinds.push(known.get(words.slice(at, at + length).join(' '))!)
      at += length
    }
  }
  return { kinds, rest }
}

/** "¿Qué?" asks back and "I'm" agrees; before other words they only join. */
const joining = new Set(['que', 'como', 'im'])

const isPointing = (words: string[], at: number, kinds: Kind[]): boolean =>
  kinds.some((kind) => kind === 'yes' || kind === 'no') && at === words.length - 1 && pointing.has(words[at]!)

/** A word with one slip of it, "grcias", where that can only be one that says the same. */
const mendedWord = (word: string): string => {
  const { words, byLength } = lexicon()
  if (word.length < 6 || words.has(word)) return word
  const near = [-1, 0, 1]
    .flatMap((longer) => byLength.get(word.length + longer) ?? [])
    .filter(([phrase]) => phrase[0] === word[0] && !phrase.includes(' ') && editDistance(word, phrase, 1) <= 1)
  return near.length > 0 && new Set(near.map(([, kind]) => kind)).size === 1 ? near[0]![0] : word
}

/** A known phrase with one slip in it, if all that it may be agree. One slip leaves the first letter or the last. */
const misspelt = (said: string): 'yes' | 'no' | null => {
  if (said.length < 5) return null
  const near = [-1, 0, 1]
    .flatMap((longer) => lexicon().byLength.get(said.length + longer) ?? [])
    .filter(([phrase]) => (phrase[0] === said[0] || (phrase.at(-1) === said.at(-1) && said.length >= 6)) && editDistance(said, phrase, 1) <= 1)
    .map(([, kind]) => kind)
  const [kind] = near
  return (kind === 'yes' || kind === 'no') && near.every((other) => other === kind) ? kind : null
}

/** What the first words say, where they stand apart from the others and these take nothing back. "Si puedo" is a condition; "sí puedo" is not. */
const opening = (text: string, words: string[], said: Set<Kind>): YesNo => {
  const lead = [leadIn(words), wordsOf(text.split(/[,.;:!\n]/)[0] ?? '')].find((first) => first.length > 0 && first.length < words.length && first.length <= 6)
  if (!lead || contrast.test(` ${words.join(' ')} `)) return 'unsure'
  const { kinds, rest } = kindsIn(lead)
  const first = rest.length > 0 ? 'unsure' : verdict(new Set(kinds.filter((kind) => kind !== 'beside')))
  const others = words.slice(lead.length)
  if (first === 'no' ? contradictedBy(others) : said.size > 1 && !(reasons.has(others[0] ?? '') && others.length > 3)) return 'unsure'
  return first === 'yes' && (((others.length < 4 || !reasons.has(others[0]!)) && others.some((word) => refusing.has(word))) || turnsAway(others))
    ? 'unsure'
    : first
}

const refusing = new Set(['not', 'no', 'nao', 'nunca', 'never', 'cant', 'dont', 'wont'])

/** "No, mentira, sí"; "no porque no puedo" stays a no. */
const contradictedBy = (others: string[]): boolean => {
  const words = reasons.has(others[0] ?? '') ? others.slice(1) : others
  const { kinds, rest } = kindsIn(words)
  return words.some((word) => /^(?:si|sip|sim|yes)$/.test(word)) || (rest.length === 0 && kinds.includes('yes'))
}

/** The yes or no at the beginning that no comma parts from the rest: a reason, a courtesy or what can only be a yes tells where it ends. */
const leadIn = (words: string[]): string[] => {
  const ends = words.flatMap((word, at) => (at > 0 && at <= 6 && (reasons.has(word) || courtesies.has(words[at - 1]!)) ? [at] : []))
  const lead = ends.map((end) => words.slice(0, end)).find((first) => isAnswerOnly(first))
  return lead ?? (certainly.has(words[0] ?? '') ? words.slice(0, 1) : [])
}

const isAnswerOnly = (words: string[]): boolean => {
  const { kinds, rest } = kindsIn(words)
  return rest.length === 0 && kinds.some((kind) => kind === 'yes' || kind === 'no')
}

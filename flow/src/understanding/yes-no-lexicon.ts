import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { beside, no, unsure, yes } from './yes-no-words.ts'

/** The phrases of a message that are known for a yes or a no, however they are spelt. */

/** What an answer to a question for yes or no says; `unsure` when it says both, neither or hedges. */
export type YesNo = 'yes' | 'no' | 'unsure' | 'not_understood'

/** What a phrase says. */
export type Kind = 'yes' | 'no' | 'unsure' | 'beside'

/** What phrases come to together. */
export const verdict = (said: Set<Kind>): YesNo => {
  if (said.size === 0) return 'not_understood'
  if (said.size > 1 || said.has('unsure')) return 'unsure'
  return said.has('yes') ? 'yes' : 'no'
}

/** What may follow a yes or a no without saying more: "no quiero eso", "yes, that one". */
const pointing = new Set(
  'asi assim eso ese esa este esta esto isso esse essa isto este that this it one ninguno ninguna nenhum nenhuma anything nada ya ja mas mais anymore now ahora agora'.split(
    ' ',
  ),
)

const contractions: [RegExp, string][] = [
  [/ (that|it) is not(?= )/g, ' $1 isnt'],
  [/ (that|it) is(?= )/g, ' $1s'],
  [/ i am(?= )/g, ' im'],
  [/ (do|does|did|is|was|would|could|have|has|are) not(?= )/g, ' $1nt'],
  [/ (?:can not|cannot)(?= )/g, ' cant'],
  [/ will not(?= )/g, ' wont'],
  [/ acho (?=(?:bom|boa|otimo|otima|legal|bem|perfeito|excelente) )/g, ' parece '],
  [/ num (?=(?:da|quero|posso|vou|tem|tenho|consigo|preciso|gostei) )/g, ' nao '],
  // "Sí, después de las 6" puts nothing off.
  [/ (?:despues|luego|depois) (?=(?:de las?|das) \d|(?:del|do) (?:mediodia|meio dia|almuerzo|almoco) )/g, ' tras '],
  [/ (?:q|k) (?=si |no |sim |nao |va )/g, ' que '],
  [/^ n (?=[a-z]{2})/g, ' nao '],
  [/ n (?=(?:vou|vai|posso|poderei|consigo|quero|tenho|preciso|da|deu|sou|estou|estarei|gostei) )/g, ' nao '],
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

/** What a word says by itself. */
export const kindOf = (word: string): Kind | undefined => lexicon().kinds.get(word)

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
export const wordsOf = (text: string): string[] => {
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
export const kindsIn = (words: string[]): { kinds: Kind[]; rest: string[] } => {
  const { kinds: known } = lexicon()
  const kinds: Kind[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length;) {
    const length = [...Array(longestPhrase).keys()]
      .map((less) => longestPhrase - less)
      .find((many) => known.has(words.slice(at, at + many).join(' ')) && at + many <= words.length)
    if (isPointing(words, at, kinds)) at++
    else if (length === 1 && at < words.length - 1 && (joining.has(words[at]!) || (at > 0 && words[at] === 'what'))) rest.push(words[at++]!)
    else if (length === 2 && at === 0 && words[0] === 'no' && words[1] === 'mas' && words.length > 2 && known.get(words[2]!) !== 'beside')
      kinds.push(known.get(words[at++]!) ?? 'unsure')
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
export const mendedWord = (word: string): string => {
  const { words, byLength } = lexicon()
  if (word.length < 6 || words.has(word)) return word
  const near = [-1, 0, 1]
    .flatMap((longer) => byLength.get(word.length + longer) ?? [])
    .filter(([phrase]) => phrase[0] === word[0] && !phrase.includes(' ') && editDistance(word, phrase, 1) <= 1)
  return near.length > 0 && new Set(near.map(([, kind]) => kind)).size === 1 ? near[0]![0] : word
}

/** "Lo necesito" is no slip of "no necesito". */
const beginning = /^(?:lo|la|le|me|te|se|yo|ya|ja|eu|o|a) /

/** A known phrase with one slip in it, if all that it may be agree. One slip leaves the first letter or the last. */
export const misspelt = (said: string): 'yes' | 'no' | null => {
  // "De Ana" is no "de una".
  if (said.length < 5 || (said.startsWith('de ') && said.length < 8)) return null
  const near = [-1, 0, 1]
    .flatMap((longer) => lexicon().byLength.get(said.length + longer) ?? [])
    .filter(
      ([phrase]) =>
        (phrase[0] === said[0] || (phrase.at(-1) === said.at(-1) && said.length >= 6 && !beginning.test(said))) && editDistance(said, phrase, 1) <= 1,
    )
    .map(([, kind]) => kind)
  const [kind] = near
  return (kind === 'yes' || kind === 'no') && near.every((other) => other === kind) ? kind : null
}

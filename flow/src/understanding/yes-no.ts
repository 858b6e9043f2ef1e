import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
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
const contrast =
  /(?<= )(?:pero|porem|mas|but|aunque|embora|although|though|salvo|excepto|except|unless|solo si|so se|only if|si es que|sino|however|siempre que|cuando|quando|when|if|until|hasta|antes|primero|first)(?= )/

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
  if (shown.length === 0 && !text.includes('?') && isDenied(words)) return 'no'
  if (words.length === 0 || rest.length === 0) return verdict(said)
  if (shown.length === 0 && !text.includes('?') && !said.has('unsure')) {
    const told = [words, words.filter((word) => lexicon().kinds.get(word) !== 'beside')].map((each) => each.join(' '))
    const matches = (patterns: RegExp[]) => patterns.some((pattern) => told.some((each) => pattern.test(each)))
    if (matches(denials)) return 'no'
    if (matches(agreements)) return 'yes'
  }
  const loose = words.length <= 4 ? misspelt(words.join(' ')) : null
  if (loose) return said.has(loose === 'yes' ? 'no' : 'yes') ? 'unsure' : loose
  if (said.has('unsure')) return 'unsure'
  return said.size === 0 ? 'not_understood' : opening(text, words, said)
}

/** "Não está correto", "no me sirve": a verb of agreement, refused. "No, claro" refuses nothing. */
const isDenied = ([first = '', verb = '', ...others]: string[]): boolean => {
  if (!/^(?:no|nao)$/.test(first) || !/^(?:esta|es|e|ta|foi|era|me|da|fica|serve|sirve|parece|quiero|quero|puedo|posso)$/.test(verb)) return false
  return agrees([verb, ...others]) || (/^(?:esta|es|e|ta|foi|era)$/.test(verb) && agrees(others))
}

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

/** The words of a message, folded, as the lexicon spells them. */
const wordsOf = (text: string): string[] => {
  const words = fold(text).split(' ').filter(Boolean).map(shortened).map(undoubled)
  return contracted(words.join(' ')).split(' ').filter(Boolean)
}

/** "siiii", "nooo", "okkk" with as many letters as they need. */
const shortened = (word: string): string => {
  if (/^(?:k{3,}|(?:[jh]+[aei]+){2,}[jh]*|a+(?:[jh]a+){2,}|(?:rs){2,})$/.test(word)) return 'haha'
  if (/^s+e{3,}h*$/.test(word)) return 'si'
  const once = word.replace(/(.)\1{2,}/gu, '$1')
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
    else if (length === undefined) rest.push(words[at++]!)
    else {
      kinds.push(known.get(words.slice(at, at + length).join(' '))!)
      at += length
    }
  }
  return { kinds, rest }
}

const isPointing = (words: string[], at: number, kinds: Kind[]): boolean =>
  kinds.some((kind) => kind === 'yes' || kind === 'no') && at === words.length - 1 && pointing.has(words[at]!)

/** A known phrase with one slip in it, if all that it may be agree. One slip leaves the first letter or the last. */
const misspelt = (said: string): 'yes' | 'no' | null => {
  if (said.length < 5) return null
  const near = [-1, 0, 1]
    .flatMap((longer) => lexicon().byLength.get(said.length + longer) ?? [])
    .filter(([phrase]) => (phrase[0] === said[0] || phrase.at(-1) === said.at(-1)) && editDistance(said, phrase, 1) <= 1)
    .map(([, kind]) => kind)
  const [kind] = near
  return (kind === 'yes' || kind === 'no') && near.every((other) => other === kind) ? kind : null
}

/** What the words before the first comma say, when the others take nothing back. "Si puedo" is a condition; "sí puedo" is not, but is asked again too. */
const opening = (text: string, words: string[], said: Set<Kind>): YesNo => {
  const takenBack = said.has('yes') && words.slice(1).some((word) => /^(?:not|no|nao)$/.test(word))
  if (takenBack || contrast.test(` ${words.join(' ')} `) || said.size > 1) return 'unsure'
  const before = wordsOf(text.split(/[,.;:!\n]/)[0] ?? '')
  if (before.length === words.length || before.length > 4) return 'unsure'
  const { kinds, rest } = kindsIn(before)
  return rest.length === 0 ? verdict(new Set(kinds.filter((kind) => kind !== 'beside'))) : 'unsure'
}

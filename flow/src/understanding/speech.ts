import { editDistance } from './edit-distance.ts'
import type { Language } from './language.ts'
import { inFull } from './short-forms.ts'
import { isNumberWord, withDigits } from './spelled-number.ts'

/** Longer than anybody says a time. */
const longest = 300

const greetings =
  /(?<= )(?:buenas tardes|buenas noches|buenos dias|buen dia|bom dia|boa tarde|boa noite|good morning|good afternoon|good evening|good night)(?= )/g
/** "No, mejor a las 6": the no refuses what was offered before, not the time that follows; "sí, mañana" agrees to something else too. */
const refusalBefore = /^\s*(?:no|n[aã]o|nope|nop|s[ií]|sim|yes|ok|okay|dale|claro|bueno)\s*[,.;:!]\s*(?=\S)/i

/** "Friday's good for me" is no every Friday. */
const suits = /((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today))['’]?s(?= (?:good|fine|best|better|great|perfect|ok|okay|ideal|works)(?![a-z]))/gi

/** What is certain to speak of one language and is not said in the others. */
const markers: Record<Language, ReadonlySet<string>> = {
  es: new Set(
    'manana las los el viene hoy pasado mediodia noche proximo siguiente dentro aqui y lunes martes miercoles jueves viernes en del al tardes una media cuarto'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'amanha as hoje depois vem feira daqui manha noite meio meia proxima terca quarta quinta sexta em uma dia ao da na das pras pela pelas hora mes'.split(' '),
  ),
  en: new Set(
    'tomorrow today next at the on week noon in of past half quarter morning afternoon evening tonight oclock day days weeks this monday tuesday wednesday thursday friday saturday sunday'.split(
      ' ',
    ),
  ),
}

/** The language that a text is in, where its words tell; else the one that is expected. */
export const languageSpoken = (text: string, expected: Language): Language => {
  const words = lettersOnly(text).split(' ')
  const count = (language: Language): number => words.filter((word) => markers[language].has(word)).length + (language === expected ? 0.5 : 0)
  return (['es', 'pt', 'en'] as const).reduce((best, language) => (count(language) > count(best) ? language : best), expected)
}

const folded = (text: string): string =>
  text
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´\u200b-\u200f\u2066-\u2069]/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')

const lettersOnly = (text: string): string => folded(text).replace(/[^a-z]+/g, ' ')

/** Words of times that are often misspelt, and others that look like them and mean something else. */
const vocabulary =
  'manana amanha tomorrow today lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta feira monday tuesday wednesday thursday friday saturday sunday enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro january february march april june july august september october november december tarde noche noite morning afternoon evening tonight pasado proximo proxima siguiente semana semanas weeks mediodia medianoche midnight horas madrugada quarter viene depois dentro minutos minutes cuarto media navidad nochebuena nochevieja christmas thanksgiving carnaval halloween'.split(
    ' ',
  )
const known = new Set([
  ...vocabulary,
  ...'hola horas hora semanal tardes noches coche leche doce trece quince tercera tercero cuarta sexto quinto segundo segunda primera abrir marte mario marcos maria mayor mejor juego jueces viejo domino tarda tarjeta parte carta cuanto quanto quarto median medio medias pasada passado passada quarts weeds march match mouth month months money sunny morning warning hours favor fevers juliana julia junta junto abrigo agenda aqui anos manha amanhas manera banana enfermo thirsty thirty viernesito'.split(
    ' ',
  ),
])

const corrected = (word: string): string => {
  if (word.length < 5 || !/^[a-z]+$/.test(word) || known.has(word) || isNumberWord(word)) return word
  // "Mondays" is every Monday.
  if (word.endsWith('s') && known.has(word.slice(0, -1))) return word
  const most = word.length >= 8 ? 2 : 1
  const near = (limit: number) =>
    vocabulary.filter((candidate) => candidate.length >= 5 && candidate[0] === word[0] && editDistance(word, candidate, limit) <= limit)
  const closest = near(1)
  const found = closest.length > 0 ? closest : most > 1 ? near(most) : []
  // "Vierne" lost its end, rather than being "viene".
  const begun = found.filter((candidate) => candidate.startsWith(word))
  return found.length === 1 ? found[0]! : begun.length === 1 ? begun[0]! : word
}

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at): [RegExp, string] => [new RegExp(`(?<= )${word}(?= )`, 'g'), `${at + 1} th`])

/** Ordinals are days of a month here; "twenty first" has its tens before it. */
const withOrdinals = (text: string, language: Language): string => {
  const spanish = text.replace(/(?<= )(?:primero|primeiro)(?= )/g, '1 th')
  if (language !== 'en') return spanish
  const tens = spanish
    .replace(/(?<= )thirtieth(?= )/g, '30 th')
    .replace(/(?<= )(twenty|thirty) (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?= )/g, (_, ten: string, unit: string) => {
      const at = ordinals.findIndex(([pattern]) => pattern.source.includes(unit))
      return `${(ten === 'twenty' ? 20 : 30) + at + 1} th`
    })
  return ordinals.reduce((told, [pattern, digits]) => told.replace(pattern, digits), tens)
}

/** What is written short of a time, and letters that stand for nothing else beside one; `short-forms` has what is short for all readers. */
const short: Record<Language, Record<string, string>> = {
  es: {
    mna: 'manana',
    prox: 'proximo',
    q: 'que',
    x: 'por',
    d: 'de',
    finde: 'fin de semana',
    ala: 'a la',
  },
  pt: {
    amnh: 'amanha',
    amnha: 'amanha',
    amh: 'amanha',
    amanh: 'amanha',
    prox: 'proximo',
    q: 'que',
    d: 'de',
    p: 'para',
    pra: 'para',
    fds: 'fim de semana',
    findi: 'fim de semana',
  },
  en: {
    nxt: 'next',
    wk: 'week',
    aft: 'afternoon',
    arvo: 'afternoon',
  },
}
const written = (text: string, language: Language): string =>
  text.replace(/(?<![a-z0-9])[a-z0-9]+(?![a-z0-9])/g, (word) => (Object.hasOwn(short[language], word) ? short[language][word]! : word))

const spoken: Record<Language, ReadonlySet<string>> = { es: new Set(), pt: new Set(['dos', 'once']), en: new Set(['once']) }

/** "6ª" is Friday where weekdays are counted. */
const withCountedDays = (text: string, language: Language): string =>
  language === 'pt' ? text.replace(/(?<![\d:.,/-])([2-6])a(?![a-z]|[-\s]?feira)/g, '$1 feira') : text

/**
 * A text about a time in the one shape that the rules read: folded, its numbers as digits, digits parted from letters, signs only where they stand between
 * digits, slips in the words of time mended, greetings gone; a blank at either end. Null when it is longer than anybody says a time.
 */
export const prepared = (text: string, language: Language): string | null => {
  if (text.length > longest) return null
  const signs = withCountedDays(written(folded(inFull(text.replace(refusalBefore, '').replace(suits, '$1 is'), language)), language), language)
    .replace(/(?<![\d:.,/-])(\d{1,2})([0-5]\d)\s?([ap])\.?\s?m(?![a-z])/g, '$1:$2 $3m')
    .replace(/(\d|\btres) de dez(?![a-z])(?! (?:minutos|para|pras))/g, '$1 de dezembro')
    .replace(/(\d{4}-\d\d-\d\d)t(\d\d:\d\d)/g, '$1 $2')
    .replace(/(?<![a-z])([ap])\s?\.\s?m(?![a-z])\.?/g, '$1m ')
    .replace(/(?<=\d\s?)([ap])\s+m(?![a-z])/g, '$1m ')
    .replace(/(\d)p(?![a-z])/g, '$1 pm')
    .replace(/(?<=(?:tomorrow|today|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day) )eve(?![a-z])/g, 'evening')
    .replace(/(?<![a-z])(?:prox|proximo|proxima)\.? sem(?:ana)?(?![a-z])/g, 'proxima semana')
    .replace(/(?<![a-z])sem\.?(?= (?:que )?(?:vem|viene|entra))/g, 'semana')
    .replace(/(\d) (?:[ye] )?1\/2(?![\d/])/g, '$1 y media ')
    .replace(/(?<=\d )(menos|[ye]) 1\/4(?![\d/])/g, '$1 cuarto ')
    .replace(/(?<![\d/.:-])(\d{1,2}) (\d{1,2}) (20\d\d)(?![\d/:-])/g, '$1/$2/$3')
    .replace(/(?<!\d)([2-6])\s?a?[-\s]?feira(?![a-z])/g, (_, day: string) => `${['segunda', 'terca', 'quarta', 'quinta', 'sexta'][Number(day) - 2]} feira`)
    .replace(/(?<!\d)(\d{1,2})\s?\.?[oa]?(?= de (?:[a-z]{3,}))/g, '$1')
    .replace(/(?<![\d:/.-])(\d{1,2})\s?h(?:s|rs?|oras?)?\s?(?:(?:[ey]|con|com)\s)?(\d{2})(?![\d/.:-]|\s?h|\s?de(?![a-z]))/g, '$1:$2 hs')
    .replace(/(\d)\s?[-–—]\s?(?=\d{1,2}(?::\d\d|\s?(?:hs?|am|pm)(?![a-z])))(?!\d{1,2}-)/g, '$1 hasta ')
    .replace(/(\d)\s+[-–—]\s+(?=\d)/g, '$1 hasta ')
    .replace(/ o ?clock(?= [ap]\.? ?m(?![a-z]))/g, '')
    .replace(/@/g, ' at ')
    .replace(/\b(five|ten|twenty|twenty[-\s]five|quarter|\d{1,2} minutes)\s+(?:to|till?|before)\b/g, '$1 mto')
    .replace(/\b(noon|midday)ish\b/g, '$1 ish')
    .replace(/\b(hor|minut|di|seman)(?:it|inh)([oa])s?\b/g, (_, stem: string, end: string) => (stem === 'di' ? 'dias' : `${stem}${end}s`))
    .replace(/½/g, ' y media ')
    .replace(/(\d)(?:st|nd|rd|th|ro|er|ero|to|vo)(?![a-z])/g, '$1 th')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/[^a-z0-9:/.-]+/g, ' ')
    .replace(/(?<!\d)[:/.-]+|[:/.-]+(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
  const words = ` ${signs.trim()} `.replace(greetings, ' ').replace(/\s+/g, ' ').trim().split(' ').map(corrected).join(' ')
  const told = ` ${withDigits(withOrdinals(` ${words} `, language).trim(), spoken[language])} `
  return told.replace(/(?<=\d )([ap]) m(?= )/g, '$1m')
}

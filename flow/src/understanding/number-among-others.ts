import { wordsAsked } from './beside-the-question.ts'
import { isMeasure, isNoAmount, isOfOtherKind } from './number-forms.ts'
import { numberIn } from './decimal.ts'
import { unitAsked } from './asked-unit.ts'
import { startOf } from './counted-words.ts'
import { fold, withoutManners } from './fold.ts'
import { withDigits } from './spelled-number.ts'

/**
 * The number that is asked for among others: "5 dias e 4 noites" are five days, "2 de 15 kilos" two cylinders, "uno de 500" a note of 500, "5 de pastor y 3
 * de suadero" eight tacos. Always read back.
 */

const howMany = / (?:cuant[oa]s|quant[oa]s|how many) (?:(?:de|of|more|mas|mais) )?(?<what>(?!in |on |would |do |did |will )[a-z]{2,}) /
/** What is counted: null where a question asks for no count, "¿de cuánto es?". */
const thingAsked = (asked: string): string | null => howMany.exec(asked)?.groups?.['what'] ?? unitAsked(asked) ?? null

const singularOf = (word: string): string => word.replace(/s$/, '')
const isSameThing = (word: string, asked: string): boolean => word === asked || startOf(word) === startOf(asked) || (word.length >= 3 && asked.startsWith(word))

/** It may be one or another, or something is taken back, left out or added. */
const unclear =
  / (?:o|ou|or|u|no|nao|not|ni|nem|sino|pero|but|mas|mais|more|menos|less|minus|sin|sem|without|otr[oa]s?|outr[oa]s?|another|other|extra|plus|si|se|if|depende|depends|quizas?|talvez|maybe|entre|between|cada|each|every|mejor|melhor|perdon|digo|quiero decir|sorry|wait|mitad|metade|half|medi[oa]|mei[oa]|docenas?|duzias?|dozens?|mil|par|couple|x) /

const counted = /(?<= )(?<count>\d{1,6}) (?<noun>[a-z]{3,})(?= )/g
/** "Del 5 al 8". */
const daysOfMonth = / (?:del|de|do|from|from the) (?<from>\d{1,2}) (?:al|ao|a|to|to the|ate) (?<to>\d{1,2}) /

/** "5 dias e 4 noites", "2 niños de 4 y 6 años": the one that stands before the thing asked for. */
const byThing = (said: string, asked: string): number | null => {
  const all = [...said.matchAll(counted)].map(({ groups }) => ({ count: Number(groups!['count']), isAsked: isSameThing(groups!['noun']!, asked) }))
  const [own, ...more] = all.filter((each) => each.isAsked)
  if (own === undefined || more.length > 0 || !/\d.* \d/.test(said)) return null
  const others = said.replace(counted, (_, count: string, noun: string) => (isSameThing(noun, asked) ? '' : noun)).replace(daysOfMonth, ' ')
  const days = daysOfMonth.exec(said)?.groups
  if (days && Number(days['to']) - Number(days['from']) !== own.count) return null
  // "De 4 y 6 años": of each of them.
  return /\d/.test(others.replace(/ (?:de|com|con|aged) (?:\d+ )+(?:(?:y|e|and|a) )?(?=[a-z])/, ' ')) ? null : own.count
}

const sized =
  /^(?:(?:solo|so|just|only|quiero|quero|i want|necesito|preciso|dame|me da|son|sao|es|e|its) )?(?<count>\d{1,3}|una?|uno|uma?|an?|one) (?:(?:sol[oa]|so) )?(?:(?<noun>[a-z]{3,}) )?(?:de|of|d) (?<size>\d+)(?: ?(?<unit>[a-z]+))?(?: (?:y medi[oa]|e mei[oa]))?$/
const articles = /^(?:una?|uno|uma?|an?|one)$/

/** "2 de 15 kilos", "uma caixa de 12": as many, each of a size. */
const ofSize = (said: string, asked: string): number | null => {
  const { count = '', noun, unit } = sized.exec(said.trim())?.groups ?? {}
  if (count === '' || (noun !== undefined && !isSameThing(noun, asked)) || (unit !== undefined && isSameThing(unit, asked))) return null
  return unit === undefined && noun === undefined ? null : articles.test(count) ? 1 : Number(count)
}

const leadingOne = /^[^\p{L}\p{N}]*(?:uno|una|um|uma|one)(?:\s(?:sol[oa]|s[oó]|nom[aá]s|only))?(?:[,;(]|\s-)\s*(?<rest>.*\d.*)$/iu
const article = /(?:^|\s)(?:una?|uno|uma?|an?|one)\s/iu
/** "Una de 2 litros", "um só, de 13 kg": one, where things are counted, though its size is the only numeral. */
export const oneOfSize = (text: string, question: string): number | null => {
  if (!article.test(text) && !leadingOne.test(text)) return null
  const thing = thingAsked(wordsAsked(question))
  if (thing === null || isMeasure(thing) || ofPeople.test(thing)) return null
  const told = withDigits(withoutManners(fold(text)))
  if (/ (?:de|of|d) \d/.test(told) && !/^\d/.test(told)) return ofSize(told, thing)
  return null
}

/** "2 caixas de 1 litro" are two litres. */
const multiplied = (said: string, asked: string): number | null => {
  const { count = '', size = '', unit = '' } = sized.exec(said.trim())?.groups ?? {}
  return unit === '' || !isSameThing(unit, asked) ? null : (Number(count) || 1) * Number(size)
}

const pointing =
  /^[^\p{L}\p{N}]*(?:(?:quiero|quero|es|e|é|con|com|pago con|tengo|its|it'?s|i want|traigo|with)\s+)*(?:(?:el|la|los|las|o|a|una?|uno|uma?|the|an?)\s+(?:\p{L}{3,}\s+){0,2}(?:de|of)|the|el|an?)\s+(?:\$\s*)?(?=[\p{L}\d])/iu
const pointed = /(?:\s+(?:one|bill|note|pack|size|bottle|can|bag|box|screen|tv|grande|chic[oa]|pequen[oa]))+\P{L}*$/iu

/** "Uno de 500", "el de dos litros y medio", "the 14 inch one": which one it is, told by its size. */
const bySize = (text: string, locale: string): number | null => {
  const rest = text.replace(pointing, '').replace(pointed, '')
  return rest === text || unclear.test(` ${withDigits(fold(rest)).replace(/ (?:y|e) (?:medi[oa]|mei[oa])$| and a half$/, '')} `) ? null : numberIn(rest, locale)
}

const part =
  /^(?<count>\d{1,3}|una?|uno|uma?|an?|one|otr[oa]|outr[oa]|another) (?<of>(?:de|del|do|da|of|d|para|pra|for) )?(?:(?:la|el|los|las|o|a|the) )?(?<noun>[a-z]{2,}|\d{2,4})(?: [a-z]+){0,3}$/
const opening =
  /^(?:(?:quiero|quero|queria|quisiera|i want|ill have|ill take|necesito|preciso|dame|deme|me da|me ve|son|sao|tengo|tenho|llevo|levo|mandame|manda|pues|serian|seriam|con|com) )+/
const uncountable =
  /^(?:personas?|pessoas?|people|adult[oa]?s?|nin[oa]s?|kids?|child|children|semanas?|weeks?|dias?|days?|noches?|noites?|nights?|mes|meses|months?|anos?|years?|horas?|hours?|minutos?|minutes?|veces|vezes|times|cm|par|grupo|group|familia|family|poco|pouco|few|lot|monton|combos?|promos?|centavos|cents|mascotas?|perr[oa]s?|dogs?)$/

const containers = /^(?:cajas?|caixas?|box|boxes|packs?|paquetes?|pacotes?|bolsas?|sacolas?|bags?)$/
const pieces = /^(?:bultos|volumes|paquetes|pacotes|piezas|pecas|items|itens|articulos|maletas|malas|bags|packages|pieces|cosas|coisas|things)$/

/** "5 de pastor y 3 de suadero", "1 calabresa e 1 marguerita": of several kinds so many together. */
const together = (text: string, asked: string): number | null => {
  const parts = withoutManners(fold(text.replace(/[,+&\n]/g, ' y ')))
    .replace(opening, '')
    .replace(/(?<=inteir.* )meias?(?= |$)/, 'reduzidas')
    .split(/(?: (?:y|e|and))+ |(?<=[a-z]{3}) (?=(?:\d|one |uno |una |um |uma ))/)
    .map((each) => part.exec(withDigits(each))?.groups)
  if (parts.length < 2 || parts.some((each) => each === undefined)) return null
  const isFit = parts.every(
    (each) =>
      isSameThing(each!['noun']!, asked) ||
      !(uncountable.test(each!['noun']!) || (containers.test(each!['noun']!) && !pieces.test(asked)) || isMeasure(each!['noun']!)),
  )
  // "2 perritos y un gato", where dogs are asked for.
  const named = parts.filter((each) => singularOf(each!['noun']!) === singularOf(asked))
  const own = named.length > 0 ? named : parts.filter((each) => isSameThing(each!['noun']!, asked))
  if (text.includes(',') && own.length === 1 && own[0] === parts[0] && parts.length === 2 && parts[1]!['of'] !== undefined) return null
  if (own.length === 1 && own.length < parts.length && parts.every((each) => each!['of'] === undefined)) return Number(own[0]!['count']) || 1
  return isFit ? parts.reduce((sum, each) => sum + (Number(each!['count']) || 1), 0) : null
}

const ofPeople =
  /^(?:personas?|pessoas?|people|persons|guests?|huespedes|hospedes|comensales|pasajeros|passageiros|passengers|son|sao|seran|serao|van|vao|vienen|vem|of|you|are)$/

/** The number asked for; null where none of the numbers is surely it. */
export const numberAmongOthers = (text: string, locale: string, question: string): number | null => {
  if (text.length > 100 || text.includes('?') || /\d[.,:/]\d/.test(text)) return /\?|^.{100}/s.test(text) ? null : bySizeAsked(text, locale, question)
  const asked = wordsAsked(question)
  const thing = thingAsked(asked)
  if (thing === null || isMeasure(thing)) {
    const size = bySizeAsked(text, locale, question)
    if (size !== null || thing === null) return size ?? inBills(text, asked)
  }
  const said = ` ${withDigits(withoutManners(fold(text)))} `
  if (/inteir/.test(said) && / meias? /.test(said)) return together(text, thing)
  if (unclear.test(said.replace(/ (?:otr[oa]|outr[oa]|another) (?:de|of|con|com|with) /g, ' ')) || isOfOtherKind(text)) return null
  if (doneOf.test(said) && asksDone.test(asked)) return Number(doneOf.exec(said)?.groups?.['done'])
  return multiplied(said, thing) ?? byThing(said, thing) ?? (ofPeople.test(thing) ? null : (ofSize(said, thing) ?? together(text, thing) ?? alone(said, text)))
}

/** "6 de 12", of those that are paid already. */
const doneOf = /^ (?:(?:ya|ja|llevo|pague|paguei|tome|tomei|hice|fiz|voy|vou|i paid|ive made|i did|made) )*(?<done>\d{1,3}) (?:de|of|de las|das|dos) \d{1,3} $/
const asksDone = / (?:ya|ja|have|has|paid|pagado|pagou|pagaste|llevas?|hecho|made|tomou|hizo|fez|completed) /

/** "Dos de ida y vuelta": the only number of a few words, written out. */
const alone = (said: string, text: string): number | null => {
  const [only, ...more] = said.match(/\d+/g) ?? []
  return only === undefined || more.length > 0 || /\d/.test(text) || isNoAmount(text) || said.trim().split(' ').length > 7 ? null : Number(only)
}

const asksPayment = / (?:pag[a-z]*|abon[a-z]*|troco|cambio|vuelto|billetes?|notas?|pay|change|bills?) /
const bills =
  /^(?:(?:con|com|with|tengo|tenho|son|sao) )*(?<count>[2-9]) (?:(?:billetes|notas|bills) )?(?:de|of) (?<size>\d+)(?: (?:pesos|reais|soles|dolares|dollars|euros))?$/
/** "Dos de 100". */
const inBills = (text: string, asked: string): number | null => {
  const { count, size } = (asksPayment.test(asked) ? bills.exec(withDigits(withoutManners(fold(text))))?.groups : undefined) ?? {}
  return size === undefined ? null : Number(count) * Number(size)
}

const bySizeAsked = (text: string, locale: string, question: string): number | null => {
  const thing = thingAsked(wordsAsked(question))
  return /\p{L}/u.test(question) && !isOfOtherKind(text) && (thing === null || isMeasure(thing)) ? bySize(text, locale) : null
}

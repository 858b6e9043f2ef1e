import { withoutPadding } from './chat-padding.ts'
import { answeredOption, contradicts, opposes } from './answered-option.ts'
import { isOfAnother, saysContrary } from './contrary-words.ts'
import { tellsDone } from './done-already.ts'
import { peopleIn } from './counted-people.ts'
import { editDistance } from './edit-distance.ts'
import { fold, holdsWords, isOnlyManners, sameWords, withoutManners } from './fold.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { isTyped } from '../engine/heard.ts'
import type { MenuOption } from '../engine/menu-content.ts'
import type { Language } from './language.ts'
import { letteredOption, placedByLetter, sized } from './letters-told.ts'
import { nearly, sameButNumber, slipBetween, soundsAlike } from './near-spelling.ts'
import { ordinalWord, placeIn } from './number-words.ts'
import { namesOf, only } from './option-names.ts'
import { inFull } from './short-forms.ts'
import { spanOption } from './spans-told.ts'
import { otherOption, restOption } from './rows-for-the-rest.ts'
import { topicOption } from './everyday-topics.ts'
import { toldOption } from './told-option.ts'
import type { Wished } from './wished-options.ts'
import { wishedOptions } from './wished-options.ts'
import { endOfOrder, ofSameSize } from './size-order.ts'
import { empty, sharedWords, tellingWords, withoutWords } from './telling-words.ts'
import { haveOneRoot } from './word-stems.ts'

/**
 * Understanding an answer to a menu without any model. Each way is tried on all options before the next, looser one;
 * a loose way counts only if it points at one option alone.
 */

/** The option that the customer pressed, or named exactly. A press of an older menu's button counts only if its id is among these options. */
export const namedOption = <Option extends MenuOption>(options: Option[], message: CustomerMessage): Option | null => {
  if (message.choiceId !== undefined) return options.find((option) => option.id === message.choiceId) ?? null
  if (!isTyped(message)) return null
  const polite = withoutManners(fold(message.text))
  const isName = (name: string) => sameWords(name, message.text) || (polite !== '' && polite === fold(name))
  return options.find((option) => namesOf(option).some((name) => isName(name) && !contradicts(message.text, name))) ?? null
}

/**
 * The option that the customer most likely means; `numbered` says that the options were shown with numbers. The language tells the Portuguese "no" ("in
 * the") from a refusal.
 */
export const meantOption = <Option extends MenuOption>(
  options: Option[],
  message: CustomerMessage,
  numbered: boolean,
  language: Language = 'es',
): Option | null => {
  if (message.choiceId !== undefined || !isTyped(message)) return null
  const text = withoutPadding(inFull(withInitials(message.text), language))
  const folded = fold(text)
  if (isOnlyManners(folded)) return null
  const shown = { numbered, language }
  const end = endOfOrder(options, bareOf(text))
  if (end !== null) return end.sure ? end.option : null
  const found = likeliest(options, text, shown)
  if (found === 'unsure') return null
  if (found !== null && !isRuledOut(folded, found, options)) return found
  if (undecided.test(folded)) return null
  const wish = wishedOptions(options, saidOf(withoutManners(folded), language))
  const wished = wish && wishedOption(options, folded, language, wish)
  if (wished !== null || found !== null) return wished
  if (wish?.own === true) return null
  const told = loosely(options, text, shown)
  return told === null || isGraver(folded, told) || isRuledOut(folded, told, options) ? null : told
}

/** "Either a refund or an exchange, idk". */
const undecided = /^either |. (?:i dont know|not sure|dunno|no se (?:bien|cual|que)|nao sei(?: (?:bem|qual))?|sei la)$/

const isRuledOut = <Option extends MenuOption>(folded: string, found: Option, options: Option[], besides = folded): boolean =>
  wantsAnother(folded, found, besides) || isMoreThan(folded, found, options) || tellsDone(folded, namesOf(found))

const grave = /\b(?:bloque|block|cancel|report|denunci|elimin|borr|delet|lost|stolen|perd|rob|danad|damaged|baja|anul|encerr|close)[a-z]*/

/** "Mi tarjeta" does not say to block it, nor "el turno" to cancel it. */
const isGraver = (folded: string, { label }: MenuOption): boolean => {
  const [deed] = grave.exec(fold(label)) ?? []
  return deed !== undefined && !grave.test(folded) && !folded.split(' ').some((word) => isAlike(word, deed))
}

const holdingBack = /(?:^| )(?:creo|acho|think|supongo|maybe|perhaps|pero|but|porem|excepto|except|ya no|already)(?= |$)/

/** The one row that is about what is wanted, where nothing that was said besides means another. */
const wishedOption = <Option extends MenuOption>(
  options: Option[],
  folded: string,
  language: Language,
  { options: found, sure, besides, rest }: Wished<Option>,
): Option | null => {
  const [option] = found
  if (found.length !== 1 || !sure || isRefusal(saidOf(rest, language)) || holdingBack.test(rest)) return null
  const other = byTellingWords(options, besides)
  return (other !== null && other !== option && !isGraver(folded, other)) || isRuledOut(folded, option!, options, besides) ? null : option!
}

/** "D.N.I." is "DNI". */
const withInitials = (text: string): string => text.replace(/(?<![\p{L}.])(?:\p{L}\.){2,}(?!\p{L})/gu, (initials) => initials.replaceAll('.', ''))

type Shown = { numbered: boolean; language: Language }

export const bareOf = (text: string): string => withoutManners(fold(text)).replace(later, '').replace(merely, '').trim()
const saidOf = (folded: string, language: Language): string => (language === 'pt' ? ` ${folded}`.replace(inThe, ' ').trim() : folded)

const likeliest = <Option extends MenuOption>(options: Option[], text: string, { numbered, language }: Shown): Option | 'unsure' | null => {
  const folded = bareOf(text)
  const said = saidOf(folded, language)
  const place = placeIn(text, options.length) ?? placeOfKind(options, said)
  const told = spanOption(options, text) ?? toldOption(options, text, { place, numbered, language })
  if (told !== null) return told
  if (place !== null) return options[place - 1] ?? 'unsure'
  const rest = restOption(options, said) ?? companyOption(options, text, { numbered, language })
  if (rest !== null) return rest
  const named = mentioned(options, said)
  if (named === 'several') return 'unsure'
  if (named) return namesAnother(options, named, said) || namesOf(named).some((name) => contradicts(text, name)) ? 'unsure' : named
  return (
    placedByLetter(options, said) ??
    sized(options, said) ??
    ofSameSize(options, said) ??
    letteredOption(options, said) ??
    answeredOption(options, text) ??
    otherOption(options, said) ??
    only(options, (name) => said.length >= 3 && begins(name, said) && !isWordWithin(options, said) && !contradicts(text, name)) ??
    only(options, (name) => said.length === 2 && !empty.has(said) && name.startsWith(`${said} `) && !contradicts(text, name)) ??
    only(options, (name) => said.includes(' ') && holdsWords(name, said) && !contradicts(text, name)) ??
    only(options, (name) => nearly(said, name, said.startsWith('no ') ? 1 : 2) && isRefusal(said) === isRefusal(name) && !opposes(text, name)) ??
    (isRefusal(said) ? null : only(options, (name) => holdsApart(said, name))) ??
    topicOption(options, folded)
  )
}

/** "Voy con mi marido" of "1", "2", "3 o más". */
const companyOption = <Option extends MenuOption>(options: Option[], text: string, shown: Shown): Option | 'unsure' | null => {
  if (!options.every(({ label }) => /^\d/.test(label.trim()))) return null
  const [people, ...others] = peopleIn(text, '¿Cuántas personas van a ser?') ?? []
  return people === undefined || others.length > 0 ? null : toldOption(options, `${people} personas`, { ...shown, place: null })
}

const loosely = <Option extends MenuOption>(options: Option[], text: string, shown: Shown): Option | null =>
  byTellingWords(options, saidOf(bareOf(text), shown.language)) ?? byClauses(options, text, shown)

const reasons = /\s*[,.;!\n]+\s*|\s+(?:porque|because|since|cause|as[ií] que|ent[aã]o|por eso|es que|that's why)\s+/iu
const otherwise =
  /^(?:perdon|perdao|digo|quer dizer|quise decir|i mean|sorry|mejor|melhor|actually|na verdade|en realidad|rather|no|nao|pero|but|porem|mas|aunque|embora|although|o|ou|or|excepto|except|salvo|si|se|if|cuando|quando|when|antes|before)(?= )/

/** "Ya no puedo ir, cancélenla": one clause tells the row, and the others give reasons or say how it was, and are about none of the rows. */
const byClauses = <Option extends MenuOption>(options: Option[], text: string, shown: Shown): Option | null => {
  const clauses = text.split(reasons).filter((clause) => fold(clause) !== '')
  if (clauses.length < 2 || clauses.length > 3) return null
  const heard = clauses.map((clause) => meantByClause(options, clause, shown))
  const found = new Set(heard.filter((each) => each?.length === 1).flatMap((each) => each!))
  const [option] = found
  if (found.size !== 1 || option === undefined || heard.includes(null)) return null
  const isReason = (clause: string): boolean =>
    !otherwise.test(clause) &&
    !/\d/.test(clause) &&
    (clause.includes(' ') || !isRefusal(clause)) &&
    !options.some((each) => each !== option && holdsTellingWord(each, clause))
  return clauses.every((clause, at) => (heard[at]!.length > 0 ? heard[at]!.includes(option) : isReason(fold(clause)))) ? option : null
}

/** The rows that a clause may mean; null where it may be none of them as well. */
const meantByClause = <Option extends MenuOption>(options: Option[], clause: string, shown: Shown): Option[] | null => {
  const folded = fold(clause)
  const found = likeliest(options, clause, shown)
  if (found === 'unsure') return null
  if (found !== null) return isRuledOut(folded, found, options) ? [] : [found]
  const wish = wishedOptions(options, withoutManners(folded))
  if (wish !== null && wish.options.length > 1) return wish.options
  const told = (wish && wishedOption(options, folded, shown.language, wish)) ?? byTellingWords(options, saidOf(bareOf(clause), shown.language))
  return told === null || isGraver(folded, told) || isRuledOut(folded, told, options) ? [] : [told]
}

const holdsNumeral = ({ label }: MenuOption): boolean =>
  fold(label)
    .split(' ')
    .some((word) => /\d/.test(word) || ordinalWord(word) !== null)

/** "El segundo plan" of rows that are all called a plan, none of them by a number. */
const placeOfKind = (options: MenuOption[], said: string): number | null => {
  const shared = said.includes(' ') ? sharedWords(options) : []
  if (shared.length === 0 || options.some(holdsNumeral)) return null
  const bare = withoutWords(said, shared)
  return bare === said ? null : placeIn(bare, options.length)
}

/** "Solo barba". */
const merely = /^(?:quiero |quero |i want )?(?:so|solo|solamente|somente|only|just) (?:(?:la|el|o|a|una?|uma?|the) )?(?=[a-z]{3})/

/** "Más tarde" is no afternoon. */
const later = /(?:^| )(?:mas|mais|muy|muito|too) tarde(?= |$)/g

/** "Reserva" begins "Reservar mesa", and is a word of "Cancelar reserva". */
const isWordWithin = (options: MenuOption[], said: string): boolean =>
  options.some((option) => namesOf(option).some((name) => holdsWords(fold(name), said) && !fold(name).startsWith(said)))

/** "100" does not begin "1000". */
const begins = (name: string, said: string): boolean => name.startsWith(said) && !(/\d$/.test(said) && /^\d/.test(name.slice(said.length)))

const between = /^(?:el|la|los|las|un|una|o|a|os|as|um|uma|the|an|my|mi|mis|meu|minha|de|do|da|del)$/
/** "Quiero sacar el turno" of "Sacar un turno": two words or more of a row in their order, with little ones between them. */
const holdsApart = (said: string, name: string): boolean => {
  const bare = (text: string): string[] => text.split(' ').filter((word) => !between.test(word))
  const own = bare(name)
  return own.length >= 2 && !/\d| (?:y|u|ou|or|and) /.test(said) && said.split(' ').length <= mostWords && holdsWords(bare(said).join(' '), own.join(' '))
}

/** "No pix", "no cartão": in the. "No quiero pix" refuses in Spanish, whatever the business speaks. */
const inThe = / (?:no|na) (?=[a-z]{3})(?!quiero|quisiera|puedo|necesito|deseo|gracias|want|thanks|tengo|soy|voy)/g

/** "Turnos y resultados" names one option in full and another in part; "mitad efectivo mitad tarjeta" one and two others that share a word. */
const namesAnother = <Option extends MenuOption>(options: Option[], named: Option, said: string): boolean => {
  const others = options.filter((option) => option !== named)
  const isOwn = (part: string): boolean => namesOf(named).some((name) => holdsWords(fold(name), part) || holdsWords(part, fold(name)))
  const parts = ` ${said} `.split(/ (?:y|e|o|u|ou|or|and|mitad|metade|half|meia|meio|media|medio) /).map((part) => part.trim())
  const isOther = (part: string): boolean => placeIn(part, options.length) !== null || others.some((option) => holdsTellingWord(option, part))
  // "Cabelo e barba" wants two things, of which one is none of the rows; the Portuguese "o" joins nothing.
  const pair = said.split(' ').length <= 4 ? said.split(/ (?:y|e|and) /) : []
  const isUnknown = (part: string): boolean => pair.length === 2 && pair.includes(part) && !closing.test(part) && tellingWords(part).length === 1
  return parts.length > 1 && parts.some((part) => !isOwn(part) && (isOther(part) || isUnknown(part)))
}

const closing = /^(?:(?:y|e|and) )?(?:listo|pronto|ya|ja|nada|punto|done|thats it|fin|eso|isso|that|chau|tchau|bye|urgente|urgent|rapido|rapid|dale|ok)(?: |$)/

const holdsTellingWord = (option: MenuOption, part: string): boolean =>
  tellingWords(part).some((word) =>
    namesOf(option).some((name) => tellingWords(fold(name)).some((own) => own === word || (word.length >= 4 && sameButNumber(word, own)))),
  )

/** What undoes or alters a thing is another wish than the thing: "cambiar turno" is not "Turno". */
const undoing =
  /(?<= )(?:(?<stem>cancel|cambi|anul|reprogram|reagend|remarc|desmarc|modific|posterg|pospon|adiar|devol|devuel|reclam|quej|queix|reschedul|postpon|refund|complain|elimin|borr|troc|chang)[a-z]*|mudar|mover|move|baja)(?= )/g
/** "Pasado mañana" is not "Mañana". */
const afterTomorrow = /pasado manana|depois de amanha|day after tomorrow/

/** "Desbloquear" of "Bloquear tarjeta". */
const isContrary = (word: string, names: string): boolean => {
  const rest = word.replace(/^(?:des|dis|un|re)(?=[a-z]{5})/, '').slice(0, 6)
  return !word.startsWith(rest) && names.includes(` ${rest}`) && !names.includes(` ${word.slice(0, 6)}`)
}

const isAlike: SameWord = (word, name) => isSameButNumber(word, name) || isSlip(word, name) || haveOneRoot(word, name)

const wantsAnother = (folded: string, option: MenuOption, besides: string): boolean => {
  const names = ` ${[...namesOf(option), option.description].map((name) => fold(name)).join(' ')} `
  if (saysContrary(folded, names) || namesOf(option).every((name) => isOfAnother(folded, fold(name), isAlike))) return true
  if (afterTomorrow.test(folded) && !afterTomorrow.test(names)) return true
  const isNew = [...` ${besides} `.matchAll(undoing)].some(([word, stem]) => !names.includes(` ${stem ?? word}`))
  return isNew || besides.split(' ').some((word) => isContrary(word, names))
}

const more =
  /(?<= )(?:(?:la|el|lo|o|a|os|as|los|las|the) (?<most>mas|mais|menos|most|least)|(?<extra>extra|ultra|mega|double|doble|duplo)|(?<very>muy|muito|very|super)) (?<word>[a-z]+)(?= )/

/** "Extra grande" is not "Grande", nor "larger" "Large"; nor are "la más grande" and "muy grande" where there is "Extra grande" too. */
const isMoreThan = (folded: string, option: MenuOption, options: MenuOption[]): boolean => {
  const { most, extra, very, word = '' } = more.exec(` ${folded} `)?.groups ?? {}
  const having = (each: MenuOption, part: string): boolean => namesOf(each).some((name) => holdsWords(fold(name), part))
  const compared = folded
    .split(' ')
    .some((each) => each.length > 5 && !having(option, each) && [/er$/, /est$/, /(?<=e)r$/, /(?<=e)st$/].some((end) => having(option, each.replace(end, ''))))
  if (compared) return true
  if (most !== undefined) return !having(option, most) && (/^(?:menos|least)$/.test(most) || options.filter((each) => having(each, word)).length > 1)
  if (extra !== undefined) return !having(option, extra) && having(option, word)
  return very !== undefined && !having(option, very) && options.filter((each) => having(each, word)).length > 1
}

/** The option named inside a sentence, or that several are; "cancelar turno" is not also "turno". */
const mentioned = <Option extends MenuOption>(options: Option[], said: string): Option | 'several' | null => {
  const mentions = options.flatMap((option) =>
    namesOf(option)
      .map((name) => fold(name))
      .filter((name) => isMentioned(said, name))
      .map((name) => ({ option, name })),
  )
  const telling = mentions.filter(
    ({ name }) => !mentions.some((other) => isLonger(other.name, name) && !isMentioned(` ${said} `.replace(` ${other.name} `, ' ').trim(), name)),
  )
  const chosen = new Set(telling.map(({ option }) => option))
  const [only] = telling
  if (chosen.size > 1) return 'several'
  return only && !isSlipOfLonger(options, said, only.name) ? only.option : null
}

const isLonger = (name: string, part: string): boolean => name !== part && holdsWords(name, part)

/** "Canselar turno" does not name "turno" where there is "cancelar turno". */
const isSlipOfLonger = <Option extends MenuOption>(options: Option[], said: string, name: string): boolean => {
  const besides = (text: string): string[] => text.split(' ').filter((word) => !name.split(' ').includes(word))
  const own = options.flatMap((option) => namesOf(option).map((each) => fold(each))).filter((longer) => isLonger(longer, name) && !holdsWords(said, longer))
  const isSlip = (word: string, each: string): boolean => (each.length <= 2 && !empty.has(each)) || editDistance(each, word, 2) <= (word.length >= 8 ? 2 : 1)
  return own.flatMap(besides).some((word) => word.length >= 4 && besides(said).some((each) => isSlip(word, each)))
}

const refusals = new Set(
  'no nao not dont sin sem without ni nem nunca jamas jamais never tampoco nada poco poca pouco pouca barely hardly apenas cant cannot wont doesnt didnt isnt wasnt werent arent nel num menos excepto exceto salvo except'.split(
    ' ',
  ),
)
/** "Nada más" ends an order and refuses nothing, nor does "más o menos". */
const refuses = (words: string[]): boolean =>
  words.some(
    (word, at) => refusals.has(word) && !(word === 'nada' && /^mai?s$/.test(words[at + 1] ?? '')) && !(word === 'menos' && /^ou?$/.test(words[at - 1] ?? '')),
  ) || /(?:^| )(?:anything|everything|all|any|any one|anyone) but /.test(`${words.join(' ')} `)
export const isRefusal = (folded: string): boolean => refuses(folded.split(' '))

/** "M o G". */
const either = / (?:o|ou|or|u|y|e|and) /

/** A very short name ("sí") only at the beginning of a few words. Nothing is taken out of a refusal ("no quiero turno") unless it is named like one. */
const isMentioned = (said: string, name: string): boolean => {
  const words = said.split(' ')
  if (name.length < 3) return name !== '' && words.length <= 3 && said.startsWith(`${name} `) && !/\d/.test(name) && !either.test(said)
  // "Para mi mamá" does not name "Para mí".
  if (/ (?:mi|my|meu|minha|tu|su)$/.test(name) && !said.endsWith(name)) return false
  if (numeralsOf(name).length > 0 && numeralsOf(said).some((numeral) => !numeralsOf(name).includes(numeral))) return false
  return words.length <= 20 && (!refuses(words) || refuses(name.split(' '))) && holdsWords(said, name)
}

const numeralsOf = (folded: string): string[] => folded.match(/\d+/g) ?? []

/** More words than that tell a story, in which one word means little. */
export const mostWords = 8

type SameWord = (word: string, name: string) => boolean
const isSameButNumber: SameWord = (word, name) => word === name || (word.length >= 4 && sameButNumber(word, name))
const isSlip: SameWord = (word, name) => soundsAlike(word, name) || (word.length >= 5 && name.length >= 5 && slipBetween(word, name))

/** "No hot water" is not told by "water". */
const lacking = /^(?:no|not|sin|sem|without|n[aã]o) \p{L}+ \p{L}/iu

/** Words that tell something, of which one may only look like a row's and the others say nothing of the rows. */
const mostBesideAlike = 3

/** The option that is alone in having a word that was said: "precios" for "Consultar precios". A word that several options have has to be among that option's too. */
const byTellingWords = <Option extends MenuOption>(options: Option[], said: string): Option | null => {
  if (said.split(' ').length > mostWords || refuses(said.split(' ')) || /\d/.test(said)) return null
  const own = options.map((option) =>
    tellingWords(
      namesOf(option)
        .filter((name) => !lacking.test(name))
        .map((name) => fold(name))
        .join(' '),
    ),
  )
  const words = tellingWords(said)
  const [lone = ''] = words.length === 1 ? words : []
  const beginning = lone.length < 4 ? [] : options.filter((_, at) => own[at]!.some((name) => name.startsWith(lone)))
  // "Hair" of "Haircut" and "Hair color".
  if (beginning.length > 1) return null
  const pointed = words.map((word) => {
    const having = (isOf: SameWord) => options.filter((_, at) => own[at]!.some((name) => isOf(word, name)))
    return [isSameButNumber, isSlip, haveOneRoot].reduce<Option[]>((found, isOf) => (found.length > 0 ? found : having(isOf)), [])
  })
  const chosen = new Set(pointed.filter((found) => found.length === 1).map(([option]) => option!))
  const [option] = chosen
  // "Conhecer a escola" among other words is not yet "Calendário escolar".
  const isTold = option && words.some((word) => own[options.indexOf(option)]!.some((name) => isSameButNumber(word, name)))
  if (!isTold && words.length > mostBesideAlike) return null
  if (chosen.size === 0 && beginning.length === 1) return beginning[0]!
  return chosen.size === 1 && pointed.every((found) => found.length === 0 || found.includes(option!)) ? option! : null
}

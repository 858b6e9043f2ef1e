import { cut } from '../engine/cut.ts'
import { groupedIn, numberIn, roughNumberIn, showNumber } from './decimal.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { isTyped } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { holdsPattern } from '../engine/pattern.ts'
import { phrasesFor, spokenIn } from '../engine/phrases.ts'
import { readTime } from './read-time.ts'
import type { Reading } from './reading.ts'
import type { Context, Value } from '../engine/run-state.ts'
import { longestValue } from '../engine/run-state.ts'
import { namesAnotherTime } from './agreed-time.ts'
import { withItsAccent } from './bare-si.ts'
import { isBesideQuestion } from './beside-the-question.ts'
import { peopleIn } from './counted-people.ts'
import { countedIn } from './counted-words.ts'
import { correctedParts } from './correction.ts'
import { documentIn } from './document-number.ts'
import { answerBeside, isFirstTime } from './echoed-words.ts'
import { readEmail } from './email-address.ts'
import { isSpared, praisesInstead } from './asked-of-harm.ts'
import { saidToUndo } from './asked-to-undo.ts'
import { isHindered } from './hindered.ts'
import { mayComeBy, putsOff } from './put-off.ts'
import type { Language } from './language.ts'
import { languageOf } from './language.ts'
import type { Moment } from './moment.ts'
import { nothingElse } from './nothing-else.ts'
import { givesLeave, minded } from './no-worries.ts'
import { metresIn, millionsIn, quartersIn } from './number-forms.ts'
import { isOfAnotherUnit } from './asked-unit.ts'
import { numberAhead } from './number-ahead.ts'
import { phoneIn } from './phone-number.ts'
import { isPleaseFor } from './please.ts'
import { refusedFirst } from './refused-first.ts'
import { tellsFault } from './told-fault.ts'
import { isSuch, isTheSame, tellsOfOne } from './told-instance.ts'
import { tellsDoneUnasked, verbSaidBack } from './verb-said-back.ts'
import type { YesNo } from './yes-no-lexicon.ts'
import { leansToYes, yesNoIn } from './yes-no.ts'

const invalid: Reading = { outcome: 'invalid' }

/** `base` is what is certain of a time from answers before; `told` what the customer knows when they answer, the question first. */
export type Before = { base?: Moment | undefined; told?: () => readonly string[] }

/** Reads an answer as what the step expects. */
export const checkAnswer = (node: InputNode, message: CustomerMessage, context: Context, before: Before = {}): Reading => {
  const reading = read(node, message, context, before)
  if (reading.outcome === 'unsure') return offered(node, reading, context)
  if (reading.outcome !== 'value') return reading
  if (node.expect !== 'phone' && !fits(node, reading.value, context)) return invalid
  return typeof reading.value === 'string' ? { ...reading, value: cut(reading.value, longestValue) } : reading
}

const offered = (node: InputNode, reading: Extract<Reading, { outcome: 'unsure' }>, context: Context): Reading => {
  const candidates = reading.candidates.filter(({ value, moment }) => moment !== undefined || fits(node, value, context))
  return candidates.length === 0 ? invalid : { ...reading, candidates }
}

const valued = (value: Value | null): Reading => (value === null ? invalid : { outcome: 'value', value })

const read = (node: InputNode, message: CustomerMessage, context: Context, { base, told = () => [node.text] }: Before): Reading => {
  if (node.expect === 'any') return valued(message.text.trim() || message.phone || `[${message.type}]`)
  if (node.expect === 'phone' && message.phone !== undefined) return phone(node, message.phone, context)
  const sent = sentIn(node, message)
  if (sent) return sent
  if (!isTyped(message) && node.expect === 'consent' && message.text !== '') return consent(message.text, context)
  if (!isTyped(message)) return node.expect === 'yes_no' && message.text !== '' ? yesNo(message.text, context) : invalid
  switch (node.expect) {
    case 'text':
      return valued(node.saveToContact === 'name' ? nameIn(message.text) : message.text.trim())
    case 'email':
      return email(message.text)
    case 'phone':
      return phone(node, message.text, context)
    case 'number':
      return number(message.text, context.locale, told()[0])
    case 'yes_no':
      return yesNo(message.text, context, told())
    case 'rating':
      return rating(message.text, node.scale ?? 5, context.locale)
    case 'consent':
      return consent(message.text, context, told())
    case 'location':
    case 'file':
    case 'photo':
      return invalid
    case 'document':
      return document(node, message.text, context)
    case 'date':
    case 'time':
    case 'datetime':
      return readTime(node, message.text, context, base)
  }
}

const email = (text: string): Reading => {
  const reading = readEmail(text)
  if (reading.outcome === 'understood') return valued(reading.value)
  return reading.outcome === 'unsure' ? { outcome: 'unsure', candidates: reading.candidates.map((value) => ({ value, text: value })) } : invalid
}

/** Bounds and patterns of the author may mean the number as it is written or as it is kept. */
const phone = (node: InputNode, text: string, context: Context): Reading => {
  const reading = phoneIn(text, languageOf(spokenIn(context)), context.readPhone)
  if (reading.outcome === 'understood') return fits(node, reading.value, context) || fits(node, reading.written, context) ? valued(reading.value) : invalid
  return reading.outcome === 'unsure' ? { outcome: 'unsure', candidates: reading.candidates.map((value) => ({ value, text: value })) } : invalid
}

/** "como 20" is asked about, and so is "1,000" where that could be one, and what was told one by one; "20" is not. */
const number = (text: string, locale: string, question = ''): Reading => {
  const either = millionsIn(text) ?? quartersIn(text) ?? metresIn(text)
  if (either !== null) return perhaps(either, locale)
  const sure = numberIn(text, locale)
  const people = sure === null || severalTold.test(text) ? peopleIn(text, question) : null
  if (people !== null && !people.includes(sure ?? -1)) return perhaps(people, locale)
  if (sure !== null && isOfAnotherUnit(text, question)) return invalid
  const grouped = sure === null ? null : groupedIn(text, locale)
  if (sure !== null && grouped !== null) return perhaps([grouped, sure], locale)
  if (sure !== null) return valued(sure)
  const rough = roughNumberIn(text, locale) ?? numberCorrected(text, locale) ?? countedIn(text, question) ?? numberAhead(text, locale)
  return rough === null ? invalid : perhaps([rough], locale)
}

const severalTold = /couples|parejas|casais|matrimonios|[,;:(+&]|\s(?:y|e|and|m[aá]s|mais|plus)\s/iu

const perhaps = (numbers: readonly number[], locale: string): Reading => ({
  outcome: 'unsure',
  candidates: numbers.map((value) => ({ value, text: showNumber(value, locale) })),
})

/** "5, perdón, 6", "5, no, 6" and, of what was read back before, "no, 6". */
const numberCorrected = (text: string, locale: string): number | null => {
  const taken = takenBack.exec(text)?.groups
  if (taken && numberIn(taken['before']!, locale) !== null) return numberIn(taken['after']!, locale)
  const parts = correctedParts(text) ?? { before: '', after: refused.exec(text)?.groups?.['after'] ?? '' }
  return parts.before === '' || numberIn(parts.before, locale) !== null ? numberIn(parts.after, locale) : null
}

const takenBack = /^(?<before>[^,.;]+)[,.;]\s*(?:no|n[aã]o)\s*[,.;:]\s*(?<after>\S.*)$/iu
const refused = /^\s*(?:no|n[aã]o|nope)\s*[,.;:!]\s*(?<after>\S.*)$/iu

/**
 * What was asked and told before counts too: "sí, a las 10" may ask for another hour, and "sin problemas" says that there are none. "Creo que sí" is read
 * back: most who write it mean yes, and what a yes leads to may be a booking.
 */
const yesNo = (text: string, context: Context, told: readonly string[] = []): Reading => {
  const question = told[0] ?? ''
  const language = languageOf(spokenIn(context))
  const said = agreed(text, question, language)
  const isHedged = said !== 'yes' && said !== 'no' && leansToYes(text) && saidToUndo(text, question) === null
  if (said !== 'yes' && said !== 'no' && !isHedged) return invalid
  if (said !== 'no' && namesAnotherTime(text, told, { now: context.now, timeZone: context.timeZone, language })) return invalid
  const { yes, no } = phrasesFor(spokenIn(context))
  if (isHedged) return { outcome: 'unsure', candidates: [{ value: true, text: yes }] }
  return { outcome: 'value', value: said === 'yes', text: said === 'yes' ? yes : no }
}

const hindrance = /problem|inconvenien|objec|drama|issue|trouble/iu

const ofHindrance = (text: string, question: string): boolean => hindrance.test(text) && hindrance.test(question)

const agreed = (written: string, question: string, language: Language): YesNo => {
  const text = withItsAccent(written, question)
  const undone = saidToUndo(text, question)
  if (undone !== null) return undone
  if (mayComeBy(text, question)) return 'unsure'
  const isRefused = [tellsFault, isSpared, putsOff, isHindered].some((refuses) => refuses(text, question))
  const closed = isRefused ? 'no' : nothingElse(text, question)
  if (closed !== null) return closed
  if (givesLeave(text, question) || isFirstTime(text, question)) return 'yes'
  const said = yesNoIn(refusedFirst(text) ?? text)
  if (said === 'no') return isBesideQuestion(text, question) || ofHindrance(text, question) ? 'unsure' : 'no'
  const isTold = [isPleaseFor, tellsOfOne, isTheSame, isSuch].some((tells) => tells(text, question))
  const verb = said === 'yes' ? null : isTold ? 'yes' : verbSaidBack(text, question)
  const meant = said === 'yes' ? said : (verb ?? answerBeside(text, question, language))
  // "Continua o problema" tells of it, and of no yes; "problema resolvido" does.
  const isAstray =
    meant === 'yes' &&
    (praisesInstead(text, question) || minded(text, question) || tellsDoneUnasked(text, question) || (verb === null && ofHindrance(text, question)))
  return isAstray ? 'unsure' : meant
}

/** A number from one to the scale, or as many stars. "4 de 10" is no mark on a scale to five. */
const rating = (text: string, scale: number, locale: string): Reading => {
  const stars = /^\s*(?:(?:⭐|★|🌟)\uFE0F?\s*)+$/u.test(text) ? [...text.matchAll(/⭐|★|🌟/gu)].length : null
  const outOf = /\s*(?:\/|\b(?:de|em|sobre|of|out of)\b)\s*(?<most>\d+)\P{L}*$/iu.exec(text)
  if (outOf && Number(outOf.groups?.['most']) !== scale) return invalid
  const given = stars ?? numberIn(outOf ? text.slice(0, outOf.index) : text, locale)
  return given !== null && Number.isInteger(given) && given >= 1 && given <= scale ? valued(given) : invalid
}

/** Yes or no, and when it was said. A consent is given without a hedge, so that one is asked for again. */
const consent = (text: string, context: Context, told?: readonly string[]): Reading => {
  const reading = yesNo(text, context, told)
  return reading.outcome === 'value' ? { ...reading, more: { at: context.now.toISOString() } } : invalid
}

/** What was sent instead of written, for a step that wants that. */
const sentIn = (node: InputNode, { type, place, file, text }: CustomerMessage): Reading | null => {
  if (node.expect === 'location' && place) {
    const { latitude, longitude, words } = place
    return { outcome: 'value', value: `${latitude},${longitude}`, text: words || `${latitude}, ${longitude}`, more: { latitude, longitude } }
  }
  if (!file || !(node.expect === 'file' ? type !== 'sticker' : node.expect === 'photo' && type === 'image')) return null
  return { outcome: 'value', value: file.name || text.trim() || `[${type}]`, more: { mime: file.mime } }
}

const document = (node: InputNode, text: string, context: Context): Reading => {
  const reading = documentIn(text, { kinds: node.documents, country: context.business.country })
  if (reading.outcome === 'understood') return { outcome: 'value', value: reading.value, text: reading.shown, kind: reading.kind }
  if (reading.outcome === 'wrong') return { outcome: 'invalid', hint: phrasesFor(spokenIn(context)).wrongDocument(reading.kind.toUpperCase()) }
  if (reading.outcome !== 'unsure') return invalid
  const candidates = reading.candidates.map(({ kind, value, shown }) => ({ kind, value, text: shown, label: `${kind.toUpperCase()} ${shown}` }))
  return { outcome: 'unsure', candidates }
}

const bounded = new Set<InputNode['expect']>(['text', 'email', 'phone', 'number', 'any'])

const fits = (node: InputNode, value: Value, context: Context): boolean =>
  (!bounded.has(node.expect) || withinBounds(node, value)) && (node.pattern === undefined || holdsPattern(node.pattern, String(value), context))

const withinBounds = (node: InputNode, value: Value): boolean => {
  if (node.min === undefined && node.max === undefined) return true
  const size = typeof value === 'number' ? value : [...String(value)].length
  return size >= (node.min ?? -Infinity) && size <= (node.max ?? Infinity)
}

const opening =
  /^(?:(?:hola|ol[aá]|oi|hi|hello)[,.! ]+)?(?:yo )?(?:me llamo|mi nombre es|(?:o )?meu nome é|meu nome e|(?:eu )?me chamo|my name is|soy|(?:eu )?sou|i am|i['’]m|es)\s+(?=\S)/i

/** A person's name out of "me llamo Ana Pérez"; null without a letter in it. */
export const nameIn = (text: string): string | null => {
  const name = text
    .trim()
    .slice(0, 400)
    .replace(opening, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;!\s]+$/, '')
  return /\p{L}/u.test(name) ? cut(name, 200) : null
}

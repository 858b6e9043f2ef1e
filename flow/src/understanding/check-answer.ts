import { cut } from '../engine/cut.ts'
import { numberIn, showNumber } from './decimal.ts'
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
import { documentIn } from './document-number.ts'
import { readEmail } from './email-address.ts'
import { saidToUndo } from './asked-to-undo.ts'
import { languageOf } from './language.ts'
import type { Moment } from './moment.ts'
import { numberTold } from './number-told.ts'
import { perhapsTakes } from './named-thing.ts'
import { phoneIn } from './phone-number.ts'
import { inFull } from './short-forms.ts'
import { saidTo } from './yes-no-to-question.ts'
import { leansToYes } from './yes-no.ts'

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
  const told = numberTold(text, locale, question)
  if (told === null) return invalid
  if ('sure' in told) return valued(told.sure)
  return { outcome: 'unsure', candidates: told.perhaps.map((value) => ({ value, text: showNumber(value, locale) })) }
}

/**
 * What was asked and told before counts too: "sí, a las 10" may ask for another hour, and "sin problemas" says that there are none. "Creo que sí" is read
 * back: most who write it mean yes, and what a yes leads to may be a booking.
 */
const yesNo = (text: string, context: Context, told: readonly string[] = []): Reading => {
  const question = told[0] ?? ''
  const language = languageOf(spokenIn(context))
  const said = saidTo(text, question, language)
  const isOpen = said !== 'yes' && said !== 'no' && saidToUndo(text, question) === null
  const isHedged = isOpen && (leansToYes(text) || perhapsTakes(inFull(text, language), question))
  if (said !== 'yes' && said !== 'no' && !isHedged) return invalid
  if (said !== 'no' && namesAnotherTime(text, told, { now: context.now, timeZone: context.timeZone, language })) return invalid
  const { yes, no } = phrasesFor(spokenIn(context))
  if (isHedged) return { outcome: 'unsure', candidates: [{ value: true, text: yes }] }
  return { outcome: 'value', value: said === 'yes', text: said === 'yes' ? yes : no }
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

import type { MessageContent } from '@chasqui/contracts'
import { reasonOf } from './errors.ts'
import { contactsContent, locationContent, orderContent } from './inbound-cards.ts'
import { interactiveContent, templateButtonContent } from './inbound-interactive.ts'
import { mediaContent } from './inbound-media.ts'
import { clip, list, record, text, type Json } from '#platform/foreign-json/loose-json'

type Reader = (message: Json) => MessageContent | null

const textContent: Reader = (message) => {
  const body = text(record(message['text'])['body'])
  return body === '' ? null : { type: 'text', text: clip(body, 65_536) }
}

/** A map and not an object: `type` is foreign text and could be "constructor". */
const readers = new Map<string, Reader>([
  ['text', textContent],
  ['image', (message) => mediaContent('image', message)],
  ['video', (message) => mediaContent('video', message)],
  ['audio', (message) => mediaContent('audio', message)],
  ['document', (message) => mediaContent('document', message)],
  ['sticker', (message) => mediaContent('sticker', message)],
  ['location', locationContent],
  ['contacts', contactsContent],
  ['interactive', interactiveContent],
  ['button', templateButtonContent],
  ['order', orderContent],
])

/**
 * What a message says (reference 3.2). A type that we do not know, or one without its object, becomes `unsupported` with everything that came,
 * so that the thread shows a placeholder and nothing is dropped. `valueErrors` explain answers that arrive without their content.
 */
export const contentOf = (message: Json, valueErrors: unknown[] = []): MessageContent =>
  readers.get(text(message['type']))?.(message) ?? unsupported(message, valueErrors)

const unsupported = (message: Json, valueErrors: unknown[]): MessageContent => {
  const type = text(message['type'])
  const original = type === 'unsupported' ? text(record(message['unsupported'])['type']) || type : type
  const reason = reasonOf([...list(message['errors']), ...valueErrors])
  return { type: 'unsupported', providerType: clip(original, 100) || 'unknown', ...(reason !== undefined && { reason }), raw: message }
}

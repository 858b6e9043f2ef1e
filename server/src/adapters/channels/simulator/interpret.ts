import type { Address, Happening } from '#channels'
import { unreachableBy } from './outcome.ts'
import { filesOf, MessageContent, SimulatorEvent, SimulatorPerson } from '@chasqui/contracts'

const earliest = Date.UTC(2009, 0, 1)
const latest = Date.UTC(2100, 0, 1)

/** What an event means. Pure, and total on any JSON. */
export const interpretEvent = (payload: unknown): Happening[] => {
  const parsed = SimulatorEvent.safeParse(payload)
  return [parsed.success ? happeningOf(parsed.data) : strange(payload)]
}

const happeningOf = (event: SimulatorEvent): Happening => {
  if (event.type === 'status') return statusOf(event)
  const from = addressesOf(event.from)
  const at = moment(event.at)
  const profileName = event.from.name || null
  switch (event.type) {
    case 'message':
      return {
        type: 'message',
        providerMessageId: event.id,
        from,
        profileName,
        at,
        content: contentOf(event.content),
        quotes: event.quotes ?? null,
        context: event.context ?? null,
        origin: 'contact',
      }
    case 'reaction':
      return { type: 'reaction', providerMessageId: event.messageId, from, profileName, at, emoji: event.emoji || null, origin: 'contact' }
    case 'edit':
      return { type: 'edit', providerMessageId: event.messageId, from, at, content: contentOf(event.content), origin: 'contact' }
    case 'delete':
      return { type: 'delete', providerMessageId: event.messageId, from, at }
    case 'typing':
      return { type: 'typing', from }
  }
}

const statusOf = (event: Extract<SimulatorEvent, { type: 'status' }>): Happening => {
  const { messageId, clientRef = null, status, error } = event
  const shown = error ? { code: `simulator.${error.code}`, title: error.title, retryable: false } : null
  const recipient = addressesOf(event.to)
  return {
    type: 'status',
    providerMessageId: messageId,
    clientRef,
    status,
    at: moment(event.at),
    error: shown,
    recipient,
    ...(error && unreachableBy(error.code)),
  }
}

/** The number first, because it is what one writes to. */
const addressesOf = ({ phone, userId }: SimulatorPerson): Address[] => [
  ...(phone ? [{ kind: 'phone', value: phone } as const] : []),
  ...(userId ? [{ kind: 'bsuid', value: userId } as const] : []),
]

/** Times outside of 2009-2100 are nobody's clock: 1970 tells the reader to take the time of arrival. */
const moment = (at: unknown): string => {
  const time = typeof at === 'string' ? Date.parse(at) : NaN
  return new Date(time >= earliest && time < latest ? time : 0).toISOString()
}

/** Files are always still to be fetched: whatever an event says about our own store is not believed. */
const contentOf = (value: unknown): MessageContent => {
  const parsed = MessageContent.safeParse(value)
  if (!parsed.success) return { type: 'unsupported', providerType: typeIn(value), reason: 'Not a content that this version knows', raw: value }
  for (const file of filesOf(parsed.data)) Object.assign(file, { fileId: null, state: 'pending', url: undefined, failure: undefined })
  return parsed.data
}

const typeIn = (value: unknown): string => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  return typeof type === 'string' && type !== '' ? type.slice(0, 100) : 'unknown'
}

/** A message that is not quite right but names its sender is shown; anything else is a notice for the channel's log. */
const strange = (event: unknown): Happening => {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return { type: 'ignored', reason: 'Not an event' }
  const { type, id, from, at } = event as Record<string, unknown>
  const sender = SimulatorPerson.safeParse(from)
  if (type !== 'message' || !sender.success || typeof id !== 'string' || id === '')
    return { type: 'notice', level: 'info', event: typeIn(event), detail: { event }, pause: false }
  const content: MessageContent = { type: 'unsupported', providerType: 'message', reason: 'Not an event that this version knows', raw: event }
  const common = { providerMessageId: id.slice(0, 200), profileName: sender.data.name || null, at: moment(at), quotes: null, context: null }
  return { type: 'message', ...common, from: addressesOf(sender.data), content, origin: 'contact' }
}

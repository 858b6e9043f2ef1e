import type { Address, Happening } from '#channels'
import { MessageContent, VisitorEvent } from '@chasqui/contracts'

const addressOf = (visitorId: string): Address => ({ kind: 'webchat', value: visitorId })

/** What an event means. Pure, and total on any JSON. */
export const interpretEvent = (payload: unknown): Happening[] => {
  const parsed = VisitorEvent.safeParse(payload)
  return [parsed.success ? happeningOf(parsed.data) : { type: 'ignored', reason: 'Not an event of a visitor' }]
}

const happeningOf = (event: VisitorEvent): Happening => {
  switch (event.type) {
    case 'message':
      return {
        type: 'message',
        providerMessageId: event.id,
        from: [addressOf(event.visitor.id)],
        profileName: event.visitor.name,
        email: event.visitor.email,
        at: iso(event.at),
        content: contentOf(event.content),
        quotes: event.quotes ?? null,
        context: null,
        origin: 'contact',
      }
    case 'status':
      return {
        type: 'status',
        providerMessageId: event.messageId,
        clientRef: event.messageId,
        status: event.status,
        at: iso(event.at),
        error: null,
        recipient: [addressOf(event.visitorId)],
      }
    case 'typing':
      return { type: 'typing', from: [addressOf(event.visitorId)] }
  }
}

const iso = (at: string): string => new Date(at).toISOString()

const contentOf = (value: unknown): MessageContent => {
  const parsed = MessageContent.safeParse(value)
  return parsed.success ? parsed.data : { type: 'unsupported', providerType: 'message', reason: 'Not a content that this version knows', raw: value ?? null }
}

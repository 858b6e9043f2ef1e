import { setTimeout as pause } from 'node:timers/promises'
import { conversationRoutes, operationRoutes, type Message, type StoredEvent } from '@chasqui/contracts'
import { postSigned, type Posted, type Retry } from './post-signed.ts'
import { Refused, type ProductSession } from './product-session.ts'

/** What a provider's webhooks bring: messages, and what became of messages. */
export const eventsOfWebhooks = ['message.received', 'message.changed']

/** What is posted. `id` is the same whenever this event is posted again; `message` is as it is now, null for other events or once it is gone. */
export type ForwardedEvent = StoredEvent & { id: string; tenantId: string; message: Message | null }

export type Forwarding = {
  session: ProductSession
  target: string
  secret: string
  /** Names of events; null for all of them. */
  events: readonly string[] | null
  /** The sequence number after which to begin. */
  after: number
  signal: AbortSignal
  tell: {
    posted(event: StoredEvent, posted: Posted): void
    retrying(event: StoredEvent, retry: Retry): void
    /** The product does not answer; it is asked again until it does. */
    away(reason: string): void
    back(): void
  }
}

/** How often the product is asked for news, in ms: far below its limit for one caller. */
const every = 500
/** As many as a page of events, or of messages, may hold. */
const pageOfEvents = 200
const pageOfMessages = 200

const rest = (ms: number, signal: AbortSignal): Promise<unknown> => pause(ms, undefined, { signal }).catch(() => undefined)

const messageOf = async (session: ProductSession, { payload }: StoredEvent): Promise<Message | null> => {
  const { conversationId, messageId } = payload
  if (typeof conversationId !== 'string' || typeof messageId !== 'string') return null
  try {
    const { items } = await session.ask(conversationRoutes.messages, { params: { id: conversationId }, query: { limit: pageOfMessages } })
    return items.find(({ id }) => id === messageId) ?? null
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

/** Asks until the product answers. What it refuses for good (a session that was ended, a missing right) is thrown. */
const patiently = async <Result>({ signal, tell }: Forwarding, ask: () => Promise<Result>): Promise<Result | null> => {
  for (let away = false; !signal.aborted; await rest(every * 4, signal)) {
    try {
      const answer = await ask()
      if (away) tell.back()
      return answer
    } catch (error) {
      if (error instanceof Refused && error.status < 500 && error.status !== 429) throw error
      if (!away) tell.away((error as Error).message)
      away = true
    }
  }
  return null
}

const forwardOne = async (forwarding: Forwarding, event: StoredEvent): Promise<void> => {
  const { session, target, secret, signal, tell } = forwarding
  const message = await patiently(forwarding, () => messageOf(session, event))
  if (signal.aborted) return
  const body: ForwardedEvent = { id: `${session.tenantId}:${event.seq}`, tenantId: session.tenantId, ...event, message }
  const posting = { target, secret, event: event.type, id: body.id, body: JSON.stringify(body), signal }
  tell.posted(event, await postSigned({ ...posting, onRetry: (retry) => tell.retrying(event, retry) }))
}

/** Follows the organisation's event log and posts each wanted event, one after the other in order, until the signal says stop. */
export const forward = async (forwarding: Forwarding): Promise<void> => {
  const { session, events, signal } = forwarding
  let after = forwarding.after
  while (!signal.aborted) {
    const page = await patiently(forwarding, () => session.ask(operationRoutes.events, { query: { after, limit: pageOfEvents } }))
    for (const event of page?.items ?? []) {
      if (signal.aborted) return
      if (events === null || events.includes(event.type)) await forwardOne(forwarding, event)
      after = event.seq
    }
    if (!page || page.items.length < pageOfEvents) await rest(every, signal)
  }
}

/** The newest sequence number: what comes after it is news. */
export const newestSeq = async (session: ProductSession): Promise<number> => (await session.ask(operationRoutes.events, { query: { limit: 1 } })).lastSeq

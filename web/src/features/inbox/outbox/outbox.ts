import type { Message, OutboundContent } from '@chasqui/contracts'
import { keep, keptKeys, readKept } from '#lib/kept.ts'
import { newId } from '#lib/new-id.ts'
import { createStore, useStore } from '#lib/store.ts'

/**
 * What was said here and the server has not confirmed yet, oldest first. Kept in this browser, one entry a key, so that a reload or another
 * tab loses nothing and overwrites nothing. `clientId` makes sending again harmless.
 */
export type OutboxEntry = {
  clientId: string
  userId: string
  tenantId: string
  conversationId: string
  kind: 'reply' | 'note'
  content: OutboundContent
  replyTo: { messageId: string; preview: string | null } | null
  /** The quick reply that it was written with. */
  quickReplyId?: string
  /** Who is called in a note. */
  mentions?: readonly string[]
  at: number
  /** `waiting` goes out by itself; `refused` waits for the person. */
  state: 'waiting' | 'refused'
  /** The server's code for refusing. */
  code: string | null
}

const keyOf = ({ tenantId, userId, clientId }: Pick<OutboxEntry, 'tenantId' | 'userId' | 'clientId'>) => `outbox.${tenantId}.${userId}.${clientId}`
const entries = createStore<readonly OutboxEntry[]>([])

const parse = (text: string | null): OutboxEntry[] => {
  try {
    return text ? [JSON.parse(text) as OutboxEntry] : []
  } catch {
    return []
  }
}

/** Reads what this person left unsent in this tenant. */
export const openOutbox = (tenantId: string, userId: string) =>
  entries.set(
    keptKeys(`outbox.${tenantId}.${userId}.`)
      .flatMap((key) => parse(readKept(key)))
      .sort((one, other) => one.at - other.at || one.clientId.localeCompare(other.clientId)),
  )

/** Instants of entries never repeat, so that their order survives a reload. */
const nextInstant = () => Math.max(Date.now(), (entries.get().at(-1)?.at ?? 0) + 1)

export const addToOutbox = (
  entry: Pick<OutboxEntry, 'userId' | 'tenantId' | 'conversationId' | 'kind' | 'content' | 'replyTo' | 'quickReplyId' | 'mentions'>,
): OutboxEntry => {
  const added: OutboxEntry = { ...entry, clientId: newId(), at: nextInstant(), state: 'waiting', code: null }
  keep(keyOf(added), JSON.stringify(added))
  entries.set([...entries.get(), added])
  return added
}

export const changeEntry = (entry: OutboxEntry, change: Partial<Pick<OutboxEntry, 'state' | 'code'>>) => {
  const changed = { ...entry, ...change }
  keep(keyOf(changed), JSON.stringify(changed))
  entries.set(entries.get().map((one) => (one.clientId === entry.clientId ? changed : one)))
}

export const removeEntry = (entry: Pick<OutboxEntry, 'tenantId' | 'userId' | 'clientId'>) => {
  keep(keyOf(entry), null)
  entries.set(entries.get().filter(({ clientId }) => clientId !== entry.clientId))
}

/** The server has it: the entry has done its work. */
export const forgetDelivered = ({ clientId }: Pick<Message, 'clientId'>) => {
  const entry = clientId === null ? undefined : entries.get().find((one) => one.clientId === clientId)
  if (entry) removeEntry(entry)
}

export const outboxEntries = () => entries.get()
export const followOutbox = (listener: () => void) => entries.subscribe(listener)
export const useOutbox = () => useStore(entries)

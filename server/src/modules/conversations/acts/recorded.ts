import { LRUCache } from 'lru-cache'
import type { Conversation } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import type { Member } from '#platform/http/server'
import type { ConversationsPorts } from '../ports.ts'
import { takeThread } from '../thread.ts'
import { readConversation } from '../views.ts'

const factsOf = ({ state, floor, priority, assignee, tags, snoozedUntil, botReturnsAt, closeReason }: Conversation) => ({
  state,
  floor,
  priority,
  assignee: assignee?.name ?? null,
  tags: tags.map(({ name }) => name).sort(),
  snoozedUntil,
  botReturnsAt,
  closeReason,
})

/** A conversation is known by whom it is with. */
export const subjectOf = ({ id, contact }: Pick<Conversation, 'id' | 'contact'>) => ({ kind: 'conversation', id, name: contact.name })

/** Lets a person act on a conversation and records what became different by it. Locked first, so that what another act changes is not taken for this one's. */
export const recorded = async (tx: Tx, ports: ConversationsPorts, id: string, work: () => Promise<unknown>): Promise<Conversation> => {
  await takeThread(tx, ports, id)
  const before = await readConversation(tx, ports, id)
  await work()
  const after = await readConversation(tx, ports, id)
  tx.record({ subject: subjectOf(after), ...difference(factsOf(before), factsOf(after)) })
  return after
}

/** ms within which going on to read is the same look: a screen asks for the conversation and for its messages, page by page. */
const oneLook = 5 * 60_000
/** ms for which a look counts that may yet fail to be recorded: the requests of one screen come together. */
const notYet = 2000

/** Whoever reads a conversation without being able to answer, or as somebody of the host, looks over somebody's shoulder: that is recorded. */
export const createInspection = (ports: ConversationsPorts) => {
  const lately = new LRUCache<string, true>({ max: 10_000, ttl: oneLook })
  return async (tx: Tx, id: string, by: Pick<Member, 'sessionId' | 'permissions' | 'impersonation'>): Promise<void> => {
    if (by.permissions.has('conversations.reply') && !by.impersonation) return
    const look = `${by.sessionId} ${id}`
    if (lately.has(look)) return
    lately.set(look, true, { ttl: notYet })
    tx.record({ action: 'conversation.inspected', subject: subjectOf(await readConversation(tx, ports, id)) })
    tx.afterCommit(() => void lately.set(look, true))
  }
}

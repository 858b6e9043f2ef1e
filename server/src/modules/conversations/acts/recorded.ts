import type { Conversation } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import type { Member } from '#platform/http/server'
import type { ConversationsPorts } from '../ports.ts'
import { takeThread } from '../thread.ts'
import { readConversation } from '../views.ts'

const factsOf = ({ state, floor, priority, assignee, tags, snoozedUntil }: Conversation) => ({
  state,
  floor,
  priority,
  assignee: assignee?.name ?? null,
  tags: tags.map(({ name }) => name).sort(),
  snoozedUntil,
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

/** Whoever reads a conversation without being able to answer, or as somebody of the host, looks over somebody's shoulder: that is recorded. */
export const inspected = (tx: Tx, conversation: Conversation, by: Pick<Member, 'permissions' | 'impersonation'>): void => {
  if (by.permissions.has('conversations.reply') && !by.impersonation) return
  tx.record({ action: 'conversation.inspected', subject: subjectOf(conversation) })
}

import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { takeThread } from '../thread.ts'

/** What of a conversation is kept before and after an act of a job, so that it can be taken back. Instants are ISO text. */
export type BulkFacts = {
  assigneeId: string | null
  floor: string
  state: string
  snoozedUntil: string | null
  closedAt: string | null
  unread: number
  lastSeq: number
  tags: string[]
}

/** The conversation as it stands, locked until the transaction ends. */
export const bulkFacts = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<BulkFacts> => {
  const { facts } = await takeThread(tx, ports, conversationId)
  const { rows } = await tx.query<{ name: string }>(
    `select t.name from conversations.conversation_tag ct join conversations.tag t on t.tenant_id = ct.tenant_id and t.id = ct.tag_id
     where ct.tenant_id = $1 and ct.conversation_id = $2 order by t.name`,
    [tx.tenantId, conversationId],
  )
  const { assigneeId, floor, state, snoozedUntil, closedAt, unread, lastSeq } = facts
  return {
    assigneeId,
    floor,
    state,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    unread,
    lastSeq,
    tags: rows.map(({ name }) => name),
  }
}

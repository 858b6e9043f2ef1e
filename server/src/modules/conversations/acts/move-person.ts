import type { Tx } from '#platform/database/transaction'
import { close } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'

/** Nobody has two open conversations on a channel: of those, the one that goes over ends. */
const endDoubles = async (tx: Tx, ports: ConversationsPorts, from: string, into: string): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from conversations.conversation c where c.tenant_id = $1 and c.contact_id = $2 and c.state <> 'closed' and exists (
       select 1 from conversations.conversation o where o.tenant_id = $1 and o.contact_id = $3 and o.channel_id = c.channel_id and o.state <> 'closed')
     order by c.id`,
    [tx.tenantId, from, into],
  )
  for (const { id } of rows) {
    const thread = await takeThread(tx, ports, id)
    if (thread.facts.state === 'closed') continue
    const reason = 'merged'
    apply(thread, close(thread.facts, 'system', reason, ports.now()))
    await ports.stopFlow(tx, id)
    addSystemLine(thread, ports, 'closed', { reason, by: 'system' })
    await saveThread(tx, ports, thread)
    tx.publish({ type: 'conversation.closed', payload: { conversationId: id, reason, byUserId: null, by: 'system' } })
  }
}

/** All conversations with one contact become those with another: the two turned out to be one person. */
export const movePerson = async (tx: Tx, ports: ConversationsPorts, { from, into }: { from: string; into: string }): Promise<void> => {
  await endDoubles(tx, ports, from, into)
  const { rows } = await tx.query<{ id: string }>(
    'update conversations.conversation set contact_id = $3 where tenant_id = $1 and contact_id = $2 returning id',
    [tx.tenantId, from, into],
  )
  await tx.query(
    `update conversations.message set sender_id = $4 where tenant_id = $1 and conversation_id = any($2::uuid[]) and sender_kind = 'contact' and sender_id = $3`,
    [tx.tenantId, rows.map(({ id }) => id), from, into],
  )
  for (const { id } of rows) tx.publish({ type: 'conversation.changed', payload: { conversationId: id, what: 'state' } })
}

import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { close } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import type { By } from './by.ts'

/** Who was known by this id; absent and foreign alike fail as absent. */
const nameOf = async (tx: Tx, contactId: string): Promise<string> => {
  const { rows } = await tx.query<{ name: string }>('select name from contacts.contact_card where tenant_id = $1 and id = $2', [tx.tenantId, contactId])
  if (!rows[0]) throw absent('contact')
  return rows[0].name
}

/** From now on nobody is told what this person writes. What is open with them ends, whoever has it. */
export const blockContact = async (tx: Tx, ports: ConversationsPorts, contactId: string, by: By): Promise<{ name: string; changed: boolean }> => {
  const name = await nameOf(tx, contactId)
  const changed = await ports.setBlocked(tx, contactId, true)
  await tx.beyondReach(async () => {
    const { rows } = await tx.query<{ id: string }>(
      `select id from conversations.conversation where tenant_id = $1 and contact_id = $2 and state <> 'closed' order by id for update`,
      [tx.tenantId, contactId],
    )
    for (const { id } of rows) {
      const thread = await takeThread(tx, ports, id)
      apply(thread, close(thread.facts, 'agent', 'blocked', ports.now()))
      thread.because = { byUserId: by.userId }
      await ports.stopFlow(tx, id)
      addSystemLine(thread, ports, 'blocked', { userId: by.userId })
      await saveThread(tx, ports, thread)
      tx.publish({ type: 'conversation.closed', payload: { conversationId: id, reason: 'blocked', byUserId: by.userId, by: 'agent' } })
    }
  })
  await tellChannels(tx, ports, contactId, true)
  return { name, changed }
}

export const unblockContact = async (tx: Tx, ports: ConversationsPorts, contactId: string): Promise<{ name: string; changed: boolean }> => {
  const name = await nameOf(tx, contactId)
  const changed = await ports.setBlocked(tx, contactId, false)
  await tellChannels(tx, ports, contactId, false)
  return { name, changed }
}

/** Rows and headers show whether somebody is blocked. */
const tellChannels = async (tx: Tx, ports: ConversationsPorts, contactId: string, blocked: boolean): Promise<void> => {
  const { rows } = await tx.query<{ id: string; channel_id: string; value: string; kind: string }>(
    `select distinct on (c.channel_id) c.id, c.channel_id, i.kind, i.value from conversations.conversation c
     join contacts.identity_card i on i.tenant_id = c.tenant_id and i.id = c.identity_id
     where c.tenant_id = $1 and c.contact_id = $2 order by c.channel_id, c.last_activity_at desc`,
    [tx.tenantId, contactId],
  )
  for (const { id, channel_id, value, kind } of rows) {
    tx.publish({ type: 'conversation.changed', payload: { conversationId: id, what: 'state' } })
    tx.afterCommit(
      () =>
        void ports
          .tellBlocked(tx.tenantId, channel_id, { kind: kind as 'phone', value }, blocked)
          .catch((error) => ports.log.warn({ err: error, channelId: channel_id }, 'the channel was not told who is blocked')),
    )
  }
}

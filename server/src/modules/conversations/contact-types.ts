import type { Tx } from '#platform/database/transaction'
import type { Address, ConversationsPorts } from './ports.ts'

/** The customer is writing: told to whoever looks now, and never stored. Without an open conversation there is nobody to tell. */
export const contactTypes = async (tx: Tx, ports: ConversationsPorts, channelId: string, from: Address[]): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from unnest($3::text[], $4::text[]) as asked (kind, value)
     join contacts.identity_card i on i.tenant_id = $1 and i.channel_id = $2 and i.kind = asked.kind and i.value = asked.value
     join conversations.conversation c on c.tenant_id = i.tenant_id and c.channel_id = i.channel_id and c.contact_id = i.contact_id and c.state <> 'closed'
     limit 1`,
    [tx.tenantId, channelId, from.map(({ kind }) => kind), from.map(({ value }) => value)],
  )
  const [conversation] = rows
  if (conversation) tx.afterCommit(() => ports.tellTyping(tx.tenantId, conversation.id))
}

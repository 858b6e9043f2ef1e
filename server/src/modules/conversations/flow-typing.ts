import type { Tx } from '#platform/database/transaction'
import { isSending } from '#platform/outbox/entry'
import { freedomOf } from './domain/service-window.ts'
import { lastFromCustomer } from './flow-acts.ts'
import type { ConversationsPorts, FlowTyping } from './ports.ts'
import { recipientOf, type Thread } from './thread.ts'

/** Lets the customer see that something is being written. Nothing where they could not be answered now, or wrote nothing that could be named to the provider. */
export const typeByFlow = async (tx: Tx, ports: ConversationsPorts, thread: Thread, until: Date): Promise<void> => {
  const { facts, channel, address } = thread
  if (!channel.abilities.typing || freedomOf(facts, channel.abilities, 'flow', ports.now()) === null) return
  const last = await lastFromCustomer(tx, thread)
  if (!last?.providerMessageId) return
  const typing = {
    tenantId: tx.tenantId,
    conversationId: facts.id,
    channelId: channel.id,
    to: address,
    providerMessageId: last.providerMessageId,
    saidUpTo: facts.lastSeq,
    until,
  }
  tx.afterCommit(() => ports.keepTyping(typing))
}

/**
 * Whether it still holds that a flow is writing. `sending`: something that it said before is not with the provider yet, and would put an end to what is
 * shown; `said`: something came after it; `over`: the flow has the floor no more.
 */
export const typingStands = async (tx: Tx, { conversationId, channelId, to, saidUpTo }: FlowTyping): Promise<'stands' | 'sending' | 'said' | 'over'> => {
  const { rows } = await tx.query<{ has_floor: boolean; said: boolean }>(
    `select c.floor = 'flow' and c.state <> 'closed' as has_floor,
       exists (select 1 from conversations.message m where m.tenant_id = $1 and m.conversation_id = $2 and m.seq > $3 and m.direction = 'out') as said
     from conversations.conversation c where c.tenant_id = $1 and c.id = $2`,
    [tx.tenantId, conversationId, saidUpTo],
  )
  if (rows[0]?.said) return 'said'
  if (!rows[0]?.has_floor) return 'over'
  return (await isSending(tx, channelId, recipientOf(to))) ? 'sending' : 'stands'
}

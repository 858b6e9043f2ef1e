import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from './ports.ts'
import { followThread, saveThread, takeThread } from './thread.ts'

/** Open conversations of channels that are in no campaign, in the order of their ids, after one of them. */
export const unplaced = async (tx: Tx, channelIds: string[], after: string | null, limit: number): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select id from conversations.conversation where tenant_id = $1 and channel_id = any($2::uuid[]) and state <> 'closed' and campaign_id is null
       and ($3::uuid is null or id > $3) order by id limit $4`,
      [tx.tenantId, channelIds, after, limit],
    )
  ).rows.map(({ id }) => id)

/** Lets the contact centre look at an open conversation although nothing became of it: its channel got a campaign. */
export const place = async (tx: Tx, ports: ConversationsPorts, conversationId: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  if (thread.facts.state === 'closed' || thread.facts.campaignId !== null) return
  await followThread(tx, ports, thread, 'in any case')
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
}

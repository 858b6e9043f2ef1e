import type { Tx } from '#platform/database/transaction'

const recentDays = 7
const most = 50

/** When customers wrote first on a channel and when a person answered them first: of the newest that were answered within a week, at most 50. */
export const recentReplies = async (tx: Tx, channelId: string, now: Date): Promise<{ asked: Date; answered: Date }[]> => {
  const { rows } = await tx.query<{ asked: Date; answered: Date }>(
    `select first_inbound_at as asked, first_human_reply_at as answered from conversations.conversation_fact
     where tenant_id = $1 and channel_id = $2 and created_at > $3 and first_human_reply_at >= first_inbound_at order by created_at desc limit $4`,
    [tx.tenantId, channelId, new Date(now.getTime() - recentDays * 86_400_000), most],
  )
  return rows
}

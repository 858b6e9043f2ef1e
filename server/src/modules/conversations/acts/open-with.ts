import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'

/** The open conversation with a contact that was active last, on whatever channel and whoever has it; null: none is open. */
export const lastOpenWith = (tx: Tx, contactId: string): Promise<string | null> =>
  tx.beyondReach(
    async () =>
      (
        await tx.query<{ id: string }>(
          `select id from conversations.conversation where tenant_id = $1 and contact_id = $2 and state <> 'closed' order by last_activity_at desc, id desc limit 1`,
          [tx.tenantId, contactId],
        )
      ).rows[0]?.id ?? null,
  )

/**
 * The open conversation with a contact on a channel, of which there is at most one, whoever has it. One beyond the person's reach is refused: it
 * cannot be shown, and no second one made.
 */
export const openWith = async (tx: Tx, channelId: string, contactId: string): Promise<string | null> => {
  const find = async () =>
    (
      await tx.query<{ id: string }>(
        `select id from conversations.conversation where tenant_id = $1 and channel_id = $2 and contact_id = $3 and state <> 'closed'`,
        [tx.tenantId, channelId, contactId],
      )
    ).rows[0]?.id ?? null
  const seen = await find()
  if (seen === null && (await tx.beyondReach(find)) !== null)
    throw new Failure('conflict', 'conversation.with_somebody_else', 'Somebody else has an open conversation with this person here.')
  return seen
}

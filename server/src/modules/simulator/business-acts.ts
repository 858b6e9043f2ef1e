import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import type { Delivery } from './deliver.ts'
import { withReaction } from './domain/reactions.ts'
import { takeFailure } from './faults.ts'
import { bubbleById, changeBubble, screenChanged } from './store.ts'

/** A parameter is wrong: the message meant is not there. */
const noSuchMessage = 131009

/** The business reacts to a message on the phone; an empty emoji takes the reaction back. */
export const reactOnPhone = async (tx: Tx, channelId: string, { messageId, emoji }: { messageId: string; emoji: string }): Promise<Delivery> => {
  const code = await takeFailure(tx, channelId)
  if (code !== null) return { result: 'refused', code }
  const bubble = await bubbleById(tx, channelId, messageId)
  if (!bubble) return { result: 'refused', code: noSuchMessage }
  await changeBubble(tx, channelId, bubble, { reactions: withReaction(bubble.reactions, 'business', emoji) })
  screenChanged(tx, channelId, bubble.phone)
  return { result: 'taken', id: `sim.${newId()}` }
}

/**
 * Blue ticks: the business has read this message of the customer, and with it the earlier ones. Rows are locked in the screen's order,
 * here and wherever several change at once, so that nobody waits for each other for good.
 */
export const markReadByBusiness = async (tx: Tx, channelId: string, messageId: string): Promise<void> => {
  const { rows } = await tx.query<{ phone: string }>(
    `with last as (select phone, position from simulator.screen where tenant_id = $1 and channel_id = $2 and id = $3),
     unread as (
       select s.position from simulator.screen s join last on s.phone = last.phone and s.position <= last.position
       where s.tenant_id = $1 and s.channel_id = $2 and s.direction = 'out' and s.status in ('sent', 'delivered') order by s.position for update of s)
     update simulator.screen s set status = 'read' from unread, last
     where s.tenant_id = $1 and s.channel_id = $2 and s.phone = last.phone and s.position = unread.position
     returning s.phone`,
    [tx.tenantId, channelId, messageId],
  )
  if (rows[0]) screenChanged(tx, channelId, rows[0].phone)
}

/** "Typing…" on the phone. Like the networks it imitates, it also marks the message read. */
export const showTypingOnPhone = async (tx: Tx, channelId: string, messageId: string): Promise<void> => {
  await markReadByBusiness(tx, channelId, messageId)
  const bubble = await bubbleById(tx, channelId, messageId)
  if (bubble) tx.publish({ type: 'simulator.screen_changed', payload: { channelId, phone: bubble.phone, typing: true } })
}

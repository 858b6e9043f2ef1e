import type { Channels } from '#channels'
import { receiptQueue } from '#channels'
import type { Conversations, Receipt } from '#conversations'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database/transaction'
import type { QueueHandler } from '#platform/lanes/handler'

type Delivered = { channelId: string; item: unknown; tries?: number }
type Ports = { channels: Channels; conversations: Conversations; clock: Clock }

/** A receipt may overtake the answer to its own send: it is looked for again after these seconds, then it belongs to somebody else's message. */
const patience = [1, 2, 5, 15, 60]

/** Receipts of many messages in one transaction. */
export const receiptHandler = ({ channels, conversations, clock }: Ports): QueueHandler => ({
  queue: receiptQueue,
  concurrency: 4,
  batch: 50,
  handle: async (tx, jobs) => {
    // A key of its own, so that it does not hold up the receipts that are known.
    const lookAgain = (tx: Tx, origin: Delivered, about: string, seconds: number): void =>
      tx.enqueue({
        queue: receiptQueue,
        key: `${origin.channelId}:${about}`.slice(0, 300),
        payload: { ...origin, tries: (origin.tries ?? 0) + 1 },
        runAt: new Date(clock.now().getTime() + seconds * 1000),
      })
    const receipts: Receipt[] = []
    const origins: Delivered[] = []
    for (const job of jobs) {
      const delivered = job.payload as Delivered
      for (const happening of (await channels.interpret(tx.tenantId, delivered.channelId, delivered.item)) ?? []) {
        if (happening.type === 'status') {
          // Once: the same receipt may be looked for again.
          if (happening.accountLocked && !delivered.tries) await channels.guardian.locked(tx, delivered.channelId)
          receipts.push({ ...happening, channelId: delivered.channelId })
          origins.push(delivered)
        } else if (happening.type === 'status_until') {
          const { again } = await conversations.takeReceiptUntil(tx, { ...happening, channelId: delivered.channelId })
          const wait = patience[delivered.tries ?? 0]
          if (again && wait !== undefined) lookAgain(tx, delivered, happening.until, wait)
        } else if (happening.type === 'preference') {
          const channel = await channels.facts(tx.tenantId, delivered.channelId)
          if (channel) await conversations.happen(tx, channel, happening)
        } else if (delivered.tries) continue
        else if (happening.type === 'notice') await channels.noteNotice(tx, delivered.channelId, happening)
        else if (happening.type === 'sanction') await channels.heedSanction(tx, delivered.channelId, happening)
      }
    }
    if (receipts.length === 0) return
    const { unknown } = await conversations.takeReceipts(tx, receipts)
    for (const index of unknown) {
      const origin = origins[index]!
      const wait = patience[origin.tries ?? 0]
      if (wait) lookAgain(tx, origin, receipts[index]!.providerMessageId, wait)
    }
  },
})

import type { Tx } from '#platform/database/transaction'
import type { ClaimedEntry } from '#platform/outbox/entry'
import { holdEntries, type Held } from '#platform/outbox/hold'
import type { ChannelsPorts } from '../ports.ts'

/** Puts claimed entries back until later and tells the threads of those that are messages why; the ids of all that wait. They leave by themselves then. */
export const holdAndTell = async (
  tx: Tx,
  ports: Pick<ChannelsPorts, 'tellHeld'>,
  entries: readonly ClaimedEntry[],
  held: readonly Held[],
): Promise<ReadonlySet<string>> => {
  const waiting = new Set(held.map(({ id }) => id))
  if (waiting.size === 0) return waiting
  const causes = held.map((one) => ({ ...one, error: { ...one.error, retryable: true } }))
  await holdEntries(tx, entries, causes)
  const messages = new Set(entries.filter(({ kind }) => kind === 'message').map(({ id }) => id))
  await ports.tellHeld(
    tx,
    causes.filter(({ id }) => messages.has(id)).map(({ id, error }) => ({ messageId: id, error })),
  )
  return waiting
}

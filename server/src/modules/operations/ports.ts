import type { Tx } from '#platform/database/transaction'

export type OperationsPorts = {
  now(): Date
  /** Puts an outbound message back and shows it as pending; false when it is not in a state for it. */
  requeue(tx: Tx, id: string): Promise<boolean>
  showCancelled(tx: Tx, messageId: string): Promise<void>
}

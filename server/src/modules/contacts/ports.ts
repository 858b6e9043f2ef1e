import type { Tx } from '#platform/database/transaction'

export type ContactsPorts = {
  now(): Date
  newId(): string
  /** The id of the channel that is meant by its id or its name. */
  channelNamed(tx: Tx, reference: string): Promise<string>
}

import type { StoredFile } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** Everything quick replies ask of the rest. */
export type RepliesPorts = {
  now(): Date
  newId(): string
  /** Of these files those that the person of the transaction sees. */
  files(tx: Tx, ids: readonly string[]): Promise<StoredFile[]>
  /** Lets everybody of the tenant see files, whatever they reach, or no longer. */
  share(tx: Tx, ids: readonly string[], shared: boolean): Promise<unknown>
}

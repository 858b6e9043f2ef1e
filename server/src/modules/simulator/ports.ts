import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

/** What is known of a file of the tenant. */
type FileFacts = { name: string; mime: string; size: number }

export type SimulatorPorts = {
  database: Pick<Database, 'inTenant'>
  clock: Pick<Clock, 'now'>
  /** 0 up to but not 1, for lost answers and invented numbers. */
  random(): number
  /** The simulated account of the transaction's tenant with the secret that signs its webhooks; null for any other or unknown channel. */
  findAccount(tx: Tx, channelId: string): Promise<{ secret: string } | null>
  /** Null for a file that the tenant does not have. */
  describeFile(tx: Tx, fileId: string): Promise<FileFacts | null>
  /** A signed, expiring address where a browser reads the file. */
  fileUrl(tenantId: string, fileId: string): string
  /** Hands a webhook to the same door as any vendor's. Resolves once it is durable, rejects when it was not taken. */
  postWebhook(channelId: string, body: Buffer, headers: Record<string, string>): Promise<void>
}

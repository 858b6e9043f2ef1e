import type { ChannelAbilities, SimulatorProfile } from '@chasqui/contracts'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

/** What is known of a file of the tenant. */
type FileFacts = { name: string; mime: string; size: number }

/** `secret` signs the network's webhooks; without `readReceipts` the network does not tell who read what. */
export type Account = { secret: string; readReceipts: boolean }

export type SimulatorPorts = {
  database: Pick<Database, 'inTenant'>
  clock: Pick<Clock, 'now'>
  /** 0 up to but not 1, for lost answers and invented numbers. */
  random(): number
  /** The simulated account of the transaction's tenant; null for any other or unknown channel. */
  findAccount(tx: Tx, channelId: string): Promise<Account | null>
  /** Gives the channel the limits of another kind, which it answers with. */
  setProfile(tx: Tx, channelId: string, profile: SimulatorProfile): Promise<ChannelAbilities>
  /**
   * The one thing that no vendor could say: between a customer's last words and now lies so much more time than really passed (less, if
   * negative). The service window of their conversation moves by it.
   */
  timePassed(tx: Tx, silence: { channelId: string; address: { kind: 'phone' | 'bsuid'; value: string }; seconds: number }): Promise<void>
  /** Null for a file that the tenant does not have. */
  describeFile(tx: Tx, fileId: string): Promise<FileFacts | null>
  /** A signed, expiring address where a browser reads the file. */
  fileUrl(tenantId: string, fileId: string): string
  /** Hands a webhook to the same door as any vendor's. Resolves once it is durable, rejects when it was not taken. */
  postWebhook(channelId: string, body: Buffer, headers: Record<string, string>): Promise<void>
}

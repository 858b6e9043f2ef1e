import type { IncomingMessage } from 'node:http'
import type { WebchatSettings } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Hints } from '#platform/events/hints'
import type { Limiter } from '#platform/limits/limiter'
import type { Log } from '#platform/log'

/** A web chat that is connected; `name` is the channel's. */
export type Chat = { tenantId: string; channelId: string; name: string; settings: WebchatSettings }

/** What a visitor did, for the lane of that visitor (`bulk`: of receipts). */
export type Heard = { eventId: string; orderKey: string; bulk: boolean; account: null; payload: unknown }

type FileFacts = { name: string; mime: string; size: number; state: 'stored' | 'making' | 'failed' }

export type WebchatPorts = {
  database: Pick<Database, 'inTenant'>
  hints: Pick<Hints, 'changed' | 'onChanged'>
  log: Pick<Log, 'warn' | 'debug'>
  limiter: Pick<Limiter, 'take'>
  now(): Date
  newId(): string
  /** The caller's address behind proxies. */
  addressOf(request: IncomingMessage): string
  /** Where the product itself is reached from outside, if that is set. */
  publicUrl: string | null
  /** Where the built widget is. */
  scriptFolder: string
  sign(text: string, until: Date): string
  /** Null when it is forged or late. */
  verify(signed: string, now: Date): string | null
  /** Whether `claimed` (hexadecimal) is the HMAC-SHA256 of the text. */
  isSigned(secret: string, text: string, claimed: string): boolean
  /** The connected web chat of this id; null for any other channel. */
  chat(channelId: string): Promise<Chat | null>
  /** The hours of whoever serves the channel: `changesAt` when people come or go next, null without hours. `replySeconds` as it took of late. */
  service(tenantId: string, channelId: string): Promise<{ closed: boolean; changesAt: Date | null; replySeconds: number | null }>
  /** The number that a connected channel of this tenant is written to at, in digits, where a link can begin a message to it; null else. */
  phoneOf(tenantId: string, channelId: string): Promise<string | null>
  /** Hands to the channel what was heard, in the transaction that keeps it. */
  takeIn(tx: Tx, channelId: string, heard: readonly Heard[]): void
  keepFile(
    tenantId: string,
    file: { bytes: AsyncIterable<Uint8Array>; mime: string | null; name: string | null },
  ): Promise<{ id: string; mime: string; size: number; name: string }>
  describeFile(tx: Tx, fileId: string): Promise<FileFacts | null>
  /** A signed, expiring address that pages of others may show. */
  fileUrl(tenantId: string, fileId: string): string
}

import type { ChannelKind, ChannelTraffic, MessageError } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Hints } from '#platform/events/hints'
import type { Peers } from '#platform/events/peers'
import type { Ingest } from '#platform/inbox/ingest'
import type { Log } from '#platform/log'
import type { BreakerState } from '#platform/outbox/breaker'
import type { AdapterIo, ChannelAdapter } from './adapter.ts'
import type { Mail } from './domain/incident-mails.ts'
import type { LeavingTemplate } from './guardian/templates-among.ts'
import type { ListeningPorts } from './listening/ports.ts'

type TemplateName = { name: string; language: string }

export type ChannelsPorts = {
  database: Database
  hints: Hints
  peers: Peers
  log: Log
  now(): Date
  newId(): string
  adapters: Partial<Record<ChannelKind, ChannelAdapter>>
  io: AdapterIo
  ingest: Ingest
  seal(text: string, associated: string): Buffer
  open(sealed: Buffer, associated: string): string
  randomSecret(): string
  /** What is stored of such a secret. */
  hashSecret(secret: string): Buffer
  /** The E.164 number that somebody of this tenant wrote; null for what is none. */
  readPhone(tenantId: string, written: string): Promise<string | null>
  /** The same key for all spellings of a number. */
  phoneKey(number: string): string
  /** True when this flow of the tenant is published. */
  flowIsPublished(tenantId: string, flowId: string): Promise<boolean>
  breakerOf(channelId: string): BreakerState
  closeBreaker(channelId: string): void
  listening: ListeningPorts
  timeZone(tenantId: string): Promise<string>
  /** What stands for a tenant in addresses of the web app. */
  slugOf(tenantId: string): Promise<string>
  /** The address that browsers and vendors know this installation by, without a slash at the end. */
  siteUrl(): string
  /** Messages wait for a cause that their threads show, or (null) wait no longer for one. */
  tellHeld(tx: Tx, messages: readonly { messageId: string; error: MessageError | null }[]): Promise<void>
  /** Of these conversations, those whose service window is open at an instant. */
  openWindows(tx: Tx, conversationIds: readonly string[], at: Date): Promise<ReadonlySet<string>>
  /** The category of templates by their vendor's word, in small letters; null for one that is not known. */
  templateCategories(tx: Tx, channelId: string, templates: readonly TemplateName[]): Promise<(template: TemplateName) => string | null>
  /** Of templates that are about to leave, those that their people do not want any more: by their ids, with the cause. */
  unwanted(tx: Tx, channelId: string, leaving: readonly LeavingTemplate[]): Promise<ReadonlyMap<string, MessageError>>
  /** How many messages came in and were written today on each channel, or on one, as far as the transaction sees them; none where there were none. */
  trafficToday(tx: Tx, channelId?: string): Promise<ReadonlyMap<string, ChannelTraffic>>
  /** Mails everybody who manages channels, in their language, once the transaction is kept; nobody where no mail is set up. */
  mailManagers(tx: Tx, written: (language: 'es' | 'pt-BR' | 'en' | null) => Mail): Promise<void>
  acknowledged(kind: ChannelKind, result: 'stored' | 'forged' | 'malformed' | 'failed', seconds: number): void
}

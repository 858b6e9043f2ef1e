import type { ConversationState, Floor } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Hints } from '#platform/events/hints'
import type { ZonedHours } from './hours.ts'

/** What campaigns go by of a conversation. */
export type ConversationFacts = { id: string; channelId: string; campaignId: string | null; state: ConversationState; floor: Floor }
export type Moved = { was: ConversationFacts | null; now: ConversationFacts }

/** Everything campaigns ask of the rest. */
export type CampaignsPorts = {
  now(): Date
  newId(): string
  database: Pick<Database, 'system'>
  /** Told `campaign` with the tenant's id after every change; hears it, and `tenant`, whose zone and teams count too. */
  hints: Pick<Hints, 'changed' | 'onChanged'>
  business(tenantId: string): Promise<{ timeZone: string; locale: string; country: string | null } | null>
  flowIsPublished(tx: Tx, flowId: string): Promise<boolean>
  /** Makes the tags that are not there yet. */
  ensureTags(tx: Tx, names: string[]): Promise<void>
  /** Open conversations of channels that are in no campaign, after one of them. */
  unplaced(tx: Tx, channelIds: string[], after: string | null, limit: number): Promise<string[]>
  /** Adds work: this conversation is placed where it belongs; the next ones of this campaign are looked for. */
  place(tx: Tx, conversationId: string): void
  adopt(tx: Tx, adoption: { campaignId: string; after: string | null }): void
  /** A campaign was made, in the same transaction: its default queue is made with it. */
  made(tx: Tx, campaign: { id: string; name: string }): Promise<void>
  /** A campaign that no conversation was ever in is about to go; false when something else still needs it. */
  letGo(tx: Tx, campaignId: string): Promise<boolean>
  /** Its hours or what it promises changed, at this instant: what runs by them is reckoned anew. */
  promisesOtherwise(tx: Tx, change: { campaignId: string; at: Date; before: ZonedHours; after: ZonedHours }): void
  /** A campaign changed: who waits may now be served, or not. */
  changed(tx: Tx, campaignId: string): void
}

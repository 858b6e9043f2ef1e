import type { AssignmentKind, CampaignSettings, Conversation, ConversationState, Floor, Priority, RoutingReason } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** What routing goes by of a conversation. */
export type ConversationFacts = {
  id: string
  channelId: string
  contactId: string
  state: ConversationState
  floor: Floor
  priority: Priority
  assigneeId: string | null
  waitingSince: Date | null
  snoozedUntil: Date | null
  mergedIntoId: string | null
  campaignId: string | null
  queueId: string | null
}
export type Because = {
  kind?: AssignmentKind
  byUserId?: string | null
  why?: RoutingReason | null
  end?: 'not_accepted' | 'agent_left' | 'handed_back'
  overflowed?: true
  undone?: true
}
export type Moved = { was: ConversationFacts | null; now: ConversationFacts; because: Because; heard: string[] }
export type Served = 'done' | 'held' | 'passed'

/** A campaign ready for use. */
export type CampaignFacts = Pick<CampaignSettings, 'name' | 'state' | 'priority' | 'routing' | 'lastAgentHours' | 'acceptanceSeconds' | 'whenAbsent'> & {
  id: string
  /** In which the business speaks. */
  locale: string
  /** Who serves it, with their rank; null: everybody who answers conversations. */
  people: ReadonlyMap<string, number> | null
  time: { isOpen(at: Date): boolean; nextOpening(at: Date): Date | null; addBusinessTime(from: Date, seconds: number): Date | null }
  /** Which hours `time` goes by. */
  hoursKey: string
}
type Hours = { key: string; time: { addBusinessTime(from: Date, seconds: number): Date | null; businessSecondsBetween(from: Date, to: Date): number } }
/** Other hours hold since `at`. */
export type HoursChange = { at: Date; before: Hours; after: Hours }

/** Acts on conversations, each in the caller's transaction. */
export type Conversations = {
  waitsForPerson(conversation: ConversationFacts): boolean
  giveWaiting(tx: Tx, id: string, choose: (conversation: ConversationFacts) => Promise<{ userId: string; because: Because } | null>): Promise<Served>
  takeBack(tx: Tx, id: string, from: { from: string; end: 'not_accepted' | 'agent_left'; still(conversation: ConversationFacts): boolean }): Promise<Served>
  moveWaiting(tx: Tx, id: string, to: { campaignId?: string; queueId: string | null; because: Because }): Promise<void>
  placeAgain(tx: Tx, id: string): Promise<Served>
  tellWaiting(tx: Tx, id: string, say: (conversation: ConversationFacts) => Promise<((language: string | null) => string) | null>): Promise<boolean>
  promiseCallback(tx: Tx, id: string, text: string, because: Because): Promise<void>
  closeWaiting(tx: Tx, id: string, text: string, because: Because): Promise<void>
  beginFlow(tx: Tx, id: string, flowId: string, because: Because): Promise<boolean>
  /** The customer's last words that are stored, and the tags of all conversations with a contact. */
  lastWords(tx: Tx, id: string): Promise<string[]>
  tagsOfContact(tx: Tx, contactId: string): Promise<string[]>
}

/** Everything routing asks of the rest. */
export type RoutingPorts = {
  now(): Date
  newId(): string
  /** From memory. `find` in whatever state; `ofChannel` the active one that serves a channel. */
  campaigns: {
    find(tenantId: string, campaignId: string): Promise<CampaignFacts | null>
    ofChannel(tenantId: string, channelId: string): Promise<CampaignFacts | null>
  }
  /** A queue of this campaign promises something else: what is owed to those who are served now is reckoned anew. */
  promisesOtherwise(tx: Tx, campaignId: string): Promise<void>
  conversations: Conversations
  /** As screens show it. */
  readConversation(tx: Tx, id: string): Promise<Conversation>
  /** Whether members of a role answer conversations. */
  repliers(tx: Tx): Promise<(role: string) => boolean>
  /** Holds somebody still until the transaction ends: they neither come nor go meanwhile. Tells how they stand. */
  holdStill(tx: Tx, userId: string): Promise<string>
  languageOf(tx: Tx, contactId: string): Promise<string | null>
  flowIsPublished(tx: Tx, flowId: string): Promise<boolean>
}

import type { ChannelAbilities, Contact, ContactStage, MessageContent, OutboundContent, TaskPriority } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { EgressAnswer, EgressCall } from '#platform/egress/egress'
import type { AnsweredTemplate, ContactField, Opening, TaskAssignee, Variables } from '@chasqui/flow'
import type { FetchedFile, FileKind, LinkRequest } from '@chasqui/flow/steps/media/fetched'
import type { Hints } from '#platform/events/hints'
import type { Tx } from '#platform/database/transaction'
import type { Log } from '#platform/log'

export type FlowsPorts = {
  now(): Date
  newId(): string
  log: Log
  hints: Hints
  database: Database
  /** The one way out to other servers. */
  request(call: EgressCall): Promise<EgressAnswer>
  seal(text: string, about: string): Buffer
  open(sealed: Buffer, about: string): string
  /** Whether recordings can be written down. */
  transcribes: boolean
  /** Whether a pattern is found in a text, in linear time. */
  matches(pattern: string, text: string): boolean
  /** Whether a pattern can be read. */
  isPattern(pattern: string): boolean
  /** Whether a member or key may change and publish flows at this moment, for what goes on after their call. */
  mayManage(tenantId: string, maker: { userId: string; keyId: string | null }): Promise<boolean>
  /** Begins a flow in an open conversation, which whoever has it gives to the bot; false when it is not there to begin. */
  beginIn(tx: Tx, conversationId: string, flow: { flowId: string; from: BeginsAt }, byUserId: string): Promise<boolean>
  /** Begins a flow by something that happened, where it interrupts nobody; else `why` not. */
  beginBy(tx: Tx, where: BeginsWith, begin: TriggeredBegin): Promise<{ conversationId: string | null; why: string | null }>
  /** Contacts with one of these tags on a conversation of the channel, after one of them. */
  taggedContacts(tx: Tx, of: { channelId: string; tags: readonly string[]; after: string | null; limit: number }): Promise<string[]>
  /** Names of the tags on whatever conversation with a contact. */
  tagsOf(tx: Tx, contactId: string): Promise<string[]>
  /** False: the contact wished not to be written to, or is blocked. */
  mayBeWrittenTo(tx: Tx, contactId: string): Promise<boolean>
  /** How many people serve each of these queues; a queue that is gone is not among them. */
  peopleOfQueues(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Whether somebody serves each of these queues at this hour; a queue that is gone is not among them. */
  openQueues(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>>
  channel(tenantId: string, channelId: string): Promise<{ id: string; name: string; abilities: ChannelAbilities } | null>
  /** The channels that a campaign serves. */
  channelsOfCampaign(tenantId: string, campaignId: string): Promise<readonly string[]>
  /** Refuses a template that the channel cannot send by what is known of it. */
  checkTemplate(tx: Tx, channelId: string, content: Extract<OutboundContent, { type: 'template' }>): Promise<void>
  /** Those of these names under which no channel has a template, as far as that is known. */
  unknownTemplates(tx: Tx, names: readonly string[]): Promise<readonly string[]>
  fileIsThere(tx: Tx, fileId: string): Promise<boolean>
  linked: LinkedFiles
  isSuspended(tenantId: string): Promise<boolean>
  newToken(): string
  hashToken(token: string): Buffer
  /** The E.164 number that digits are in a country; null for what is no number there. */
  readPhone(digits: string, country: string): string | null
  business(tenantId: string): Promise<{ name: string; locale: string; timeZone: string; country: string }>
}

/** Files that lie elsewhere, for messages of a kind. */
type LinkedFiles = {
  mostBytes(kind: FileKind): number
  /** Keeps one as the channel takes it, and tells `along` in the transaction of its row. Throws a `Failure` for what may not be kept or sent: nothing of it stays. */
  keep(tenantId: string, file: LinkedFile, along: (tx: Tx, file: FetchedFile) => Promise<unknown>): Promise<void>
}
type LinkedFile = { bytes: Uint8Array; mime: string | null; name: string | null; as: Pick<LinkRequest, 'kind' | 'voice' | 'rule'> }

export type Person = Pick<Contact, 'name' | 'profileName' | 'phone' | 'email' | 'language' | 'company' | 'city' | 'stage'>
/** Where a run begins that does not begin at the start: at a step of a version, knowing what another run knew there. */
export type BeginsAt = { versionId: string; step: string; variables: Variables }
/** How a run begins by a trigger: what it knows, the template that goes before it, and since when it may not have run in this conversation already. */
export type Triggered = { variables: Variables; opening: Opening | null; notSince: Date | null }
/** A conversation, or whom one is to be had with. */
export type BeginsWith = { conversationId: string } | { channelId: string; contactId: string } | { channelId: string; phone: string; name: string | null }
export type TriggeredBegin = {
  flowId: string
  byName?: true
  takesOver: boolean
  opening: Opening | null
  variables: Variables
  onceUntilHeard: boolean
  silentAfter?: number
}
/**
 * Where and how a customer came. `flowId`: the flow that serves the channel or campaign; `referral`: what the provider tells of an advertisement or link;
 * `replyTo` looks for the template that is answered.
 */
export type Place = {
  flowId: string | null
  channelId: string
  campaignId: string | null
  isFirst: boolean
  /** Whether somebody serves the conversation at this hour. */
  isOpen: boolean
  referral: readonly string[]
  replyTo(): Promise<AnsweredTemplate | null>
  /** Only a flow that is meant for closed hours may begin. */
  onlyWhileClosed?: boolean
  /** Only a flow that waits for answers to templates may begin. */
  onlyByReply?: boolean
}
/** The conversation as a flow may know it. `begins` whatever its triggers: `where_none_runs`, or `on_request` of a person or
 * a rule for this very conversation, which ends what ran before. */
export type Situation = Place & {
  conversationId: string
  abilities: ChannelAbilities
  contact: Person
  contactId: string
  /** Messages do not reach the customer: nothing is said in this turn. */
  isUnreachable: boolean
  /** Nothing begins: only what is under way hears it. */
  onlyGoesOn?: boolean
  begins?: 'where_none_runs' | 'on_request' | 'by_trigger'
  from?: BeginsAt
  triggered?: Triggered
}
export type Heard = { content: MessageContent }
export type Act =
  | { type: 'say'; content: OutboundContent }
  | { type: 'set_contact'; field: ContactField; value: string }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'stage'; stage: ContactStage }
  | { type: 'note'; text: string; people: string[] }
  | { type: 'task'; title: string; details: string; assignee: TaskAssignee; dueAt: string | null; priority: TaskPriority }
  | { type: 'react'; emoji: string }
  | { type: 'score'; score: number }
  | { type: 'typing'; until: string }
  | { type: 'transfer'; note: string; summary: string; queue?: string }
  | { type: 'close'; reason: string }
  | { type: 'opt_out' }
  | { type: 'not_reached' }
export type Turn = { flowId: string; acts: Act[] }

import type {
  AssignmentKind,
  ChannelAbilities,
  ChannelAnswers,
  ChannelKind,
  ClosedBehaviour,
  Contact,
  ContactStage,
  FileLook,
  IdentityKind,
  MessageContent,
  MessageError,
  OutboundContent,
  Reach,
  RoutingReason,
  TaskPriority,
  UnreachableCause,
} from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Log } from '#platform/log'
import type { ConversationFacts, Placement } from './domain/conversation.ts'

type FileKind = keyof ChannelAbilities['media']
type TemplateName = { name: string; language: string }
export type Address = { kind: IdentityKind; value: string }
/** `asksNames`: messages do not tell who wrote them; the provider is asked. `onlyByLine`: whatever is asked of the provider leaves by a line that one process holds. */
export type ChannelFacts = {
  id: string
  kind: ChannelKind
  name: string
  flowId: string | null
  answers: ChannelAnswers
  abilities: ChannelAbilities
  asksNames?: true
  onlyByLine?: true
}
/** Whom a flow is to answer: by what numbers they are known, and whether somebody is there. */
type Asking = { numbers: readonly string[]; isOpen: boolean }
export type Person = Pick<Contact, 'name' | 'profileName' | 'phone' | 'email' | 'language' | 'company' | 'city' | 'stage'>
/** `unreached`: identities of theirs to which messages did not arrive lately. */
export type Met = { contactId: string; identityId: string; address: Address; created: boolean; contact: Person; blocked: boolean; unreached: string[] }

/** What a flow may learn of a contact. */
export type ContactField = 'name' | 'email' | 'company' | 'city' | 'language'
/** Who is to do something: whoever takes it, whoever has the conversation, or a member of the team. */
type TaskAssignee = { kind: 'nobody' } | { kind: 'agent' } | { kind: 'person'; id: string }
/** What a flow answers to one happening: acts in order. */
export type FlowAct =
  | { type: 'say'; content: OutboundContent }
  | { type: 'set_contact'; field: ContactField; value: string }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'stage'; stage: ContactStage }
  /** `people` are called into the conversation. */
  | { type: 'note'; text: string; people: string[] }
  | { type: 'task'; title: string; details: string; assignee: TaskAssignee; dueAt: string | null; priority: TaskPriority }
  | { type: 'react'; emoji: string }
  | { type: 'score'; score: number }
  /** Until then (ISO), as long as nothing else is said. */
  | { type: 'typing'; until: string }
  | { type: 'transfer'; note: string; summary: string; queue?: string }
  | { type: 'close'; reason: string }
  /** The customer wishes not to be written to any more. */
  | { type: 'opt_out' }
  /** It ended where it had something to say: messages do not reach the customer. */
  | { type: 'not_reached' }
/** Something to do for the customer of a conversation. */
type FlowTask = {
  flowId: string
  contactId: string
  conversationId: string
  title: string
  details: string
  assigneeId: string | null
  dueAt: Date | null
  priority: TaskPriority
}
/** A flow lets the customer of a conversation see that something is being written. `saidUpTo`: the number of the last message there when it began. */
export type FlowTyping = {
  tenantId: string
  conversationId: string
  channelId: string
  to: Address
  /** The customer's message that is answered. */
  providerMessageId: string
  saidUpTo: number
  until: Date
}
export type FlowTurn = { flowId: string; acts: FlowAct[] }
/** Where a flow begins other than at its start, knowing what it knew there. */
export type BeginsAt = { versionId: string; step: string; variables: Record<string, string | number | boolean> }
/** The template of a provider with which a flow begins where free words do not arrive. */
export type Opening = { name: string; language: string; values: string[] }
type Variables = Record<string, string | number | boolean>
/** Why a flow did not begin by a trigger. */
export type NotBegun = 'not_answered' | 'closed' | 'person_has_it' | 'answered' | 'window_closed' | 'flow_runs' | 'blocked' | 'unreachable' | 'begun_before'
/**
 * A flow that begins by something that happened. `byName`: a program asks for this one, whomever the channel answers by itself. `silentAfter`: only if the customer has said nothing after
 * that message.
 */
export type TriggeredBegin = {
  flowId: string
  byName?: true
  takesOver: boolean
  opening: Opening | null
  variables: Variables
  /** In this conversation not again before the customer said something. */
  onceUntilHeard: boolean
  silentAfter?: number
}
/** A template that the team, a program or an act on many sent, as the customer answers it: its name, and how long ago it was sent. */
export type AnsweredTemplate = { template: string; ageMs: number }
/** The flow of the channel `begins` whatever its triggers: `where_none_runs`, or `on_request` for this very conversation, which ends what ran before. */
export type FlowSituation = {
  conversationId: string
  channel: ChannelFacts
  contactId: string
  contact: Person
  /** Messages do not reach the customer: nothing is said in this turn. */
  isUnreachable: boolean
  isFirst: boolean
  /** Whether somebody serves the conversation at this hour. */
  isOpen: boolean
  campaignId: string | null
  /** What the provider tells of the advertisement or link by which the customer came. */
  referral?: readonly string[]
  /** The template that the customer's message answers; asked only where a flow waits for such answers. */
  replyTo?: () => Promise<AnsweredTemplate | null>
  /** Only a flow that is meant for closed hours may begin. */
  onlyWhileClosed?: boolean
  /** Nothing begins: only what is under way hears it. */
  onlyGoesOn?: boolean
  /** Only a flow that waits for answers to templates may begin. */
  onlyByReply?: boolean
  begins?: 'where_none_runs' | 'on_request' | 'by_trigger'
  from?: BeginsAt
  /** By a trigger: with these variables, by a template where free words do not arrive, and not if it ran here since an instant. */
  triggered?: { variables: Variables; opening: Opening | null; notSince: Date | null }
}

/** The same of a conversation that has not begun. */
export type FlowPlace = Omit<FlowSituation, 'conversationId' | 'contact' | 'isUnreachable'>

/** How the campaign of a conversation serves it at this moment. `bot.flowId` null: the flow of the channel. `closed` null: somebody is there. */
export type Service = { campaignId: string; bot: { on: boolean; flowId: string | null }; closed: ClosedBehaviour | null }

/** By whose act and why a conversation moved, where that says more than the facts do: it stands in the log of who had it. */
export type Because = {
  kind?: AssignmentKind
  byUserId?: string | null
  why?: RoutingReason | null
  /** Why whoever had it has it no longer. */
  end?: 'not_accepted' | 'agent_left' | 'handed_back'
  /** It left its queue by the rule for too long a wait. */
  overflowed?: true
  /** A transfer is taken back: what was since stays out of account. */
  undone?: true
}
/**
 * What a conversation became, for whoever follows its life. `heard`: what the customer said in this very turn; `answered`: a person wrote to them in it.
 */
export type Moved = { was: ConversationFacts | null; now: ConversationFacts; because: Because; heard: string[]; answered: boolean }

/** A message of a customer, and whose it is. */
export type Heard = { channelId: string; messageId: string; providerMessageId: string; from: Address }

/** Everything conversations ask of the rest. */
export type ConversationsPorts = {
  /** For what is read bit by bit, by a person who is as slow as they are. */
  database: Pick<Database, 'inTenant'>
  now(): Date
  newId(): string
  log: Log
  channel(tenantId: string, channelId: string): Promise<ChannelFacts | null>
  meet(tx: Tx, sighting: { channelId: string; addresses: Address[]; profileName: string | null }): Promise<Met>
  readdress(tx: Tx, channelId: string, from: Address, to: Address): Promise<{ contactId: string; moved: boolean } | null>
  attachAliases(tx: Tx, identityId: string, aliases: Address[]): Promise<void>
  addressFor(tx: Tx, contactId: string, channelId: string): Promise<{ identityId: string; address: Address }>
  findOrCreateByPhone(tx: Tx, phone: string, name: string | null): Promise<string>
  /** The id of the channel that is meant by its id or its name. */
  channelNamed(tx: Tx, reference: string): Promise<string>
  /** Whom a chat of a channel is with, within the reach of whoever asks; null: nobody who is known there. */
  contactAtChat(tx: Tx, channelId: string, chatId: string): Promise<string | null>
  updateContact(tx: Tx, contactId: string, change: Partial<Record<ContactField, string>>): Promise<void>
  /** Moves a person to a stage, in a conversation where `conversationId` names one. Answers from which one; null: they are there already. */
  moveToStage(tx: Tx, contactId: string, to: ContactStage, conversationId?: string): Promise<ContactStage | null>
  /** Something to do, to be stored once its conversation is; null where there is too much already. */
  planTask(tx: Tx, task: FlowTask): Promise<{ id: string; store(): Promise<unknown> } | null>
  setMarketing(tx: Tx, contactId: string, allowed: boolean): Promise<void>
  /** Messages to these addresses failed because of the person, each told once. */
  noteMissed(tx: Tx, missed: readonly { identityId: string; cause: UnreachableCause }[]): Promise<void>
  /** Something came from these addresses, or arrived at them. */
  noteReached(tx: Tx, identityIds: readonly string[]): Promise<unknown>
  /** Since when messages to an address do not arrive; null: they do, as far as is known. */
  unreachableSince(tx: Tx, identityId: string): Promise<Date | null>
  identitiesAt(tx: Tx, channelId: string, addresses: readonly Address[]): Promise<string[]>
  /** Those of these contacts who wished for no promotions. */
  refusingMarketing(tx: Tx, contactIds: readonly string[]): Promise<ReadonlySet<string>>
  /** The flow's answer to a message, or to none where it is to begin by itself; null when no flow wants it. State and timers are stored in the same transaction. */
  flowAnswers(tx: Tx, situation: FlowSituation, message: MessageContent | null): Promise<FlowTurn | null>
  /** Whether a flow of the tenant wants to begin with this message, besides the one that serves the place. */
  flowBegins(tx: Tx, where: FlowPlace, message: MessageContent): Promise<boolean>
  /** Whether a flow has begun with a contact as often as it may by itself. */
  flowHasBegun(tx: Tx, flowId: string, contactId: string): Promise<boolean>
  /** Ends the run of a conversation that people took over or closed. */
  stopFlow(tx: Tx, conversationId: string): Promise<void>
  /** Forgets what ran in a conversation that is deleted. */
  forgetFlow(tx: Tx, conversationId: string): Promise<void>
  /** Erases what was said where a channel of ours keeps a copy of its own. `id` as the channel calls the message. */
  eraseCopies(tx: Tx, said: readonly { channelId: string; id: string }[]): Promise<void>
  /** Whether flows may begin with somebody by themselves on a channel that answers so; and whether what began goes on. */
  mayBegin(answers: ChannelAnswers, asking: Asking): boolean
  mayGoOn(answers: ChannelAnswers, asking: Asking): boolean
  /** Whether the flow that runs was begun on request. */
  flowWasWanted(tx: Tx, conversationId: string): Promise<boolean>
  /** What flows and machines may know of a contact. */
  person(tx: Tx, contactId: string): Promise<Person>
  /** Whether it became different by that. */
  setBlocked(tx: Tx, contactId: string, blocked: boolean): Promise<boolean>
  /** The provider of a channel that can keep somebody away by itself; best effort, outside any transaction. */
  tellBlocked(tenantId: string, channelId: string, address: Address, blocked: boolean): Promise<void>
  /** The clock and the language of the business. */
  business(tenantId: string): Promise<{ timeZone: string; locale: string }>
  /** How far members of a role see conversations; null: they read none. */
  readers(tx: Tx): Promise<(role: string) => Reach | null>
  isMember(tx: Tx, userId: string): Promise<boolean>
  /** By the campaign of a conversation, else that of its channel; null: no active one. From memory: every message asks. */
  service(tenantId: string, of: { channelId: string; campaignId: string | null }): Promise<Service | null>
  /** Whether a customer has still to be told in this closing that nobody is there. Asked, they count as told. */
  tellsClosed(tx: Tx, who: { campaignId: string; contactId: string }): Promise<boolean>
  /**
   * The contact centre follows: in the same transaction, before the conversation is stored. Answers with what it places anew, and the names of tags to
   * put on it.
   */
  follow(tx: Tx, moved: Moved): Promise<Partial<Placement> & { tags?: string[] }>
  /** Signed, expiring address of a stored file. */
  signFile(tenantId: string, fileId: string): string
  describeFile(tx: Tx, fileId: string): Promise<{ mime: string; name: string; size: number; state: string } | null>
  /** The file as a channel takes it for this kind of message: itself, or one that is made of it. */
  fitFile(tx: Tx, fileId: string, kind: FileKind, rule: { bytes: number; mimes: readonly string[] }): Promise<string>
  /** These files were taken back: those that nothing needs go with the commit. */
  letGoOfFiles(tx: Tx, fileIds: readonly string[]): Promise<void>
  /** Refuses a template that the provider has not, or that lacks values, as far as that is known. */
  checkTemplate(tx: Tx, channelId: string, content: Extract<OutboundContent, { type: 'template' }>): Promise<void>
  /** The category of templates by their provider's word, in small letters; null for one that is not known. */
  templateCategories(tx: Tx, channelId: string, templates: readonly TemplateName[]): Promise<(template: TemplateName) => string | null>
  /** Tags came onto a conversation or were taken off it, in the same transaction. */
  retagged(tx: Tx, where: { conversationId: string; contactId: string }, tags: { added: readonly string[]; removed: readonly string[] }): Promise<void>
  /** Something was sent with this quick reply. */
  replyUsed(tx: Tx, replyId: string, userId: string): Promise<unknown>
  /** The same recording as a native voice note. */
  fitVoice(tx: Tx, fileId: string): Promise<string>
  /** What is known of files besides their bytes, by id; for files of messages that the caller reads. */
  lookAtFiles(tx: Tx, fileIds: readonly string[]): Promise<ReadonlyMap<string, FileLook & { size: number; mime: string }>>
  /** Blue ticks for the customer, after the commit; they never hold up or fail the person who reads or answers. */
  markRead(tx: Tx, read: Heard): Promise<void>
  /** "Typing…" for the customer; best effort, outside any transaction. `name` of who writes, where the channel can tell it; null for programs. */
  showTyping(tenantId: string, channelId: string, providerMessageId: string, to: Address, name: string | null): Promise<unknown>
  /** The same for a flow that takes its time; begins after the commit and forgets itself. */
  keepTyping(typing: FlowTyping): void
  /** Tells the screens that the customer of a conversation is writing. */
  tellTyping(tenantId: string, conversationId: string): void
  pauseChannel(tx: Tx, channelId: string, reason: string): Promise<void>
  alertChannel(tx: Tx, channelId: string, error: MessageError): Promise<void>
}

import type {
  AccountRefusal,
  ChannelAbilities,
  ChannelKind,
  GuardLimits,
  HoldCause,
  IdentityKind,
  MessageContent,
  MessageError,
  NumberStanding,
  OutboundContent,
  SignInTrouble,
  UnreachableCause,
} from '@chasqui/contracts'
import type { EgressAnswer, EgressCall } from '#platform/egress/types'
import type { z } from 'zod'

/**
 * What a channel adapter is. An adapter is one folder under `adapters/channels/`, knows one vendor's protocol and nothing of tenants,
 * conversations or the database. Everything it returns is data; it throws only on bugs.
 */

/** One thing a webhook brought, small enough to be one job: a message, a status, an account notice. */
export type InboundItem = {
  /** Unique per channel: the same item delivered again has the same id (of a message its own id, as `interpret` gives it; message id + status). */
  eventId: string
  /** Items with the same key are processed strictly in order: the sender's address, or the message id for statuses. */
  orderKey: string
  /** True for receipts (sent, delivered, read …): they are processed in large batches beside the conversations' lanes. */
  bulk: boolean
  /** The vendor's account that it is for (phone number id, page id); null = the channel whose address was called. */
  account: string | null
  /** Without an account: what the vendor groups accounts under. */
  group?: string | null
  /** True for news that each channel of the group hears; all else without an account is for one: the called, or the only one of its group. */
  news?: boolean
  /** What `interpret` needs, as JSON. */
  payload: unknown
}

export type Address = { kind: IdentityKind; value: string }

/** `handset`: done by the business itself on the phone that owns the number; `from` is then the customer it was for. */
export type Origin = 'contact' | 'handset'

/**
 * Something became different about a message template at the vendor's, all in small letters. `content`: what it says, or more than was told; whoever
 * wants to know reads the templates again. `at`: the vendor's time, in whole seconds; before 2009 where none was told.
 */
export type TemplateNews = {
  type: 'template'
  name: string
  language: string
  at: string
  change:
    | { what: 'status'; status: string; reason: string | null; advice: string | null }
    | { what: 'quality'; quality: string }
    | { what: 'category'; category: string }
    | { what: 'content' }
}

/** What an item means, in the product's words. */
export type Happening =
  | {
      type: 'message'
      providerMessageId: string
      /** All the identifiers delivered together belong to one person; the first is the one to answer. Never empty. */
      from: Address[]
      profileName: string | null
      /** As the person told it; proves nothing and identifies nobody. */
      email?: string | null
      /** Provider's time, ISO. */
      at: string
      content: MessageContent
      quotes: string | null
      /** Advertisement that led here, forwarding marks, product asked about; `album`: the name that pictures sent together share. */
      context: Record<string, unknown> | null
      origin: Origin
    }
  | {
      type: 'status'
      providerMessageId: string
      clientRef: string | null
      status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
      at: string
      error: MessageError | null
      /** It failed because the vendor restricts the account: only people who wrote first can be written to for some time. */
      accountLocked?: true
      /** It failed because of the person, whatever is sent to them. */
      unreachable?: UnreachableCause
      /** It failed because the person wants no promotions, and does not say who that is. */
      optedOut?: true
      recipient: Address[]
    }
  /** Vendors that tell of many messages by one instant: everything that went to this person before it got so far. */
  | { type: 'status_until'; status: 'delivered' | 'read'; until: string; recipient: Address[] }
  | { type: 'edit'; providerMessageId: string; from: Address[]; at: string; content: MessageContent; origin: Origin }
  /** `parts`: further ids under which bubbles of the same message may stand. It may come before the message itself, which is then never shown. */
  | { type: 'delete'; providerMessageId: string; parts?: string[]; from: Address[]; at: string }
  /** `opensWindow: false` where the vendor does not count reactions as something that the customer said. */
  | {
      type: 'reaction'
      providerMessageId: string
      from: Address[]
      profileName: string | null
      at: string
      emoji: string | null
      origin: Origin
      opensWindow?: false
    }
  /** The person moved to another address; `notice` is shown in the thread. */
  | { type: 'readdress'; from: Address; to: Address; at: string; notice: MessageContent; eventId: string }
  | { type: 'preference'; from: Address[]; topic: 'marketing'; allowed: boolean; at: string }
  /** The vendor tells, without a message, that these addresses are reached no longer (the person blocked the business), or again (null). */
  | { type: 'reachability'; from: Address[]; unreachable: UnreachableCause | null }
  /** The customer did something that is no message and yet opens the service window: a call. */
  | { type: 'active'; from: Address[]; at: string }
  /** The customer is typing, or opened the chat. */
  | { type: 'typing'; from: Address[] }
  /** The vendor tells that these addresses are one person's, though nobody said anything. At least two. */
  | { type: 'same_person'; addresses: Address[] }
  /** A piece of what was said before the account was connected can be read; `part` is the adapter's own, any JSON. It says nothing from the instant `before` on. */
  | { type: 'past'; id: string; before: string; part: unknown }
  | TemplateNews
  /** Account-level news: kept in the channel's log; `pause` stops sending until a person looks (dead token, locked or deleted account). */
  | { type: 'notice'; level: 'info' | 'warn' | 'error'; event: string; detail: Record<string, unknown>; pause: boolean }
  | Sanction
  | { type: 'ignored'; reason: string }

/**
 * The vendor's word on what may be sent: it begins to hold some of it back, until then where it tells an end, or takes back what it said. `number`: the only number of
 * the account that it is about, as it is written to people; `said`: the refusal that told of it.
 */
export type Sanction = { type: 'sanction'; number: string | null } & (
  | { begins: HoldCause; until: string | null; said?: { code: string; title: string } }
  | { ends: readonly HoldCause[] }
)

/** The emoji that each side set under a message; `agent` is the business. */
export type PastReactions = Partial<Record<'contact' | 'agent', string>>
/** Something that was said before the account was connected; `status`: how far it came, where the business said it. */
export type PastMessage = Extract<Happening, { type: 'message' }> & { status: 'sent' | 'delivered' | 'read' | 'played'; reactions: PastReactions }
/** All of one person in one piece, the oldest message first. */
export type PastChat = { addresses: Address[]; name: string | null; messages: PastMessage[] }
/** `chat` is null beyond the last of `chats`. `gone`: it never can be read. */
export type PastOutcome = { result: 'read'; chats: number; chat: PastChat | null } | { result: 'retry' | 'gone'; reason: string }

/** A message on its way out. */
export type Dispatch = {
  /** Our message id: travels with the request where the vendor lets it, to recognise the message afterwards. */
  clientRef: string
  to: Address
  content: OutboundContent
  /** Provider id of the message answered. */
  quotes: string | null
  /** Written by a person, where the channel lets people answer for longer than machines; whether the window was open then. */
  person?: 'in_window' | 'after_window'
}
/** `isOwn`: the message is one of ours, not the person's; some vendors tell messages apart by whose they are. */
export type ReactionDispatch = { clientRef: string; to: Address; providerMessageId: string; isOwn: boolean; emoji: string }

/**
 * What became of a send.
 * `accepted`: the vendor took it; `reached` where that means that it stands in the person's chat; `restSeconds` when it says that little is left of what the account may send, for how long nothing more should go.
 * `retry`: the vendor did not take it, try again (after `afterSeconds` if known); `scope` tells what to slow down, `holds` why it takes none like it for some time.
 * `failed`: never will; `pauseChannel` when nothing can be sent until a person acts (token, locked or deleted account), `alert` when a person has to act but other
 * messages may go through (payment, permission), `optedOut` when the person wants no more promotions, `unreachable` when it is the
 * person whom nothing reaches, or perhaps nothing (`undeliverable`): several of those in a row count.
 * `uncertain`: the request left, the answer did not come; must not be repeated blindly.
 */
export type SendOutcome =
  | { result: 'accepted'; providerMessageId: string; aliases: Address[]; restSeconds?: number; reached?: true }
  | { result: 'retry'; error: MessageError; afterSeconds: number | null; scope: 'message' | 'recipient' | 'channel'; holds?: HoldCause }
  | { result: 'failed'; error: MessageError; windowClosed: boolean; pauseChannel: boolean; alert?: boolean; optedOut?: boolean; unreachable?: UnreachableCause }
  | { result: 'uncertain'; error: MessageError }

export type FetchedMedia = { bytes: Uint8Array; mime: string | null }
export type MediaOutcome = { result: 'fetched'; media: FetchedMedia } | { result: 'retry'; reason: string } | { result: 'gone'; reason: string }

/** A message template at the vendor's; formats, types, category and status in small letters. */
export type ProviderTemplate = {
  name: string
  language: string
  category: string
  status: string
  /** Why it was rejected, as the vendor says it. */
  reason?: string | null
  quality?: string | null
  header: { format: string; text: string | null } | null
  body: string
  footer: string | null
  buttons: { type: string; text: string; url: string | null }[]
  /** Parts besides these: a carousel, an offer that ends. */
  others?: string[]
}

/** The account as an adapter sees it: validated settings with secrets opened. */
export type Account<Settings = Record<string, unknown>> = { channelId: string; tenantId: string; settings: Settings }

/** `secret`: what stood behind the channel in the address, for vendors that sign nothing. */
export type RawWebhook = { headers: Record<string, string | string[] | undefined>; query: Record<string, unknown>; secret?: string; body: Buffer }
/** Whom a body names, by what it claims: nothing of it is proven yet. */
export type Named = { result: 'accounts'; accounts: string[]; groups: string[] } | { result: 'unsigned' | 'malformed'; reason: string }
export type Opened = { result: 'items'; items: InboundItem[] } | { result: 'unsigned' | 'forged' | 'malformed'; reason: string }

/** What adapters are given: the one way out to the network, files by id, and time. */
export type AdapterIo = {
  request(call: EgressCall): Promise<EgressAnswer>
  readFile(fileId: string, tenantId: string): Promise<{ bytes: Uint8Array; mime: string; name: string }>
  now(): Date
}
export type { EgressAnswer, EgressCall }

/**
 * How a line to a vendor's network stands, where the channel is a device of the account and has to be linked to it. `until`: as long as a code is good. `cause`
 * is a word of the adapter's own.
 */
export type LineState =
  | { state: 'connecting' | 'linking' }
  /** Shown as a picture, to be scanned with the telephone. */
  | { state: 'qr'; qr: string; until: Date }
  /** Typed into the telephone instead. */
  | { state: 'code'; code: string; until: Date }
  | { state: 'connected'; address: string | null }
  | { state: 'reconnecting'; cause: string; retryAt: Date }
  /** Over until a person acts: the account removed the device, or something else is in the way. */
  | { state: 'logged_out' | 'error'; cause: string }

/**
 * What somebody is given who listens to a channel: the one of all processes who does so now. What was listened to is stored through it with the place behind
 * it in one transaction, and only while the ownership lasts: whoever was overtaken stores nothing.
 */
export type Listening<Settings = Record<string, unknown>> = {
  account: Account<Settings>
  io: AdapterIo
  /** Aborted when listening has to end: the product stops, the channel was changed or disconnected, somebody else owns it. */
  signal: AbortSignal
  /** Where the last one stopped, as it was given to `store`; null at the beginning. Any JSON. */
  place: unknown
  /** Resolves when everything is durable; rejects when it is not: what is told again later is recognised by its `eventId`. */
  store(items: InboundItem[], place: unknown): Promise<void>
  /** The vendor answers: what went wrong before is over. */
  alive(): void
  /** How the line stands now, for people to see; messages leave while it is connected. Rejects as `store` does. */
  line(state: LineState): Promise<void>
}

/**
 * Why listening ended. `stopped`: it was told to. `trouble`: it begins again after `afterSeconds`, or by the product's own growing waits.
 * `failed`: not before a person acts; the error becomes the channel's state.
 */
export type ListenEnd = { end: 'stopped' } | { end: 'trouble'; error: MessageError; afterSeconds: number | null } | { end: 'failed'; error: MessageError }

/** An account of whoever signed in at the vendor; `settings` are those that its channel is made with, secrets included. */
export type GrantedAccount = { account: string; name: string; handle: string | null } & (
  | { refusal: null; settings: Record<string, unknown> }
  | { refusal: Exclude<AccountRefusal, 'connected_otherwise'> }
)
type SignInRefused = { result: 'refused'; trouble: SignInTrouble }

/** Connecting accounts by signing in at the vendor, through an app that the host has there. Calls take seconds at most, and never reject. */
export type SignIn = {
  /** Where the person signs in; from there their browser comes back to `redirect` with `state` and a code, or an error. */
  address(state: string, redirect: string): string
  /** What a code, good once, stands for. `grant` opens the person's accounts and is kept as the secret that it is. */
  grant(code: string, redirect: string, io: AdapterIo): Promise<{ result: 'granted'; grant: string } | SignInRefused>
  /** Their accounts, some hundred at most; `more` tells that there are others. */
  accounts(grant: string, io: AdapterIo): Promise<{ result: 'read'; accounts: GrantedAccount[]; more: boolean } | SignInRefused>
}

/**
 * What the process that holds a line knows of it without asking anybody. `unstored`: news that were heard and are not stored yet. `memory`, in bytes: of the process, which holds so many
 * lines, and what is reckoned to be this line's; null before the process told.
 */
export type LineLoad = { unstored: number; memory: { processBytes: number; lines: number; lineBytes: number } | null }

/**
 * One thing that the vendor told of an account when it was asked whether it works. `until`: it is so until then; how near that is, is judged when it is read.
 * `waiting`: it does not tell, or has not decided yet.
 */
export type CheckedPoint = {
  check: 'token_life' | 'permissions' | 'number' | 'display_name'
  result: 'passed' | 'waiting' | 'warning' | 'failed'
  until?: string
  error?: { code: string; title: string }
}

/** An entry of a channel's log. */
export type Told = { event: string; at: Date; detail: Record<string, unknown> }

// Adapters of all kinds stand in one list; each is given the settings that its own schema read.
// oxlint-disable-next-line typescript/no-explicit-any
export type ChannelAdapter<Settings = any> = {
  kind: ChannelKind
  /** Settings as stored; `secrets` names the fields that are sealed and never shown. */
  settings: z.ZodType<Settings>
  secrets: readonly string[]
  /** Settings that stay as they were when the channel was made: what was arranged by them could not be found again. */
  fixed?: readonly string[]
  /** Ways of having such a channel that this installation has, where there are several. */
  ways?: readonly string[]
  abilities(settings: Settings): ChannelAbilities
  /** The vendor's account id in these settings, for routing webhooks of a host-level app. */
  account(settings: Settings): string | null
  /** The address customers see, if the settings already tell. */
  address(settings: Settings): string | null
  /** Sending limits: messages per second for the account, and for one recipient a burst and seconds per message after it. */
  pace(settings: Settings): { perSecond: number; recipient: { burst: number; secondsEach: number } | null }
  /** Strangers per day and messages per minute, of which people may choose others, for accounts that are used without the vendor's consent and taken away from whoever writes to many; see `guardian/domain/judge.ts`. */
  guard?: GuardLimits
  /** How an account stands with its vendor, by entries of the channel's log whose event begins with one of `fields` (up to a dot), oldest first. Pure. */
  standing?: { fields: readonly string[]; of(told: readonly Told[], address: string | null, now: Date): NumberStanding }
  /** Path part after `/api/webhooks/`, or null when the vendor does not call us. */
  webhook: string | null
  /** The vendor signs nothing: a secret may stand behind the channel in the address. */
  webhookSecretInPath?: true
  /** For vendors that send files along and sign nothing: bytes of the largest body, and why whoever sends one is not believed, asked before more than usual is read. Long strings are cut short. */
  largeWebhooks?: { bytes: number; doubt(webhook: Omit<RawWebhook, 'body'>, settings: Settings): 'unsigned' | 'forged' | null }
  /** Other words for the same address. */
  webhookAliases?: readonly string[]
  /** Answer to a subscription check (GET); null = refuse. */
  challenge?(query: Record<string, unknown>, settings: Settings): string | null
  /** The setting that holds what the vendor groups accounts under, for news that name no account. */
  groupSetting?: keyof Settings & string
  /** Path after `/api/` where webhooks name the value of `groupSetting` instead of the channel; whose secret signed one, takes it. */
  webhookByGroup?: string
  /** For vendors whose webhooks name no account and carry the channel's own secret: where it stands in one (null: nowhere), and in the settings. */
  carriedSecret?: { in(webhook: RawWebhook): string | null; setting: keyof Settings & string }
  /** For host-level apps: the accounts and groups that a body speaks of, before any signature is checked. */
  accountsIn?(webhook: RawWebhook): Named
  /** Answer to the subscription check of an app of the host's own, whoever uses it; null = refuse. */
  hostChallenge?(query: Record<string, unknown>): string | null
  /** For vendors that people sign in at to connect an account; null while the host has no app there. */
  signIn?: SignIn | null
  /**
   * Whether settings came by signing in. Such an account is heard through the host's app, whose signature tells no organisation from another: these settings are
   * taken from nobody, and the account stays the one that was granted.
   */
  isGranted?(settings: Settings): boolean
  /** Checks the signature on the raw bytes and splits the body. No other work: this runs before the answer. */
  open(webhook: RawWebhook, settings: Settings): Opened
  /** Pure: what an item means. Never throws on any JSON; unknown things become `unsupported` messages, notices or `ignored`. */
  interpret(payload: unknown, settings: Settings): Happening[]
  /**
   * For vendors that are asked, or held a line to, instead of calling us. Runs for as long as the channel is connected, in one process at a time. Ends soon
   * after its signal; its calls carry the signal.
   */
  listen?(listening: Listening<Settings>): Promise<ListenEnd>
  /** Listening holds a line, as a device of the account, and tells how it stands: what is sent leaves through it, in the process that holds it. */
  holdsLine?: true
  /** Whatever is asked of the account goes through that line: marks, “typing…”, files, what was said before, the leave that is taken. The process that holds it does all of that. */
  onlyByLine?: true
  /** How the line that this process holds is; null while it holds none. Asked every few seconds. For vendors whose lines live in processes of ours. */
  load?(account: Account<Settings>): LineLoad | null
  /** A person wants the line opened anew: what is begun anew at the vendor's for it. Best effort; whether it worked is seen by listening. */
  restart?(account: Account<Settings>, io: AdapterIo): Promise<void>
  /** The last lines, oldest first, that the server of the account wrote, where the product runs one for it; null where it does not, or there is none yet. Rejects when nobody can say. */
  serverLog?(account: Account<Settings>, io: AdapterIo): Promise<string[] | null>
  /** What is owed to the vendor for items that were stored (a pressed button that waits). Best effort, any number of times. */
  acknowledge?(items: InboundItem[], account: Account<Settings>, io: AdapterIo): Promise<void>
  /**
   * The channel was disconnected or removed: takes back what was arranged with the vendor, and whatever is kept for it. Tried again when it rejects; nothing is when
   * it was done before. `last`: nobody will try again, so that what is kept goes although the vendor could not be told.
   */
  leave?(account: Account<Settings>, io: AdapterIo, last: boolean): Promise<void>
  /** A message has its id at the vendor's from ours: what may have left is sent again as the same message, and people get it once. */
  repeats?: true
  send(dispatch: Dispatch, account: Account<Settings>, io: AdapterIo): Promise<SendOutcome>
  react?(dispatch: ReactionDispatch, account: Account<Settings>, io: AdapterIo): Promise<SendOutcome>
  /** `to`: whose message it is, for vendors that ask for the person instead. Best effort; by a line it is tried again when it rejects. */
  markRead?(providerMessageId: string, account: Account<Settings>, io: AdapterIo, to: Address): Promise<void>
  showTyping?(providerMessageId: string, account: Account<Settings>, io: AdapterIo, to: Address, name: string | null): Promise<void>
  /** Seconds for which it shows unless something is said. */
  typingSeconds?: number
  /** Takes it back, for vendors that can be told so. */
  hideTyping?(account: Account<Settings>, io: AdapterIo, to: Address): Promise<void>
  /** Keeps somebody away at the vendor, or lets them in again. */
  block?(address: Address, blocked: boolean, account: Account<Settings>, io: AdapterIo): Promise<void>
  fetchMedia?(providerMediaId: string, account: Account<Settings>, io: AdapterIo): Promise<MediaOutcome>
  /** For vendors that tell what was said before: `days` of it are wanted, 0 for none; `read` gives the chats of a piece one by one, counted from 0, always the same. */
  past?: {
    days(settings: Settings): number
    read(part: unknown, which: { since: Date; chat: number }, account: Account<Settings>, io: AdapterIo): Promise<PastOutcome>
  }
  /** Who somebody is, for vendors whose messages do not say it. `retry`: the vendor could not be asked now; `name` null: it does not tell. */
  profile?(of: Address, account: Account<Settings>, io: AdapterIo): Promise<{ result: 'told'; name: string | null } | { result: 'retry'; reason: string }>
  /** The message templates that the vendor has for the account, in whatever state. */
  templates?(account: Account<Settings>, io: AdapterIo): Promise<{ ok: true; templates: ProviderTemplate[] } | { ok: false; error: MessageError }>
  /**
   * Asks the vendor whether the account works; `address` is what customers see. `detail.subscribed` tells, where it is known, whether the vendor
   * sends news of the account; `detail.subscription_error` (`{code, title}`) why not. `points`: what else it told; those that were told before hold where none are.
   * `dead`: nothing can be sent until a person acts.
   */
  check?(
    account: Account<Settings>,
    io: AdapterIo,
  ): Promise<
    | { ok: true; address: string | null; detail: Record<string, unknown>; points?: CheckedPoint[] }
    | { ok: false; error: MessageError; dead?: boolean; points?: CheckedPoint[] }
  >
}

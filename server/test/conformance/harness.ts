import type { Account, Address, AdapterIo, ChannelAdapter, InboundItem, RawWebhook } from '#channels'
import type { FileRef } from '@chasqui/contracts'

/** Something a customer, or the vendor, does; the harness puts it into the vendor's own webhook form. */
export type Act =
  | { kind: 'text'; id: string; from: Address; text: string; quotes?: string }
  /** A message of a type that nobody has heard of. */
  | { kind: 'unknown'; id: string; from: Address }
  | { kind: 'reaction'; id: string; from: Address; target: string; emoji: string | null }
  | { kind: 'status'; messageId: string; status: 'sent' | 'delivered' | 'read' | 'failed' }

/**
 * What goes wrong with the next send: `refused` for good (and only this message), `rate_limited` the account, `asked_to_wait` the vendor says for how long (7 s), `recipient_limited` one person,
 * `unavailable` the vendor says that it is down, `lost_answer` taken but never answered, `gibberish` answered with something unreadable.
 */
export type Trouble =
  | 'unreachable'
  | 'refused'
  | 'window_closed'
  | 'bad_token'
  | 'rate_limited'
  | 'asked_to_wait'
  | 'recipient_limited'
  | 'unavailable'
  | 'lost_answer'
  | 'gibberish'

/** What some vendors do not know: naming the message that is answered, reactions, and statuses that they never tell of one message by itself. */
export type Lack = 'quotes' | 'reactions' | Extract<Act, { kind: 'status' }>['status']

/** What a customer's phone got. `clientRef`: our id where the vendor carries it, else the text, if that is what the text is. */
export type Got = { to: string; clientRef: string | null; quotes: string | null; type: string; providerMessageId: string }

/** All that the suite needs from a channel: its adapter, an account, and a stand-in of its vendor. One harness per run of the suite. */
export type ChannelHarness = {
  adapter: ChannelAdapter
  account: Account
  io: AdapterIo
  /** True for a channel that can be made without any settings. */
  needsNoSettings?: true
  lacks?: readonly Lack[]
  /** True where each webhook brings one thing; `body` is then given one act at a time. */
  oneByOne?: true
  /** True where a secret comes along with every body, whatever the body says: the vendor signs nothing. */
  provesSenderOnly?: true
  /** For vendors that call nobody: what the adapter makes of these acts as its line tells them. There is no webhook then; `body` and `sign` are not asked for. */
  listened?(acts: Act[]): InboundItem[]
  /** What the product calls a message that the suite calls `id`, in this person's chat; the same unless told. */
  messageId?(id: string, chat: Address): string
  /** At least two people, as the vendor addresses them; of every kind that can be written to. */
  customers: Address[]
  /** The raw body of one webhook with all these acts, as the vendor would write it. */
  body(acts: Act[]): Buffer
  /** Any bytes with the vendor's right signature. */
  sign(body: Buffer): RawWebhook
  /** Header that carries the signature, lower case. */
  signatureHeader: string
  /** Makes the next send go wrong; false when the vendor knows no such trouble. */
  provoke(trouble: Trouble): boolean
  /** Everything that customers got so far, oldest first. */
  received(): Promise<Got[]>
  /** Puts a file into the product's own store, which `io.readFile` reads. */
  storeFile(bytes: Uint8Array, mime: string, name: string): FileRef
  /** Puts a file a customer sent into the vendor's store and answers the id that its message would carry. */
  vendorFile(bytes: Uint8Array, mime: string): string
  close(): Promise<void>
}

type Status = Extract<Act, { kind: 'status' }>['status']
const statuses: Status[] = ['sent', 'delivered', 'read', 'failed']

/** Receipts that this vendor gives of single messages, for one message each. */
export const receiptsOf = ({ lacks = [] }: ChannelHarness, messageId = 'out-1'): Act[] =>
  statuses.filter((status) => !lacks.includes(status)).map((status) => ({ kind: 'status', messageId, status }))

/** The same act, where people react on this channel. */
export const reactionsOf = ({ lacks = [] }: ChannelHarness, act: Act): Act[] => (lacks.includes('reactions') ? [] : [act])

/** The harness of a run, made before the first case. */
export type Running = () => ChannelHarness

export const messageIdIn = ({ messageId }: ChannelHarness, id: string, chat: Address): string => messageId?.(id, chat) ?? id

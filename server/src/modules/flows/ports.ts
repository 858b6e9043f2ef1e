import type { ChannelAbilities, MessageContent, OutboundContent } from '@chasqui/contracts'
import type { ContactField, Variables } from '@chasqui/flow'
import type { Hints } from '#platform/events/hints'
import type { Tx } from '#platform/database/transaction'
import type { Log } from '#platform/log'

export type FlowsPorts = {
  now(): Date
  newId(): string
  log: Log
  hints: Hints
  /** Whether a pattern is found in a text, in linear time. */
  matches(pattern: string, text: string): boolean
  /** Whether a member or key may change and publish flows at this moment, for what goes on after their call. */
  mayManage(tenantId: string, maker: { userId: string; keyId: string | null }): Promise<boolean>
  /** Begins a flow in an open conversation, which whoever has it gives to the bot; false when it is not there to begin. */
  beginIn(tx: Tx, conversationId: string, flow: { flowId: string; from: BeginsAt }, byUserId: string): Promise<boolean>
  business(tenantId: string): Promise<{ name: string; locale: string; timeZone: string }>
}

export type Person = { name: string | null; profileName: string | null; phone: string | null; email: string | null; language: string | null }
/** Where a run begins that does not begin at the start: at a step of a version, knowing what another run knew there. */
export type BeginsAt = { versionId: string; step: string; variables: Variables }
/** The conversation as a flow may know it. `begins` whatever its triggers: `where_none_runs`, or `on_request` of a person or
 * a rule for this very conversation, which ends what ran before. */
export type Situation = {
  conversationId: string
  flowId: string | null
  abilities: ChannelAbilities
  contact: Person
  contactId: string
  isFirst: boolean
  /** Whether somebody serves the conversation at this hour. */
  isOpen: boolean
  begins?: 'where_none_runs' | 'on_request'
  from?: BeginsAt
}
export type Heard = { content: MessageContent }
export type Act =
  | { type: 'say'; content: OutboundContent }
  | { type: 'set_contact'; field: ContactField; value: string }
  | { type: 'tag'; add: string[]; remove: string[] }
  | { type: 'note'; text: string; people: string[] }
  | { type: 'react'; emoji: string }
  | { type: 'score'; score: number }
  | { type: 'transfer'; note: string; summary: string }
  | { type: 'close'; reason: string }
export type Turn = { flowId: string; acts: Act[] }

import type { ChannelAbilities, MessageContent, OutboundContent } from '@chasqui/contracts'
import type { ContactField } from '@chasqui/flow'
import type { Hints } from '#platform/events/hints'
import type { Log } from '#platform/log'

export type FlowsPorts = {
  now(): Date
  newId(): string
  log: Log
  hints: Hints
  /** Whether a pattern is found in a text, in linear time. */
  matches(pattern: string, text: string): boolean
  /** The E.164 number that digits are in a country; null for what is no number there. */
  readPhone(digits: string, country: string): string | null
  business(tenantId: string): Promise<{ name: string; locale: string; timeZone: string; country: string }>
}

export type Person = { name: string | null; profileName: string | null; phone: string | null; email: string | null; language: string | null }
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

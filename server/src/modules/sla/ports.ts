import type { ConversationState, Floor, Priority, ServiceLevel, ServiceMetric } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { BusinessTime } from './domain/clock.ts'

/** What service levels go by of a conversation. */
export type ConversationFacts = {
  id: string
  state: ConversationState
  floor: Floor
  priority: Priority
  assigneeId: string | null
  waitingSince: Date | null
  snoozedUntil: Date | null
  mergedIntoId: string | null
  firstHumanReplyAt: Date | null
  campaignId: string | null
  queueId: string | null
  due: Due | null
}
export type Due = { metric: ServiceMetric; at: Date | null; warnAt: Date | null; remainingSeconds: number | null }
export type Moved = { was: ConversationFacts | null; now: ConversationFacts; answered: boolean }

export type CampaignFacts = { state: string; serviceLevel: ServiceLevel; time: BusinessTime; hoursKey: string }
/** Other hours hold since `at`. */
export type HoursChange = { at: Date; before: { key: string; time: BusinessTime }; after: { key: string; time: BusinessTime } }

/** Everything service levels ask of the rest. */
export type SlaPorts = {
  now(): Date
  newId(): string
  /** From memory, in whatever state. */
  campaign(tenantId: string, campaignId: string): Promise<CampaignFacts | null>
  /** Of a queue, where it has one of its own. */
  levelOfQueue(tx: Tx, queueId: string): Promise<ServiceLevel | null>
  /** Whether a conversation waits for a person, and nobody has it. */
  waitsForPerson(conversation: ConversationFacts): boolean
}

import type { ServiceLevel } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

export type CampaignFacts = { id: string; serviceLevel: ServiceLevel; people: ReadonlyMap<string, number> | null }

/** Everything that numbers ask of the rest. */
export type AnalyticsPorts = {
  now(): Date
  newId(): string
  database: Pick<Database, 'system' | 'inTenant'>
  /** From memory, in whatever state. */
  campaign(tenantId: string, campaignId: string): Promise<CampaignFacts | null>
  /** How many people of each queue are available. */
  availableIn(tx: Tx): Promise<Map<string, number>>
  /** Whether members of a role answer conversations. */
  repliers(tx: Tx): Promise<(role: string) => boolean>
  newKey(): string
  hashKey(key: string): Buffer
}

/**
 * Service campaigns: channels, hours, people, routing rules, service level and bot under one name.
 * Owns: campaigns.{campaign, campaign_channel, campaign_agent, campaign_team, told}. Publishes: campaign.changed; tells the hint `campaign` with the
 * tenant's id after every change. Published view: campaign_card.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { adopt } from './adopt.ts'
import { createDirectory } from './directory.ts'
import { follow } from './follow.ts'
import { clockOfHours } from './hours.ts'
import type { CampaignsPorts, Moved } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { serviceOf, tellsOnce } from './service.ts'

export type { BusinessTime } from './domain/business-time.ts'
export type { KnownCampaign } from './directory.ts'
export type { CampaignsPorts } from './ports.ts'
export type { ZonedHours } from './hours.ts'
export type { Service } from './service.ts'

export type Campaigns = ReturnType<typeof createCampaigns>

export const createCampaigns = (ports: CampaignsPorts) => {
  const directory = createDirectory(ports)
  return {
    /** From memory, without a query per turn: the active campaign of a channel; null when there is none, or it is paused. */
    campaignOfChannel: directory.ofChannel,
    /** From memory: a campaign in whatever state, its hours as a clock (`time`), its people by rank (`people`). */
    campaign: directory.find,
    /** From memory: the hours of a campaign as a clock. */
    businessTime: async (tenantId: string, campaignId: string) => (await directory.find(tenantId, campaignId))?.time ?? null,
    /** From memory: who serves a campaign, by rank; null: everybody who answers conversations. */
    peopleOf: async (tenantId: string, campaignId: string) => (await directory.find(tenantId, campaignId))?.people ?? null,
    serviceOf: serviceOf(ports, directory),
    tellsOnce: tellsOnce(ports, directory),
    adopt: adopt(ports),
    /** The first of those who follow a conversation: places it in its campaign. */
    follow: (tx: Tx, moved: Moved) => follow(directory)(tx, moved),
    /** Hours as a clock. */
    clockOfHours,
    /** What is asked of a tenant's campaigns next is as it stands now. */
    lookAgain: (tenantId: string) => directory.forget(tenantId),
    registerRoutes: (http: Http) => registerRoutes(http, ports),
  }
}

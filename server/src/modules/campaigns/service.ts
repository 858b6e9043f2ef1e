import type { ClosedBehaviour } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Directory, KnownCampaign } from './directory.ts'
import { withOpening } from './domain/closed-text.ts'
import type { CampaignsPorts } from './ports.ts'

/** How a campaign serves a conversation at this moment. */
export type Service = {
  campaignId: string
  /** `flowId` null: the flow of the channel. */
  bot: { on: boolean; flowId: string | null }
  /** What a customer meets now, outside the hours, texts as they are to be said; null: somebody is there. */
  closed: ClosedBehaviour | null
}

const closedNow = ({ closed, time, zone, locale }: KnownCampaign, now: Date): ClosedBehaviour | null => {
  if (time.isOpen(now)) return null
  return 'text' in closed ? { ...closed, text: withOpening(closed.text, { now, opens: time.nextOpening(now), zone, locale }) } : closed
}

/** The campaign that a conversation is in, else that of its channel; null when it is not active: then it is as if there were none. */
export const serviceOf =
  (ports: CampaignsPorts, directory: Directory) =>
  async (tenantId: string, { channelId, campaignId }: { channelId: string; campaignId: string | null }): Promise<Service | null> => {
    const own = campaignId === null ? null : await directory.find(tenantId, campaignId)
    const campaign = own && own.state !== 'finished' ? own : await directory.ofChannel(tenantId, channelId)
    if (campaign?.state !== 'active') return null
    return { campaignId: campaign.id, bot: campaign.bot, closed: closedNow(campaign, ports.now()) }
  }

/** Whether a customer has still to be told in this closing that nobody is there. Asked, they count as told. */
export const tellsOnce =
  (ports: CampaignsPorts, directory: Directory) =>
  async (tx: Tx, { campaignId, contactId }: { campaignId: string; contactId: string }): Promise<boolean> => {
    const now = ports.now()
    const { rows } = await tx.query<{ at: Date }>('select at from campaigns.told where tenant_id = $1 and campaign_id = $2 and contact_id = $3 for update', [
      tx.tenantId,
      campaignId,
      contactId,
    ])
    const time = (await directory.find(tx.tenantId, campaignId))?.time
    const opened = rows[0] && time?.nextOpening(rows[0].at)
    // Told in this closing: since then nobody was there.
    if (rows[0] && (!opened || opened > now)) return false
    await tx.query(
      `insert into campaigns.told (tenant_id, campaign_id, contact_id, at) values ($1, $2, $3, $4) on conflict (tenant_id, campaign_id, contact_id) do update set at = excluded.at`,
      [tx.tenantId, campaignId, contactId, now],
    )
    return true
  }

import type { Tx } from '#platform/database/transaction'
import type { Directory } from './directory.ts'
import type { Moved } from './ports.ts'

/**
 * Places a conversation in the campaign of its channel: when it begins or is opened again, and when its channel got a campaign meanwhile. One that is in
 * a campaign stays there while it is open, unless that campaign is over; people may have transferred it. Without an active campaign nothing is placed.
 */
export const follow =
  (directory: Directory) =>
  async (tx: Pick<Tx, 'tenantId'>, { was, now }: Moved): Promise<{ campaignId?: string; tags?: string[] }> => {
    if (now.state === 'closed') return {}
    const moved = was !== null && was.campaignId !== now.campaignId
    const begins = was === null || was.state === 'closed'
    const present = now.campaignId === null ? null : await directory.find(tx.tenantId, now.campaignId)
    if (present && (moved || (present.state !== 'finished' && !begins))) return {}
    const campaign = await directory.ofChannel(tx.tenantId, now.channelId)
    return !campaign || campaign.id === now.campaignId ? {} : { campaignId: campaign.id, tags: campaign.tags }
  }

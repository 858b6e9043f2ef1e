import type { Tx } from '#platform/database/transaction'
import type { CampaignsPorts } from './ports.ts'
import { findCampaign } from './store.ts'

export type Adoption = { campaignId: string; after: string | null }
const atOnce = 500

/**
 * The channels of a campaign that begins may have open conversations: they are placed in it one by one, each in a transaction of its own, so that nobody
 * waits for all of them.
 */
export const adopt =
  (ports: Pick<CampaignsPorts, 'unplaced' | 'place' | 'adopt'>) =>
  async (tx: Tx, { campaignId, after }: Adoption): Promise<void> => {
    const campaign = await findCampaign(tx, campaignId)
    if (campaign?.state !== 'active') return
    const ids = await ports.unplaced(tx, campaign.channelIds, after, atOnce)
    for (const id of ids) ports.place(tx, id)
    if (ids.length === atOnce) ports.adopt(tx, { campaignId, after: ids.at(-1)! })
  }

import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'

export const readCampaignsAgain = () =>
  Promise.all([campaignRoutes.list, campaignRoutes.read, campaignRoutes.numbers].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))

/** What others change is seen at once. */
export const useCampaignNews = () => useRealtime('campaign.updated', () => void readCampaignsAgain())

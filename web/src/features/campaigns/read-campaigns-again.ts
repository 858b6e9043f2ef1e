import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { queryClient } from '#lib/query-client.ts'

export const readCampaignsAgain = () =>
  Promise.all([campaignRoutes.list, campaignRoutes.read, campaignRoutes.numbers].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))

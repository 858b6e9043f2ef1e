import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

const campaigns = () => asked(campaignRoutes.list, { query: { limit: 200 } })

/** Once per page: whether campaigns are open is known anew each minute. */
export const useKeptOpenings = (): void => {
  useQuery({ ...campaigns(), enabled: useCan('campaigns.read'), refetchInterval: 60_000 })
}

/** When the campaign of a conversation is there again; null while it is, or where that is not known. */
export const useOpensAt = (campaignId: string | undefined): string | null => {
  const { data } = useQuery({ ...campaigns(), enabled: false })
  const campaign = data?.items.find(({ id }) => id === campaignId)
  return campaign && !campaign.isOpenNow ? campaign.opensAt : null
}

import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

export type Place = { id: string; name: string }

/** The channels and campaigns of the tenant, as far as this person may see them. */
export const useChannels = (): readonly Place[] =>
  useQuery({ ...asked(channelRoutes.list, { query: { limit: 100 } }), enabled: useCan('channels.read') }).data?.items ?? []
export const useCampaigns = (): readonly Place[] =>
  useQuery({ ...asked(campaignRoutes.list, { query: { limit: 100 } }), enabled: useCan('campaigns.read') }).data?.items ?? []

/** The name of a channel or campaign; nothing for one that cannot be seen. */
export const usePlaceName = (): ((id: string) => string) => {
  const places = [...useChannels(), ...useCampaigns()]
  return (id) => places.find((place) => place.id === id)?.name ?? ''
}

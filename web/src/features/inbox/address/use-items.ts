import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'
import type { Item, Named } from './filter-words.ts'

/** ms for which a list of names counts as fresh: a name is only a way to say which one is meant. */
const staleTime = 5 * 60_000
const all = { query: { limit: 200 } }

type Items = { items: readonly Item[]; pending: boolean }
type Read = { data?: { items: readonly Item[] } | undefined; isLoading: boolean }
const itemsOf = ({ data, isLoading }: Read): Items => ({ items: data?.items ?? [], pending: isLoading })

/** What can be filtered by and has a name. Only the lists that are wanted are read; those that one may not read are empty. */
export const useItems = (wanted: readonly Named[]): Record<Named, Items> => {
  const want = (kind: Named, may = true) => ({ staleTime, enabled: may && wanted.includes(kind) })
  const readsCampaigns = useCan('campaigns.read')
  return {
    channel: itemsOf(useQuery({ ...asked(channelRoutes.list, all), ...want('channel') })),
    queue: itemsOf(useQuery({ ...asked(queueRoutes.list, all), ...want('queue', readsCampaigns) })),
    campaign: itemsOf(useQuery({ ...asked(campaignRoutes.list, all), ...want('campaign', readsCampaigns) })),
    assignee: itemsOf(useQuery({ ...asked(userRoutes.list, { query: { limit: 200, status: 'active' } }), ...want('assignee', useCan('users.read')) })),
    tag: itemsOf(useQuery({ ...asked(conversationRoutes.listTags, all), ...want('tag') })),
  }
}

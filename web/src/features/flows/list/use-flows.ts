import type { Campaign, Channel } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'

export const useFlows = () =>
  useInfiniteQuery({
    queryKey: [flowRoutes.list.id, 'pages'],
    queryFn: ({ pageParam, signal }) => call(flowRoutes.list, { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const readFlowsAgain = () => queryClient.invalidateQueries({ queryKey: [flowRoutes.list.id] })

const answersWith = ({ bot, closed }: Campaign, flowId: string) => bot.flowId === flowId || (closed.do === 'flow' && closed.flowId === flowId)

/** Where a flow answers: the names of channels and of campaigns, as far as this person may see them. */
export const useUsers = () => {
  const channels = useQuery({ ...asked(channelRoutes.list, { query: { limit: 100 } }), enabled: useCan('channels.read') })
  const campaigns = useQuery({ ...asked(campaignRoutes.list, { query: { limit: 100 } }), enabled: useCan('campaigns.read') })
  return (flowId: string): string[] => [
    ...(channels.data?.items ?? []).filter((channel: Channel) => channel.flowId === flowId).map(({ name }) => name),
    ...(campaigns.data?.items ?? []).filter((campaign) => campaign.state !== 'finished' && answersWith(campaign, flowId)).map(({ name }) => name),
  ]
}

import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'

/** Channels change seldom and are told live. */
const useKnown = () => useQuery({ ...asked(channelRoutes.list, { query: { limit: 200 } }), staleTime: 5 * 60_000 })
export const useChannels = (): Channel[] => useKnown().data?.items ?? []

export const useChannel = (id: string): Channel | undefined => useChannels().find((channel) => channel.id === id)

/** How a channel is; its conversations outlive one that was removed. Undefined while that is not known. */
export const useChannelState = (id: string): Channel['state'] | 'removed' | undefined => {
  const { data, isFetching } = useKnown()
  const state = data?.items.find((channel) => channel.id === id)?.state
  return state ?? (data?.nextCursor === null && !isFetching ? 'removed' : undefined)
}

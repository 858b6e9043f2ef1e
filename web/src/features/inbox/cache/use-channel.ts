import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'

/** Channels change seldom and are told live. */
export const useChannels = (): Channel[] => useQuery({ ...asked(channelRoutes.list, { query: { limit: 200 } }), staleTime: 5 * 60_000 }).data?.items ?? []

export const useChannel = (id: string): Channel | undefined => useChannels().find((channel) => channel.id === id)

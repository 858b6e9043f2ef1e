import type { Channel } from '@chasqui/contracts'
import { channelHealthRoutes } from '@chasqui/contracts/http/channel-health'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { operationRoutes } from '@chasqui/contracts/http/operations'
import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'

/** All of them, page by page: people look for one by its name, wherever it stands. */
const readAll = async (signal: AbortSignal): Promise<Channel[]> => {
  const channels: Channel[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Channel[]; nextCursor: string | null } = await call(
      channelRoutes.list,
      { query: { limit: 200, ...(cursor && { cursor }) } },
      { signal },
    )
    channels.push(...page.items)
    cursor = page.nextCursor
  }
  return channels
}

export const useChannels = () => useQuery({ queryKey: [channelRoutes.list.id, 'all'], queryFn: ({ signal }) => readAll(signal) })

/** How each channel fares with what it sends; nothing of it while that is not known. */
export const useSending = () => {
  const { data } = useQuery({ ...asked(channelRoutes.sending), refetchInterval: 15_000 })
  return (id: string) => data?.items.find(({ channelId }) => channelId === id)
}

/** ms. How much was said is counted now and then, however much it is. */
export const countAnewEvery = 60_000

/** How many messages each channel had today; nothing of it while that is not known. */
export const useTraffic = () => {
  const { data } = useQuery({ ...asked(channelHealthRoutes.traffic), refetchInterval: countAnewEvery })
  return (id: string) => data?.items.find(({ channelId }) => channelId === id)?.today
}

const reads = [
  channelRoutes.sending,
  channelRoutes.list,
  channelRoutes.read,
  channelRoutes.status,
  channelRoutes.checks,
  channelRoutes.logs,
  channelRoutes.line,
  channelRoutes.guard,
  channelRoutes.standing,
  channelRoutes.history,
  channelRoutes.webhookCalls,
  operationRoutes.queue,
  tenancyRoutes.home,
]
const readAgain = (routes: readonly { id: string }[]) => Promise.all(routes.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
export const readChannelsAgain = () => readAgain([...reads, ...Object.values(channelHealthRoutes)])

/** A channel that changes is seen at once, and so is that something came in or went out on one; of a burst only the end. */
export const useChannelNews = () => {
  const reread = useSettled(() => void readChannelsAgain(), 500)
  const followTraffic = useSettled(() => void readAgain(reads), 2000)
  useRealtime('channel.updated', reread)
  useRealtime('chat.message', followTraffic)
  useRealtime('chat.updated', followTraffic)
}

import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'
import { useChannel } from './use-channel.ts'

/** What the bot of a channel is called: the name of its flow. Null until it is known, without a flow, or without the right to see it. */
export const useBotName = (channelId: string): string | null => {
  const flowId = useChannel(channelId)?.flowId ?? ''
  const mayRead = useCan('flows.read')
  const { data } = useQuery({ ...asked(flowRoutes.read, { params: { id: flowId } }), staleTime: 10 * 60_000, enabled: mayRead && flowId !== '' })
  return data?.name ?? null
}

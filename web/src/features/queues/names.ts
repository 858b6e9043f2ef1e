import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { teamRoutes } from '@chasqui/contracts/http/teams'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

const all = { query: { limit: 200 } } as const

/** What queues speak of by id. What the role may not see stays empty. */
export const useNames = () => ({
  campaigns: useQuery(asked(campaignRoutes.list, all)).data?.items ?? [],
  queues: useQuery(asked(queueRoutes.list, all)).data?.items ?? [],
  channels: useQuery({ ...asked(channelRoutes.list, all), enabled: useCan('channels.read') }).data?.items ?? [],
  tags: useQuery({ ...asked(conversationRoutes.listTags, all), enabled: useCan('conversations.read') }).data?.items ?? [],
  flows: (useQuery({ ...asked(flowRoutes.list, all), enabled: useCan('flows.read') }).data?.items ?? []).filter(({ published }) => published !== null),
  people: useQuery({ ...asked(userRoutes.list, all), enabled: useCan('users.read') }).data?.items ?? [],
  teams: useQuery({ ...asked(teamRoutes.list), enabled: useCan('users.read') }).data?.items ?? [],
})
export type Names = ReturnType<typeof useNames>

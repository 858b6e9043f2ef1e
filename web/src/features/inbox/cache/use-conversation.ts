import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { conversationKey, knownConversation, merged } from './conversation-cache.ts'

/** One conversation; the row of the list serves until the answer is here. */
export const useConversation = (id: string) =>
  useQuery({
    queryKey: conversationKey(id),
    queryFn: async ({ signal }) => merged(await call(conversationRoutes.read, { params: { id } }, { signal })),
    placeholderData: () => knownConversation(id),
  })

import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { knownConversation } from './conversation-cache.ts'

/** One conversation; the row of the list serves until the answer is here. */
export const useConversation = (id: string) => useQuery({ ...asked(conversationRoutes.read, { params: { id } }), placeholderData: () => knownConversation(id) })

import type { ScheduledMessage } from '@chasqui/contracts'
import { scheduledRoutes } from '@chasqui/contracts/http/scheduled'
import { useQuery } from '@tanstack/react-query'
import { asked, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'

export const readScheduledAgain = (id: string) => void queryClient.invalidateQueries({ queryKey: keyOf(scheduledRoutes.list, { params: { id } }) })

/** What is to be said later in a conversation, in the order of its time, kept true by live events. */
export const useScheduled = (id: string): readonly ScheduledMessage[] => {
  useRealtime('chat.updated', ({ conversation, rescheduled }) => conversation.id === id && rescheduled && readScheduledAgain(id))
  return useQuery({ ...asked(scheduledRoutes.list, { params: { id } }), staleTime: 60_000 }).data?.items ?? []
}

import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { asked, call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

/** Where notes call the person in a conversation that is open has been seen. Asked only while there is something unseen anywhere. */
export const useSawMentions = (conversationId: string | undefined) => {
  const { data } = useQuery(asked(conversationRoutes.counts, { query: { view: 'mine_unassigned' } }))
  const unseen = data?.mentions ?? 0
  useEffect(() => {
    if (!conversationId || unseen === 0 || document.hidden) return
    call(conversationRoutes.sawMentions, { params: { id: conversationId } }).then(
      () => queryClient.invalidateQueries({ queryKey: keyOf(conversationRoutes.counts) }),
      () => undefined,
    )
  }, [conversationId, unseen])
}

import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { asked, keyOf } from '#lib/api.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan } from '#lib/session.ts'
import { useSettled } from '#lib/use-settled.ts'

/** Conversations with something unread that are mine or nobody's: the number at Inbox, in the tab's title and on the tab bar. */
export const useUnread = (): number => {
  const client = useQueryClient()
  const { data } = useQuery({ ...asked(conversationRoutes.counts, { query: { view: 'mine_unassigned' } }), enabled: useCan('conversations.read') })
  const recount = useSettled(() => void client.invalidateQueries({ queryKey: keyOf(conversationRoutes.counts) }), 400)
  useRealtime('chat.new', recount)
  useRealtime('chat.updated', recount)
  useRealtime('chat.message', recount)
  useRealtime('chat.closed', recount)
  useRealtime('chat.removed', recount)
  useRealtime('chat.left', recount)
  useRealtime('chat.transferred', recount)
  return data?.unread ?? 0
}

import type { Reply } from '@chasqui/contracts'
import { replyRoutes } from '@chasqui/contracts/http/replies'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useResting } from '#lib/use-resting.ts'
import { rankReplies } from './rank-replies.ts'

/** As many as are read at once; of more the server finds those with the words. */
const atOnce = 200
const rest = 200

/** Quick replies that can be used in a conversation and match the words, the likeliest first; null while they are being read. */
export const useQuickReplies = (conversationId: string, words: string): readonly Reply[] | null => {
  const query = { conversationId, limit: atOnce }
  const { data, isError } = useQuery({ ...asked(replyRoutes.list, { query }), staleTime: 5 * 60_000 })
  const search = useResting(words.trim(), rest)
  const more = data != null && data.nextCursor !== null && search !== ''
  const found = useQuery({ ...asked(replyRoutes.list, { query: { ...query, search } }), enabled: more, placeholderData: keepPreviousData })
  if (isError && !data) return []
  if (!data) return null
  const known = new Set(data.items.map(({ id }) => id))
  return rankReplies([...data.items, ...(more ? (found.data?.items ?? []).filter(({ id }) => !known.has(id)) : [])], words)
}

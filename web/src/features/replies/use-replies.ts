import type { ReplyScope } from '@chasqui/contracts'
import { replyRoutes } from '@chasqui/contracts/http/replies'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

export type Wanted = { scope: ReplyScope | ''; folder: string; search: string }

/** Quick replies page by page, in the order of folders and shortcuts. */
export const useReplies = ({ scope, folder, search }: Wanted) => {
  const query = { limit: 50, ...(scope && { scope }), ...(folder && { folder }), ...(search && { search }) }
  return useInfiniteQuery({
    queryKey: [replyRoutes.list.id, 'pages', query],
    queryFn: ({ pageParam, signal }) => call(replyRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
}

export const useFolders = (): string[] => useQuery(asked(replyRoutes.folders)).data?.items.map(({ folder }) => folder) ?? []

export const readRepliesAgain = () => Promise.all([replyRoutes.list.id, replyRoutes.folders.id].map((id) => queryClient.invalidateQueries({ queryKey: [id] })))

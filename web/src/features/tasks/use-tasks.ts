import type { Answer, QueryInput, Task } from '@chasqui/contracts'
import { taskRoutes } from '@chasqui/contracts/http/tasks'
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'

type Page = Answer<typeof taskRoutes.list>

export const readTasksAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [taskRoutes.list.id] })

/** Tasks page by page, as the server orders them; what others do shows by itself. */
export const useTasks = (query: QueryInput<typeof taskRoutes.list>, { enabled = true } = {}) => {
  const reread = useSettled(() => void readTasksAgain(), 500)
  useRealtime('task.updated', reread)
  const { data, ...rest } = useInfiniteQuery({
    queryKey: keyOf(taskRoutes.list, { query }),
    queryFn: ({ pageParam, signal }): Promise<Page> => call(taskRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
  return { ...rest, tasks: data?.pages.flatMap(({ items }) => items) }
}

/** Takes a task out of every list on screen, before the server has answered. */
export const takeOut = (id: string): void =>
  void queryClient.setQueriesData<InfiniteData<Page>>(
    { queryKey: [taskRoutes.list.id] },
    (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.filter((task: Task) => task.id !== id) })) },
  )

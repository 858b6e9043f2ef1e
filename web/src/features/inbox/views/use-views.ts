import { viewRoutes } from '@chasqui/contracts/http/views'
import { useQuery } from '@tanstack/react-query'
import { asked, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

/** Own and shared views, by name. Others may share one meanwhile: read again now and then. */
export const useViews = () => useQuery({ ...asked(viewRoutes.list), staleTime: 60_000 }).data?.items ?? []
export const readViewsAgain = () => queryClient.invalidateQueries({ queryKey: keyOf(viewRoutes.list) })

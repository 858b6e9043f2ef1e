import { closingRoutes } from '@chasqui/contracts/http/closing'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

export const useReasons = () => useQuery(asked(closingRoutes.reasons, { query: {} }))
export const readReasonsAgain = () => queryClient.invalidateQueries({ queryKey: [closingRoutes.reasons.id] })

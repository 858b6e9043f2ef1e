import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'

/** Flows that can answer: the published ones, as choices. None for whoever may not see flows. */
export const usePublishedFlows = (): { value: string; label: string }[] => {
  const { data } = useQuery({ ...asked(flowRoutes.list, { query: { limit: 200 } }), enabled: useCan('flows.read') })
  return (data?.items ?? []).filter(({ published }) => published !== null).map(({ id, name }) => ({ value: id, label: name }))
}

import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { kindForms } from '../kinds/index.ts'

/** The forms of what this installation can connect; undefined while that is not known. */
export const useOfferedForms = () => {
  const query = useQuery(asked(channelRoutes.kinds))
  const forms =
    query.data &&
    kindForms.filter(({ kind, ways: [way] = [] }) =>
      query.data.items.some((offered) => offered.kind === kind && (way === undefined || offered.ways?.includes(way) === true)),
    )
  return { forms, error: query.error, refetch: query.refetch }
}

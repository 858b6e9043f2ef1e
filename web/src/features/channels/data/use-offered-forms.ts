import type { ChannelKind } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { kindForms } from '../kinds/index.ts'

/** The forms of what this installation can connect, undefined while that is not known; and by kind whether it can be connected by signing in at the vendor. */
export const useOfferedForms = () => {
  const query = useQuery(asked(channelRoutes.kinds))
  const forms =
    query.data &&
    kindForms.filter(({ kind, ways: [way] = [] }) =>
      query.data.items.some((offered) => offered.kind === kind && (way === undefined || offered.ways?.includes(way) === true)),
    )
  const signInOf = (kind: ChannelKind) => query.data?.items.find((offered) => offered.kind === kind)?.signIn
  return { forms, signInOf, error: query.error, refetch: query.refetch }
}

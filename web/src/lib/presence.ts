import type { Presence } from '@chasqui/contracts'
import { presenceRoutes } from '@chasqui/contracts/http/presence'
import { useQuery } from '@tanstack/react-query'
import { asked, keyOf } from './api.ts'
import { queryClient } from './query-client.ts'
import { useRealtime } from './realtime.ts'
import { useCan } from './session.ts'

/** Who is available, paused, busy or offline, by person; kept right by the live connection. Whoever was never here is missing. */
export const usePresences = (): ReadonlyMap<string, Presence> => {
  const { data } = useQuery({ ...asked(presenceRoutes.list), enabled: useCan('users.read') })
  useRealtime('agent.status', ({ userId, state, reason, since }) => learnPresence({ userId, state, reason, since }))
  return new Map((data?.items ?? []).map((one) => [one.userId, one]))
}

export const learnPresence = (presence: Presence) =>
  queryClient.changeKnown<{ items: Presence[] }>(keyOf(presenceRoutes.list), ({ items }) => ({
    items: [...items.filter(({ userId }) => userId !== presence.userId), presence],
  }))

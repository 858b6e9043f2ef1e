import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan, usePhoto, useUser } from '#lib/session.ts'

export type Member = { id: string; name: string; photoUrl?: string | null }

/** Everybody a conversation can be assigned to; at least the person who looks. */
export const useMembers = (): Member[] => {
  const { id, name } = useUser()
  const photoUrl = usePhoto()
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 200, status: 'active' } }), staleTime: 5 * 60_000, enabled: useCan('users.read') })
  return data?.items ?? [{ id, name, photoUrl }]
}

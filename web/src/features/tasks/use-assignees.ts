import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'

type Choice = { value: string; label: string }

/** Who a task can be given to, oneself first; `''` is nobody. */
export const useAssignees = (): Choice[] => {
  const { t } = useTexts('tasks')
  const me = useUser()
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 200, status: 'active' } }), staleTime: 5 * 60_000, enabled: useCan('users.read') })
  const others = (data?.items ?? []).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }))
  return [{ value: '', label: t('assignee.nobody') }, { value: me.id, label: t('assignee.me') }, ...others]
}

import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'

/** Whose replies somebody may write: `own`, `tenant`, or the id of a queue. */
export type Whose = string

export const useWhose = (): { value: Whose; label: string }[] => {
  const { t } = useTexts('replies')
  const [mayManage, maySeeQueues] = [useCan('replies.manage'), useCan('campaigns.read')]
  const { data } = useQuery({ ...asked(queueRoutes.list, { query: { limit: 200 } }), enabled: mayManage && maySeeQueues })
  if (!mayManage) return [{ value: 'own', label: t('scope.own') }]
  return [
    { value: 'own', label: t('scope.own') },
    { value: 'tenant', label: t('scope.tenant') },
    ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: t('scope.in_queue', { name }) })),
  ]
}

export const queueIdOf = (whose: Whose): string | null => (whose === 'own' || whose === 'tenant' ? null : whose)

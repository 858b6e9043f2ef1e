import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { ArmList } from './arm-list.tsx'
import { useSpan } from './use-drop-off.ts'
import { useMilestoneName } from './milestone-name.ts'

/** How the flows do that are tested against each other where this one begins; nothing where there never was a test. */
export const AbTestResult = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const { from } = useSpan()
  const milestoneName = useMilestoneName()
  const { data, error, refetch } = useQuery({
    ...asked(flowRoutes.abTest, { params: { id: flowId }, query: { from } }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState title={t('drop.failed')} error={error} onRetry={() => void refetch()} />
  if (!data || data.arms.length === 0) return null
  const goal = data.milestone ? milestoneName(data.milestone) : t(`arms.${data.goal}`)
  const nameOf = (way: string | null) => data.flows.find(({ id }) => id === way)?.name ?? t('ab_test.gone')
  return (
    <section aria-label={t('ab_test.title')} className="flex flex-col gap-3 rounded-card border border-line p-3">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 text-sm font-semibold">{t('ab_test.title')}</h3>
        {!data.isRunning && <Chip>{t('ab_test.over')}</Chip>}
      </div>
      <p className="text-sm text-fg-2">{t('ab_test.counts', { goal })}</p>
      <ArmList compared={data} nameOf={nameOf} />
    </section>
  )
}

import type { HostedTenant, TenantLimits } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { Progress } from '#ui/progress.tsx'
import { measures, shareOf, warnFrom } from '#lib/tenant-limits.ts'

/** What is used of each limit; from 80 % on it says so in words. */
export const UsageBars = ({ terms }: { terms: Pick<HostedTenant, 'limits' | 'usage'> }) => {
  const { t } = useTexts('host')
  const format = useFormat()
  const write = (measure: keyof TenantLimits, value: number) => (measure === 'storageBytes' ? format.fileSize(value) : format.number(value))
  return (
    <ul className="flex flex-col gap-3">
      {measures.map((measure) => {
        const share = shareOf(terms, measure)
        const most = terms.limits[measure]
        const used = write(measure, terms.usage[measure])
        const words = most === null ? t('usage.unlimited', { used }) : t('usage.of', { used, most: write(measure, most) })
        return (
          <li key={measure} className="flex flex-col gap-1">
            <div className="flex items-center gap-2 text-sm">
              <span className="font-medium">{t(`measure.${measure}`)}</span>
              {share !== null && share >= warnFrom && (
                <Chip tone={share >= 1 ? 'danger' : 'warning'}>{share >= 1 ? t('limit.reached') : t('limit.used', { share: format.percent(share) })}</Chip>
              )}
              <span className="ml-auto text-fg-2 tabular">{words}</span>
            </div>
            {share !== null && (
              <Progress
                label={t(`measure.${measure}`)}
                value={Math.round(Math.min(1, share) * 100)}
                max={100}
                tone={share >= 1 ? 'danger' : share >= warnFrom ? 'warning' : 'primary'}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

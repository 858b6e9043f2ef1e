import type { TenantLimits } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { measures, shareOf, type Terms, warnFrom } from '#lib/tenant-limits.ts'
import { useCan } from '#lib/session.ts'
import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { Progress } from '#ui/progress.tsx'

const Measure = ({ terms, measure, most }: { terms: Terms; measure: keyof TenantLimits; most: number }) => {
  const { t } = useTexts('home')
  const format = useFormat()
  const share = shareOf(terms, measure) ?? 0
  const tone = share >= 1 ? 'danger' : share >= warnFrom ? 'warning' : 'primary'
  const used = terms.usage[measure]
  const write = (value: number) => (measure === 'storageBytes' ? format.fileSize(value) : format.number(value))
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <span className="font-medium">{t(`usage.measure.${measure}`)}</span>
        {tone !== 'primary' && <Chip tone={tone}>{tone === 'danger' ? t('usage.reached') : t('usage.share', { share: format.percent(share) })}</Chip>}
        <span className="ml-auto text-fg-2 tabular">{t('usage.of', { used: write(used), most: write(most) })}</span>
      </div>
      <Progress label={t(`usage.measure.${measure}`)} value={Math.min(used, most)} max={most} tone={tone} />
      {tone !== 'primary' && <p className="text-sm text-fg-2">{t(`usage.${tone === 'danger' ? 'full' : 'near'}.${measure}`)}</p>}
    </li>
  )
}

/** What the organisation uses of what it may, for whoever manages it. Where nothing is limited there is nothing to watch. */
export const Usage = () => {
  const { t } = useTexts('home')
  const mayManage = useCan('tenant.manage')
  const { data: terms } = useQuery({ ...asked(hostRoutes.usage), enabled: mayManage, refetchInterval: 60_000 })
  const limited = terms ? measures.flatMap((measure) => (terms.limits[measure] === null ? [] : [{ measure, most: terms.limits[measure] }])) : []
  if (!terms || !mayManage || limited.length === 0) return null
  return (
    <Card className="max-tablet:px-4">
      <h2 className="text-md font-semibold">{t('usage.title')}</h2>
      <p className="mt-1 text-sm text-fg-2">{t('usage.lead')}</p>
      <ul className="mt-3 flex flex-col gap-4">
        {limited.map(({ measure, most }) => (
          <Measure key={measure} terms={terms} measure={measure} most={most} />
        ))}
      </ul>
    </Card>
  )
}

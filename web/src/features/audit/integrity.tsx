import { useQuery } from '@tanstack/react-query'
import { RefreshCw, ShieldAlert, ShieldCheck } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Retention } from './retention.tsx'
import type { TrailSource } from './trail-source.ts'

/** Whether the chain is whole, checked when the page opens and when asked again. */
const Verdict = ({ source }: { source: TrailSource }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const { data, error, refetch, isFetching } = useQuery(asked(source.routes.verify))
  if (error) return <span className="text-danger">{t('integrity.failed')}</span>
  if (!data) return <span>{t('integrity.checking')}</span>
  const broken = data.break
  const Icon = broken ? ShieldAlert : ShieldCheck
  return (
    <span className={broken ? 'flex items-center gap-1.5 font-semibold text-danger' : 'flex items-center gap-1.5'} role={broken ? 'alert' : undefined}>
      <Icon size={16} strokeWidth={1.75} className={broken ? 'shrink-0' : 'shrink-0 text-success'} aria-hidden />
      {broken
        ? t('integrity.broken', { seq: broken.seq, why: t(`integrity.why.${broken.why}`) })
        : t('integrity.whole', { time: format.clock(data.chainedAt ?? data.checkedAt), records: format.number(data.records) })}
      <IconButton icon={RefreshCw} label={t('integrity.again')} onClick={() => void refetch()} disabled={isFetching} />
    </span>
  )
}

export const Integrity = ({ source }: { source: TrailSource }) => (
  <div className="text-sm text-fg-2">
    <Verdict source={source} />
    {source.of === 'tenant' && <Retention />}
  </div>
)

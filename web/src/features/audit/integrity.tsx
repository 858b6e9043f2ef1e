import { auditRoutes } from '@chasqui/contracts/http/audit'
import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'

/** Whether the chain is whole, checked when the page opens. */
export const Integrity = () => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const { data, error } = useQuery(asked(auditRoutes.verify))
  if (error) return <p className="text-sm text-danger">{t('integrity.failed')}</p>
  if (!data) return <p className="text-sm text-fg-2">{t('integrity.checking')}</p>
  const broken = data.break
  const Icon = broken ? ShieldAlert : ShieldCheck
  return (
    <p className={`flex items-center gap-1.5 text-sm ${broken ? 'font-semibold text-danger' : 'text-fg-2'}`} role={broken ? 'alert' : undefined}>
      <Icon size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
      {broken
        ? t('integrity.broken', { seq: broken.seq })
        : t('integrity.whole', { time: format.clock(data.chainedAt ?? data.checkedAt), records: format.number(data.records) })}
    </p>
  )
}

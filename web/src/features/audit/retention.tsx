import type { AuditSettings } from '@chasqui/contracts'
import { auditRoutes } from '@chasqui/contracts/http/audit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked, call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { say } from '#ui/toast.tsx'

/** Days to choose from, with what was chosen by other means; none is longer than the installation keeps records. */
const choicesOf = ({ ownRetentionDays: own, mostRetentionDays: most }: AuditSettings): number[] =>
  [...new Set([30, 90, 180, 365, 730, 1825, 3650, ...(own === null ? [] : [own])])]
    .filter((days) => most === null || days < most || days === own)
    .sort((a, b) => a - b)

const ChangeRetention = ({ settings, onClose }: { settings: AuditSettings; onClose: () => void }) => {
  const { t } = useTexts('audit')
  const [chosen, setChosen] = useState(settings.ownRetentionDays?.toString() ?? '')
  const { busy, problem, run } = useAct()
  const most = settings.mostRetentionDays
  const save = () =>
    run(async () => {
      const saved = await call(auditRoutes.changeSettings, { body: { retentionDays: chosen === '' ? null : Number(chosen) } })
      queryClient.setQueryData(keyOf(auditRoutes.settings), saved)
      say(t('retention.saved'))
      onClose()
    })
  const options = [
    ...choicesOf(settings).map((days) => ({ value: String(days), label: t('retention.choice', { count: days }) })),
    { value: '', label: t('retention.most', { time: most === null ? t('retention.ever') : t('retention.choice', { count: most }) }) },
  ]
  return (
    <ActDialog
      title={t('retention.title')}
      description={t('retention.hint')}
      verb={t('retention.save')}
      busy={busy}
      does={() => void save()}
      refusal={problem && t('retention.failed')}
      onClose={onClose}
    >
      <SelectField label={t('retention.label')} value={chosen} options={options} onChange={setChosen} />
    </ActDialog>
  )
}

/** How long records are kept; whoever manages the organisation may keep them shorter than the installation does. */
export const Retention = () => {
  const { t } = useTexts('audit')
  const mayChange = useCan('tenant.manage')
  const [changing, setChanging] = useState(false)
  const { data } = useQuery(asked(auditRoutes.settings))
  if (!data) return null
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-fg-3">
      {data.retentionDays === null ? t('retention.for_ever') : t('retention.days', { count: data.retentionDays })}
      {mayChange && (
        <Button look="quiet" size="sm" onClick={() => setChanging(true)}>
          {t('retention.change')}
        </Button>
      )}
      {changing && <ChangeRetention settings={data} onClose={() => setChanging(false)} />}
    </div>
  )
}

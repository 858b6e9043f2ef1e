import { fileRoutes } from '@chasqui/contracts/http/files'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'

const mostDays = 36_500
const usualDays = '365'

/** Whether old files go, and how old. What is lost by it is asked once more. */
export const Retention = ({ days: before }: { days: number | null }) => {
  const { t } = useTexts('files')
  const [way, setWay] = useState<'for_ever' | 'for_days'>(before === null ? 'for_ever' : 'for_days')
  const [entered, setEntered] = useState(before?.toString() ?? usualDays)
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)
  const days = way === 'for_ever' ? null : Number(entered)
  const sound = days === null || (/^\d+$/.test(entered.trim()) && days >= 1 && days <= mostDays)
  const losing = days !== null && (before === null || days < before)
  const save = async () => {
    setBusy(true)
    setRefused(false)
    try {
      queryClient.setQueryData(keyOf(fileRoutes.retention), await call(fileRoutes.setRetention, { body: { days } }))
      setAsking(false)
      say(t('keep.saved'))
    } catch {
      setRefused(true)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!sound) return
    if (losing) setAsking(true)
    else void save()
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t('keep.label')}</h2>
      <Segmented
        label={t('keep.label')}
        value={way}
        onChange={setWay}
        options={(['for_ever', 'for_days'] as const).map((value) => ({ value, label: t(`keep.${value}`) }))}
        className="self-start"
      />
      {way === 'for_days' && (
        <TextField
          label={t('keep.days')}
          hint={t('keep.days_hint')}
          value={entered}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => setEntered(event.target.value)}
          error={checked && !sound ? t('keep.invalid') : null}
        />
      )}
      <p className="text-sm text-fg-2">{t('unused')}</p>
      {refused && !asking && (
        <p role="alert" className="text-sm text-danger">
          {t('keep.not_saved')}
        </p>
      )}
      <Button type="submit" look="solid" busy={busy} disabled={days === before} className="self-end">
        {t('keep.save')}
      </Button>
      {asking && (
        <ActDialog
          title={t('confirm.title')}
          description={t('confirm.text', { days })}
          verb={t('confirm.verb')}
          look="danger"
          busy={busy}
          does={() => void save()}
          refusal={refused ? t('keep.not_saved') : null}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  )
}

import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { borrowToken } from '#lib/borrowed-token.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'

/** Asks why before somebody of the host looks into an organisation; the organisation can read the answer. */
export const ActAs = ({ tenant, onClose }: { tenant: HostedTenant; onClose: () => void }) => {
  const { t } = useTexts('host')
  const form = useId()
  const [reason, setReason] = useState('')
  const [write, setWrite] = useState(false)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const start = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!reason.trim()) return
    setBusy(true)
    setFailed(false)
    try {
      const { accessToken } = await call(hostRoutes.impersonate, { params: { id: tenant.id }, body: { reason: reason.trim(), write } })
      borrowToken(accessToken, `/a/${tenant.slug}/home`)
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t('act_as.title', { name: tenant.name })}
      description={t('act_as.text')}
      verb={t('act_as.act')}
      busy={busy}
      refusal={failed ? t('act_as.failed') : null}
      does={form}
    >
      <form id={form} onSubmit={(event) => void start(event)} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('act_as.reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          error={checked && !reason.trim() ? t('fault.missing') : null}
        />
        <Switch label={t('act_as.write')} hint={t('act_as.write_hint')} checked={write} onChange={setWrite} />
      </form>
    </ActDialog>
  )
}

import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'

/** Removing cannot be undone: the name is typed, and an export was made since the suspension, or somebody says that none is wanted. */
export const RemoveTenant = ({ tenant, onClose }: { tenant: HostedTenant; onClose: () => void }) => {
  const { t } = useTexts('host')
  const form = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const [withoutExport, setWithoutExport] = useState(false)
  const format = useFormat()
  const exportedAt = tenant.exportedAt && tenant.suspendedAt && tenant.exportedAt >= tenant.suspendedAt ? tenant.exportedAt : null
  const mayGo = exportedAt !== null || withoutExport
  const matches = typed.trim() === tenant.name
  const remove = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!matches || !mayGo) return
    setBusy(true)
    setFailed(false)
    try {
      await call(hostRoutes.removeTenant, { params: { id: tenant.id }, body: { name: typed.trim(), withoutExport } })
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
      say(t('remove.done', { name: tenant.name }))
      await navigate({ to: '/host' })
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t('remove.title', { name: tenant.name })}
      description={t('remove.text')}
      verb={t('remove.act')}
      look="danger"
      busy={busy}
      refusal={failed ? t('remove.failed') : null}
      does={form}
    >
      <form id={form} onSubmit={(event) => void remove(event)} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('remove.type', { name: tenant.name })}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          error={checked && !matches ? t('remove.mismatch') : null}
        />
        {exportedAt ? (
          <p className="text-sm text-fg-2">{t('remove.exported', { time: format.moment(exportedAt) })}</p>
        ) : (
          <div>
            <Switch label={t('remove.without')} hint={t('remove.without_hint')} checked={withoutExport} onChange={setWithoutExport} />
            {checked && !mayGo && (
              <p role="alert" className="text-sm text-danger">
                {t('remove.not_exported')}
              </p>
            )}
          </div>
        )}
      </form>
    </ActDialog>
  )
}

import type { HostedTenant, TenantLimits } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { measures } from '#lib/tenant-limits.ts'

type Entered = Record<keyof TenantLimits, string>
const megabyte = 1024 * 1024
const unitOf = (measure: keyof TenantLimits) => (measure === 'storageBytes' ? megabyte : 1)
const mostOf = (measure: keyof TenantLimits) => (measure === 'users' || measure === 'channels' ? 1_000_000 : measure === 'messages' ? 1e12 : 1e9)

const asText = (limits: TenantLimits): Entered => ({
  users: limits.users?.toString() ?? '',
  channels: limits.channels?.toString() ?? '',
  messages: limits.messages?.toString() ?? '',
  storageBytes: limits.storageBytes === null ? '' : String(Math.round(limits.storageBytes / megabyte)),
})
const isSound = (measure: keyof TenantLimits, text: string) => text.trim() === '' || (/^\d+$/.test(text.trim()) && Number(text) <= mostOf(measure))
const asNumber = (measure: keyof TenantLimits, text: string) => (text.trim() === '' ? null : Number(text) * unitOf(measure))

/** Four numbers; an empty one is no limit. */
export const LimitsForm = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const [entered, setEntered] = useState(() => asText(tenant.limits))
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const changed = measures.filter((measure) => entered[measure] !== asText(tenant.limits)[measure])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!measures.every((measure) => isSound(measure, entered[measure]))) return
    setBusy(true)
    try {
      const limits = Object.fromEntries(changed.map((measure) => [measure, asNumber(measure, entered[measure])]))
      const saved = await call(hostRoutes.updateTenant, { params: { id: tenant.id }, body: { limits } })
      queryClient.setQueryData(keyOf(hostRoutes.tenant, { params: { id: tenant.id } }), saved)
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
      say(t('limits.saved'))
    } catch {
      sayProblem(t('limits.failed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <div className="grid gap-3 tablet:grid-cols-2">
        {measures.map((measure) => (
          <TextField
            key={measure}
            label={t(`limits.${measure}`)}
            value={entered[measure]}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t('limits.none')}
            onChange={(event) => setEntered({ ...entered, [measure]: event.target.value })}
            error={checked && !isSound(measure, entered[measure]) ? t('limits.invalid') : null}
          />
        ))}
      </div>
      <Button type="submit" busy={busy} disabled={changed.length === 0} className="self-end">
        {t('limits.save')}
      </Button>
    </form>
  )
}

import type { Channel } from '@chasqui/contracts'
import { type FormEvent, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import { connectChannel, type Entered, keepChannel } from './connect-channel.ts'

const blank: Entered = { name: '', phoneNumberId: '', businessAccountId: '', accessToken: '', appSecret: '' }
type Name = keyof Entered

/** The server's path of a field: settings are one level down. */
const errorOf = (problem: ApiProblem | null, name: Name) => problem?.fieldErrors[name] ?? problem?.fieldErrors[`settings.${name}`]

export const ConnectForm = ({ onMade, onCancel }: { onMade: (channel: Channel, verifyToken: string) => void; onCancel: () => void }) => {
  const { t } = useTexts('channels')
  const [entered, setEntered] = useState(blank)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [refused, setRefused] = useState<Channel | null>(null)
  const [verifyToken] = useState(newId)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (Object.values(entered).some((value) => !value.trim())) return
    setBusy(true)
    setProblem(null)
    try {
      const kept = await keepChannel(refused, entered, verifyToken)
      setRefused(kept)
      const channel = await connectChannel(kept)
      if (channel.state === 'connected') onMade(channel, verifyToken)
      else setRefused(channel)
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: Name) => ({
    label: t(`field.${name}.label`),
    hint: t(`field.${name}.hint`),
    value: entered[name],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setEntered({ ...entered, [name]: event.target.value }),
    error: checked && !entered[name].trim() ? t('missing') : errorOf(problem, name) ? t('invalid') : null,
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <TextField {...field('name')} maxLength={200} />
      <div className="grid gap-4 tablet:grid-cols-2">
        <TextField {...field('phoneNumberId')} inputMode="numeric" />
        <TextField {...field('businessAccountId')} inputMode="numeric" />
        <PasswordField {...field('accessToken')} autoComplete="new-password" />
        <PasswordField {...field('appSecret')} autoComplete="new-password" />
      </div>
      {refused?.stateDetail && !busy && !problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {t('refused', { reason: refused.stateDetail })}
        </Banner>
      )}
      {problem && Object.keys(problem.fieldErrors).length === 0 && (
        <Banner tone="danger" className="rounded-control px-3">
          {t(problem.code === 'offline' ? 'offline' : problem.code === 'limit.channels' ? 'no_room' : 'not_made')}
        </Banner>
      )}
      <div className="mt-1 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button look="solid" type="submit" busy={busy}>
          {t(busy ? 'connecting' : 'connect.act')}
        </Button>
      </div>
    </form>
  )
}

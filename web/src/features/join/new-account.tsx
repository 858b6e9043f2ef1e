import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { enterAs } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import type { Offer } from './offer.ts'
import { Refusal } from './refusal.tsx'

const shortest = 8

/** A new person: name and password, and they are in. */
export const NewAccount = ({ token, offer }: { token: string; offer: Pick<Offer, 'name' | 'email'> }) => {
  const { t } = useTexts('join')
  const navigate = useNavigate()
  const [name, setName] = useState(offer.name ?? '')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!name.trim() || password.length < shortest) return
    void run(async () => {
      await enterAs(await call(invitationRoutes.accept, { body: { key: token, name: name.trim(), password, tokenDelivery: 'cookie' } }))
      await navigate({ to: '/', replace: true })
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {/* Password managers keep the password under this address. */}
      <input type="email" name="email" autoComplete="username" value={offer.email} readOnly hidden />
      <TextField
        label={t('name')}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={checked && !name.trim() ? t('missing') : null}
        maxLength={200}
      />
      <PasswordField
        label={t('password')}
        hint={t('password_hint')}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={checked && password.length < shortest ? t('short') : null}
        maxLength={1024}
      />
      <Refusal problem={problem} />
      <Button look="solid" size="lg" type="submit" busy={busy} wide>
        {t('enter')}
      </Button>
    </form>
  )
}

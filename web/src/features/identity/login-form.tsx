import { type FormEvent, useRef, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { signIn } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import { Trouble } from './trouble.tsx'

/**
 * E-mail and password; a second step asks for the code of the authenticator app, only when the server wants one. `email` fixes who signs in.
 * What was typed first stays in the form, out of sight, because the second step sends it again.
 */
export const LoginForm = ({ email: fixed, onDone }: { email?: string; onDone: () => void }) => {
  const { t } = useTexts('identity')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const [wantsCode, setWantsCode] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const refuse = (refusal: unknown) => {
    if (!isProblem(refusal)) throw refusal
    // Signed in, but into an organisation that is suspended: its own page says so.
    if (refusal.code === 'tenant.suspended') return location.assign('/')
    setProblem(refusal)
    if (refusal.code === 'auth.totp_required') setWantsCode(true)
    if (refusal.code === 'auth.invalid_credentials') setWantsCode(false)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.current) return
    const given = Object.fromEntries(new FormData(form.current)) as Record<string, string>
    setBusy(true)
    setProblem(null)
    try {
      await signIn({ email: fixed ?? given.email?.trim() ?? '', password: given.password ?? '', ...(given.totp && { totp: given.totp.trim() }) })
      onDone()
    } catch (refusal) {
      refuse(refusal)
    } finally {
      setBusy(false)
    }
  }
  const goBack = () => {
    setWantsCode(false)
    setProblem(null)
  }

  const fieldError = (name: 'email' | 'password') => (problem?.fieldErrors[name] ? t(`error.${name}`) : null)
  const codeError = problem?.code === 'auth.totp_invalid' || problem?.fieldErrors.totp ? t('error.totp') : null
  const isStep = problem?.code.startsWith('auth.totp')
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" noValidate>
      <Trouble problem={isStep ? null : problem} words={({ status }) => (status === 401 ? t('error.credentials') : null)} />
      {fixed && <p className="text-base font-medium">{fixed}</p>}
      <div hidden={wantsCode} className="flex flex-col gap-4 [&[hidden]]:hidden">
        {!fixed && (
          <TextField label={t('email')} name="email" type="email" autoComplete="username" autoFocus inputMode="email" error={fieldError('email')} required />
        )}
        <PasswordField
          label={t('password')}
          name="password"
          autoComplete="current-password"
          autoFocus={Boolean(fixed)}
          error={fieldError('password')}
          required
        />
      </div>
      {wantsCode && <TextField label={t('totp')} hint={t('totp_hint')} name="totp" autoComplete="one-time-code" autoFocus maxLength={20} error={codeError} />}
      <Button look="solid" size="lg" type="submit" busy={busy} wide>
        {t(busy ? 'entering' : 'enter')}
      </Button>
      {wantsCode && (
        <Button look="quiet" onClick={goBack}>
          {t('totp_back')}
        </Button>
      )}
    </form>
  )
}

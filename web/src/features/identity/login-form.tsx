import { type FormEvent, useRef, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { signIn } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import { LockOut } from './lock-out.tsx'

/** E-mail and password; the code of an authenticator app is asked for only when the server wants one. `email` fixes who signs in. */
export const LoginForm = ({ email: fixed, onDone }: { email?: string; onDone: () => void }) => {
  const { t } = useTexts('identity')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const [wantsCode, setWantsCode] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const refuse = (refusal: unknown) => {
    if (!isProblem(refusal)) throw refusal
    setProblem(refusal)
    if (refusal.code === 'auth.totp_required') setWantsCode(true)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.current) return
    const given = Object.fromEntries(new FormData(form.current)) as Record<string, string>
    setBusy(true)
    setProblem(null)
    try {
      await signIn({ email: fixed ?? given.email?.trim() ?? '', password: given.password ?? '', ...(given.totp && { totp: given.totp.replace(/\s/g, '') }) })
      onDone()
    } catch (refusal) {
      refuse(refusal)
    } finally {
      setBusy(false)
    }
  }

  const fieldError = (name: 'email' | 'password') => (problem?.fieldErrors[name] ? t(`error.${name}`) : null)
  const codeError = problem?.code === 'auth.totp_invalid' || problem?.fieldErrors.totp ? t('error.totp') : null
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} />
      {fixed ? (
        <p className="text-base font-medium">{fixed}</p>
      ) : (
        <TextField label={t('email')} name="email" type="email" autoComplete="username" autoFocus inputMode="email" error={fieldError('email')} required />
      )}
      <PasswordField label={t('password')} name="password" autoComplete="current-password" autoFocus={Boolean(fixed)} error={fieldError('password')} required />
      {wantsCode && (
        <TextField
          label={t('totp')}
          hint={t('totp_hint')}
          name="totp"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
          error={codeError}
        />
      )}
      <Button look="solid" size="lg" type="submit" busy={busy} wide>
        {t(busy ? 'entering' : 'enter')}
      </Button>
    </form>
  )
}

/** What is wrong with the attempt as a whole. Wrong e-mail and wrong password are one answer, so that nobody learns who has an account. */
const Trouble = ({ problem }: { problem: ApiProblem | null }) => {
  const { t } = useTexts('identity')
  if (!problem || problem.code.startsWith('auth.totp') || Object.keys(problem.fieldErrors).length > 0) return null
  if (problem.status === 429 || problem.code === 'auth.locked') return <LockOut key={problem.requestId} seconds={problem.retryAfter} />
  const key = problem.code === 'offline' ? 'error.offline' : problem.status === 401 ? 'error.credentials' : 'error.unknown'
  return (
    <Banner tone="danger" className="rounded-control px-3">
      {t(key)}
    </Banner>
  )
}

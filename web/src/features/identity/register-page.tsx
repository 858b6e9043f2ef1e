import { accountRoutes } from '@chasqui/contracts/http/account'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ApiProblem } from '#lib/api-problem.ts'
import { asked, call } from '#lib/api.ts'
import { regionIn } from '#lib/i18n/languages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { signIn } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { useSending } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import { BackToLogin } from './back-to-login.tsx'
import { Trouble } from './trouble.tsx'

/** The country that the browser names, for the language and clock that the organisation begins with; the welcome asks for it anyway. */
const countryHere = (): { country?: string } => {
  const country = regionIn(navigator.languages)
  return country ? { country } : {}
}

const Form = () => {
  const { t } = useTexts('identity')
  const router = useRouter()
  const register = async ({ organisation = '', name = '', email = '', password = '' }: Record<string, string | undefined>) => {
    await call(accountRoutes.register, { body: { organisation, name, email: email.trim(), password, ...countryHere() } })
    await signIn({ email: email.trim(), password })
    await router.navigate({ to: '/welcome', replace: true })
  }
  const { problem, busy, onSubmit } = useSending(register, { leaves: true })
  const wrong = (field: 'organisation' | 'name' | 'email', text: string) => (problem?.fieldErrors[field] ? text : null)
  // An address that had an account is answered like a new one; only its own password opens it.
  const words = ({ code }: ApiProblem) => (code === 'auth.invalid_credentials' || code === 'auth.totp_required' ? t('register.known') : null)
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} words={words} />
      <TextField
        label={t('register.organisation')}
        hint={t('register.organisation_hint')}
        name="organisation"
        autoComplete="organization"
        autoFocus
        maxLength={200}
        error={wrong('organisation', t('error.organisation'))}
        required
      />
      <TextField label={t('profile.name')} name="name" autoComplete="name" maxLength={200} error={wrong('name', t('error.name'))} required />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        error={wrong('email', t('error.email'))}
        required
      />
      <PasswordField
        label={t('password')}
        hint={t('new_password_hint')}
        name="password"
        autoComplete="new-password"
        maxLength={1024}
        error={problem?.fieldErrors.password ? t('error.new_password') : null}
        required
      />
      <Button look="solid" size="lg" type="submit" busy={busy} wide>
        {t('register.save')}
      </Button>
    </form>
  )
}

/** `/register`: an account with an organisation of its own, where the host lets strangers make one. */
export const RegisterPage = () => {
  const { t } = useTexts('identity')
  const { data, error, refetch } = useQuery(asked(accountRoutes.entry))
  useTitle(t('register.title'))
  return (
    <EntryFrame title={t('register.title')} text={data?.registration === 'open' ? t('register.text') : null} footer={<LanguageLinks />}>
      {data?.registration === 'open' ? (
        <Form />
      ) : data ? (
        <Banner tone="info" className="rounded-control px-3">
          {t('register.closed')}
        </Banner>
      ) : error ? (
        <ErrorState title={t('register.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-4">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </Loading>
      )}
      <BackToLogin />
    </EntryFrame>
  )
}

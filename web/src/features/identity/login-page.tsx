import { accountRoutes } from '@chasqui/contracts/http/account'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { LoginForm } from './login-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'

const link = 'inline-block min-h-8 font-medium text-primary hover:underline touch:min-h-11'

/** Sign in and go where the person wanted to; strangers are shown the way to an account where the host gives them one. */
export const LoginPage = () => {
  const { t } = useTexts('identity')
  const { next = '/' } = useSearch({ from: '/login' })
  const router = useRouter()
  const { data } = useQuery(asked(accountRoutes.entry))
  const goOn = () => void router.navigate({ href: next, replace: true })
  useTitle(t('title'))
  return (
    <EntryFrame title={t('title')} footer={<LanguageLinks />}>
      <LoginForm onDone={goOn} />
      <PasskeyButton onDone={goOn} />
      <p className="mt-5 flex flex-wrap justify-between gap-x-4 border-t border-line pt-4 text-sm">
        <Link to="/forgot" className={link}>
          {t('forgotten')}
        </Link>
        {data?.registration === 'open' && (
          <Link to="/register" className={link}>
            {t('register.title')}
          </Link>
        )}
      </p>
    </EntryFrame>
  )
}

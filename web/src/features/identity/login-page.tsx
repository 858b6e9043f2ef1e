import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { LoginForm } from './login-form.tsx'

/** Sign in and go where the person wanted to. */
export const LoginPage = () => {
  const { t } = useTexts('identity')
  const { next = '/' } = useSearch({ from: '/login' })
  const router = useRouter()
  useTitle(t('title'))
  return (
    <EntryFrame title={t('title')} footer={<LanguageLinks />}>
      <LoginForm onDone={() => void router.navigate({ href: next, replace: true })} />
      <p className="mt-5 border-t border-line pt-4 text-sm">
        <Link to="/forgot" className="inline-block min-h-8 font-medium text-primary hover:underline touch:min-h-11">
          {t('forgotten')}
        </Link>
      </p>
    </EntryFrame>
  )
}

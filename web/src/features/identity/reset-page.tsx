import { accountRoutes } from '@chasqui/contracts/http/account'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { useSending } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonLook } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { PasswordField } from '#ui/text-field.tsx'
import { BackToLogin } from './back-to-login.tsx'
import { Trouble } from './trouble.tsx'

/** `/reset#KEY` sets a new password. The key stands behind `#`, so that no server sees it before it is used. */
export const ResetPage = () => {
  const { t } = useTexts('identity')
  const key = useLocation({ select: ({ hash }) => hash })
  const [done, setDone] = useState(false)
  const { problem, busy, onSubmit } = useSending(async ({ newPassword = '' }) => {
    await call(accountRoutes.resetPassword, { body: { key, newPassword } })
    setDone(true)
  })
  const spent = problem?.code === 'auth.reset_invalid' || problem?.fieldErrors.key !== undefined || key === ''
  useTitle(t('reset.title'))
  if (spent)
    return (
      <EntryFrame title={t('reset.spent')} text={t('reset.spent_text')} footer={<LanguageLinks />}>
        <Link to="/forgot" className={buttonLook('solid', 'lg', 'w-full')}>
          {t('reset.ask_again')}
        </Link>
        <BackToLogin />
      </EntryFrame>
    )
  return (
    <EntryFrame title={t('reset.title')} text={t('reset.text')} footer={<LanguageLinks />}>
      {done ? (
        <Banner tone="success" className="rounded-control px-3">
          {t('reset.done')}
        </Banner>
      ) : (
        <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
          <Trouble problem={problem} />
          <PasswordField
            label={t('new_password')}
            hint={t('new_password_hint')}
            name="newPassword"
            autoComplete="new-password"
            autoFocus
            error={problem?.fieldErrors.newPassword ? t('error.new_password') : null}
            required
          />
          <Button look="solid" size="lg" type="submit" busy={busy} wide>
            {t('reset.save')}
          </Button>
        </form>
      )}
      <BackToLogin />
    </EntryFrame>
  )
}

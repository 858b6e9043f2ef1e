import { accountRoutes } from '@chasqui/contracts/http/account'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { useSending } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { TextField } from '#ui/text-field.tsx'
import { BackToLogin } from './back-to-login.tsx'
import { Trouble } from './trouble.tsx'

/** Asks for a link that sets a new password. What is said afterwards is the same whether or not the account exists. */
export const ForgotPage = () => {
  const { t } = useTexts('identity')
  const [by, setBy] = useState<'mail' | 'administrator' | null>(null)
  const { problem, busy, onSubmit } = useSending(async ({ email }) =>
    setBy((await call(accountRoutes.forgotPassword, { body: { email: email?.trim() ?? '' } })).by),
  )
  useTitle(t('forgot.title'))
  return (
    <EntryFrame title={t('forgot.title')} text={t('forgot.text')} footer={<LanguageLinks />}>
      {by ? (
        <Banner tone="info" className="rounded-control px-3">
          {t(`forgot.by_${by}`)}
        </Banner>
      ) : (
        <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
          <Trouble problem={problem} />
          <TextField
            label={t('email')}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            inputMode="email"
            error={problem?.fieldErrors.email ? t('error.email') : null}
            required
          />
          <Button look="solid" size="lg" type="submit" busy={busy} wide>
            {t('forgot.send')}
          </Button>
        </form>
      )}
      <BackToLogin />
    </EntryFrame>
  )
}

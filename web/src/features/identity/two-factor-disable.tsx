import { accountRoutes } from '@chasqui/contracts/http/account'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { PasswordField } from '#ui/text-field.tsx'
import { CodeField } from './code-field.tsx'
import { Trouble } from './trouble.tsx'
import { useSending } from './use-sending.ts'

/** Back to the password alone; takes the password and a code. */
export const TwoFactorDisable = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTexts('identity')
  const { problem, busy, onSubmit } = useSending(async ({ password = '', code = '' }) => {
    await call(accountRoutes.disableTwoFactor, { body: { password, code } })
    onDone()
  })
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} />
      <PasswordField
        label={t('change.current')}
        name="password"
        autoComplete="current-password"
        error={problem?.fieldErrors.password ? t('error.current_password') : null}
        required
      />
      <CodeField problem={problem} hint={t('totp_hint')} />
      <Button type="submit" look="danger" busy={busy}>
        {t('two.disable')}
      </Button>
    </form>
  )
}

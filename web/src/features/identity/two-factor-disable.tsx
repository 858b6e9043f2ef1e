import { accountRoutes } from '@chasqui/contracts/http/account'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { CodeField } from './code-field.tsx'
import { CurrentPasswordField } from './current-password-field.tsx'
import { Trouble } from './trouble.tsx'

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
      <CurrentPasswordField problem={problem} />
      <CodeField problem={problem} hint={t('totp_hint')} />
      <Button type="submit" look="danger" busy={busy}>
        {t('two.disable')}
      </Button>
    </form>
  )
}

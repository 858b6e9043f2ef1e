import { accountRoutes } from '@chasqui/contracts/http/account'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { CodeField } from './code-field.tsx'
import { Trouble } from './trouble.tsx'

/** New recovery codes in place of the older ones. */
export const TwoFactorRenew = ({ onCodes }: { onCodes: (codes: string[]) => void }) => {
  const { t } = useTexts('identity')
  const { problem, busy, onSubmit } = useSending(async ({ code = '' }) =>
    onCodes((await call(accountRoutes.renewRecoveryCodes, { body: { code } })).recoveryCodes),
  )
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} />
      <p className="text-base text-fg-2">{t('two.renew_text')}</p>
      <CodeField problem={problem} hint={t('totp_hint')} />
      <Button type="submit" look="solid" busy={busy}>
        {t('two.renew')}
      </Button>
    </form>
  )
}

import type { TwoFactorSetup as Setup } from '@chasqui/contracts'
import { accountRoutes } from '@chasqui/contracts/http/account'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { CodeField } from './code-field.tsx'
import { CurrentPasswordField } from './current-password-field.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { Trouble } from './trouble.tsx'

/** First the password, then the QR code with the code that proves that the app has read it. */
export const TwoFactorSetup = ({ onCodes }: { onCodes: (codes: string[]) => void }) => {
  const [setup, setSetup] = useState<Setup | null>(null)
  return setup ? <Confirm setup={setup} onCodes={onCodes} /> : <Begin onSetup={setSetup} />
}

const Begin = ({ onSetup }: { onSetup: (setup: Setup) => void }) => {
  const { t } = useTexts('identity')
  const { problem, busy, onSubmit } = useSending(async ({ password = '' }) => onSetup(await call(accountRoutes.setUpTwoFactor, { body: { password } })))
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} />
      <CurrentPasswordField problem={problem} />
      <Button type="submit" look="solid" busy={busy}>
        {t('two.next')}
      </Button>
    </form>
  )
}

const Confirm = ({ setup, onCodes }: { setup: Setup; onCodes: (codes: string[]) => void }) => {
  const { t } = useTexts('identity')
  const { problem, busy, onSubmit } = useSending(async ({ code = '' }) =>
    onCodes((await call(accountRoutes.enableTwoFactor, { body: { code } })).recoveryCodes),
  )
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} />
      <p className="text-base text-fg-2">{t('two.scan')}</p>
      <QrCode text={setup.uri} label={t('two.qr')} />
      <p className="text-sm text-fg-2">
        {t('two.by_hand')} <code className="font-mono break-all text-fg select-all">{setup.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <CodeField problem={problem} hint={t('two.code_hint')} autoFocus />
      <Button type="submit" look="solid" busy={busy}>
        {t('two.enable')}
      </Button>
    </form>
  )
}

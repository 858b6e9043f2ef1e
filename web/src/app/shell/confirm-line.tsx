import { accountRoutes } from '@chasqui/contracts/http/account'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSession } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { say, sayProblem } from '#ui/toast.tsx'

/** Says that the own address is not confirmed yet, what that holds back, and sends the mail again. */
export const ConfirmLine = () => {
  const { t } = useTexts('app')
  const state = useSession()
  const [busy, setBusy] = useState(false)
  if (state.status !== 'signed-in' || !state.addressUnconfirmed || state.impersonation) return null
  const { email } = state.user
  const send = async () => {
    setBusy(true)
    await call(accountRoutes.mailConfirmation)
      .then(() => say(t('confirm.sent', { email })))
      .catch(() => sayProblem(t('confirm.failed')))
    setBusy(false)
  }
  return (
    <Banner
      tone="info"
      className="border-b border-line"
      action={
        <Button size="sm" busy={busy} onClick={() => void send()}>
          {t('confirm.act')}
        </Button>
      }
    >
      {t('confirm.text', { email })}
    </Banner>
  )
}

import { authRoutes } from '@chasqui/contracts/http/auth'
import { accountRoutes } from '@chasqui/contracts/http/account'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { PasswordField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'
import { CurrentPasswordField } from './current-password-field.tsx'
import { Trouble } from './trouble.tsx'

/** Changes the own password; all other sessions end. */
export const PasswordSection = () => {
  const { t } = useTexts('identity')
  const user = useUser()
  const queries = useQueryClient()
  const [round, setRound] = useState(0)
  const { problem, busy, onSubmit } = useSending(async ({ currentPassword = '', newPassword = '' }) => {
    await call(authRoutes.changePassword, { body: { currentPassword, newPassword } })
    setRound(round + 1)
    await queries.invalidateQueries({ queryKey: [accountRoutes.sessions.id] })
    say(t('change.done'))
  })
  return (
    <AccountSection title={t('change.title')} text={t('change.text')}>
      <form key={round} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        <Trouble problem={problem} />
        <input type="hidden" name="username" autoComplete="username" value={user.email} />
        <CurrentPasswordField name="currentPassword" problem={problem} />
        <PasswordField
          label={t('new_password')}
          hint={t('new_password_hint')}
          name="newPassword"
          autoComplete="new-password"
          error={problem?.fieldErrors.newPassword ? t('error.new_password') : null}
          required
        />
        <Button type="submit" busy={busy} className="self-start">
          {t('change.save')}
        </Button>
      </form>
    </AccountSection>
  )
}

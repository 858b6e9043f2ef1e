import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { PasswordField } from '#ui/text-field.tsx'

/** The password that is valid now, as the proof that the person at the screen is the account's own. */
export const CurrentPasswordField = ({ problem, name = 'password' }: { problem: ApiProblem | null; name?: 'password' | 'currentPassword' }) => {
  const { t } = useTexts('identity')
  return (
    <PasswordField
      label={t('change.current')}
      name={name}
      autoComplete="current-password"
      error={problem?.fieldErrors[name] ? t('error.current_password') : null}
      required
    />
  )
}

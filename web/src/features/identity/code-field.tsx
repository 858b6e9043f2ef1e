import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'

/** A code of the authenticator app. Pasting is allowed, and phones offer what they know. */
export const CodeField = ({ problem, hint, autoFocus = false }: { problem: ApiProblem | null; hint: string; autoFocus?: boolean }) => {
  const { t } = useTexts('identity')
  return (
    <TextField
      label={t('totp')}
      hint={hint}
      name="code"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      maxLength={20}
      error={problem?.fieldErrors.code ? t('error.totp') : null}
      required
    />
  )
}

import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import type { KindField, KindWords } from './kind.ts'

export type Entered = Readonly<Record<string, string>>

/** What is entered before anybody enters something. */
export const blank = (fields: readonly KindField[]): Entered => Object.fromEntries(fields.map(({ name, choices }) => [name, choices?.[0]?.value ?? '']))

export const isMissing = ({ name, optional }: KindField, entered: Entered): boolean => !optional && !entered[name]?.trim()

type Props = {
  words: KindWords
  fields: readonly KindField[]
  entered: Entered
  /** Somebody tried to send it: what is missing is told now. */
  tried: boolean
  problem: ApiProblem | null
  disabled?: boolean
  onChange: (entered: Entered) => void
}

/** The settings of a kind, each with what is wrong with it. */
export const KindFields = ({ words, fields, entered, tried, problem, disabled = false, onChange }: Props) => {
  const { t } = useTexts('channels')
  return fields.map((field) => {
    const { name, label, hint, secret, numeric, choices } = field
    const value = entered[name] ?? ''
    const error = tried && isMissing(field, entered) ? t('missing') : problem?.fieldErrors[`settings.${name}`] ? words.invalid : null
    const set = (next: string) => onChange({ ...entered, [name]: next })
    if (choices) return <SelectField key={name} {...{ label, hint, value, error, disabled }} options={choices} onChange={set} />
    const input = { label, hint, value, error, disabled, spellCheck: false, onChange: ({ target }: { target: { value: string } }) => set(target.value) }
    return secret ? (
      <PasswordField key={name} {...input} autoComplete="new-password" />
    ) : (
      <TextField key={name} {...input} autoComplete="off" {...(numeric && { inputMode: 'numeric' as const })} />
    )
  })
}

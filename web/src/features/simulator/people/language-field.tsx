import type { PhoneLanguage } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { languages } from './languages.ts'

type LanguageFieldProps = { value: PhoneLanguage | null; onChange: (language: PhoneLanguage | null) => void }

/** What a simulated customer speaks; null leaves it to the number. */
export const LanguageField = ({ value, onChange }: LanguageFieldProps) => {
  const { t } = useTexts('simulator')
  const byNumber = { value: '' as const, label: t('person.language_by_number') }
  return (
    <SelectField
      label={t('person.language')}
      hint={t('person.language_hint')}
      value={value ?? ''}
      options={[byNumber, ...languages]}
      onChange={(language) => onChange(language === '' ? null : language)}
    />
  )
}

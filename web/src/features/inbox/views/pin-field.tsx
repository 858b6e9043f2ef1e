import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { hasKeys } from './has-keys.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Under which key one finds a view; null: under none. */
export const PinField = ({ value, onChange }: { value: number | null; onChange: (key: number | null) => void }) => {
  const { t } = useTexts('inbox')
  if (!hasKeys) return null
  return (
    <SelectField
      label={t('view.pin')}
      value={String(value ?? '')}
      options={[{ value: '', label: t('view.no_pin') }, ...keys.map((key) => ({ value: key, label: key }))]}
      onChange={(key) => onChange(Number(key) || null)}
    />
  )
}

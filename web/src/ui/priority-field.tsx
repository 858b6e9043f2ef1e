import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField, type SelectFieldProps } from './select-field.tsx'

const priorities = [10, 30, 50, 70, 90] as const

type Props = Pick<SelectFieldProps<string>, 'label' | 'hint' | 'disabled'> & { value: number; onChange: (priority: number) => void }

/** A priority between 0 and 100 by words; one between those that have words stays what it is. */
export const PriorityField = ({ value, onChange, ...field }: Props) => {
  const { t } = useTexts('ui')
  const known = priorities.some((one) => one === value)
  return (
    <SelectField
      {...field}
      value={String(value)}
      options={[
        ...priorities.map((one) => ({ value: String(one), label: t(`priority.${one}`) })),
        ...(known ? [] : [{ value: String(value), label: t('priority.other', { value }) }]),
      ]}
      onChange={(priority) => onChange(Number(priority))}
    />
  )
}

import type { FlowNode } from '@chasqui/contracts'
import { Plus, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, valueOf } from './field-props.ts'
import { VariableInput, WordList } from './simple-fields.tsx'

type Comparison = Extract<FlowNode, { type: 'condition' }>['all'][number]
const operators: readonly Comparison['operator'][] = [
  'equals',
  'not_equals',
  'contains',
  'has_words',
  'starts_with',
  'is_set',
  'is_not_set',
  'greater_than',
  'less_than',
  'one_of',
  'matches',
]
const needsNothing = (operator: Comparison['operator']) => operator === 'is_set' || operator === 'is_not_set'
const takesList = (operator: Comparison['operator']) => operator === 'one_of' || operator === 'has_words'

/** The value in the shape that the operator compares with. */
const asValueOf = (operator: Comparison['operator'], value: Comparison['value']): Comparison['value'] => {
  if (needsNothing(operator)) return undefined
  if (takesList(operator)) return Array.isArray(value) ? value : value === undefined || value === '' ? [] : [String(value)]
  return Array.isArray(value) ? value.join(', ') : value
}

const comparisonOf = (variable: string, operator: Comparison['operator'], value: Comparison['value']): Comparison => ({
  variable,
  operator,
  ...(value !== undefined && { value }),
})

/** What is compared; all of a list, or any of it. */
export const ComparisonsField = ({ node, field, label, hint, change, settle }: FieldProps<'comparisons'>) => {
  const { t } = useTexts('flows')
  const rows = (valueOf(node, field.key) ?? []) as Comparison[]
  const set = (index: number, next: Comparison, part: string) =>
    change(
      rows.map((row, at) => (at === index ? next : row)),
      `${index}.${part}`,
    )
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {rows.map((row, index) => (
        <div key={index} role="group" aria-label={t('form.comparison', { number: index + 1 })} className="flex flex-col gap-2 rounded-control border border-line p-2">
          <VariableInput
            label={t('form.variable')}
            value={row.variable}
            onChange={(name) => name && set(index, { ...row, variable: name }, 'variable')}
            onSettle={settle}
          />
          <SelectField
            label={t('form.operator')}
            value={row.operator}
            options={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
            onChange={(operator) => {
              set(index, comparisonOf(row.variable, operator, asValueOf(operator, row.value)), 'operator')
              settle()
            }}
          />
          {takesList(row.operator) && (
            <WordList
              label={t('form.value')}
              hint={t('form.commas')}
              words={Array.isArray(row.value) ? row.value : row.value === undefined ? [] : [String(row.value)]}
              most={50}
              onChange={(words) => set(index, { ...row, value: words }, 'value')}
              onSettle={settle}
            />
          )}
          {!takesList(row.operator) && !needsNothing(row.operator) && (
            <TextField
              label={t('form.value')}
              value={row.value === undefined ? '' : String(row.value)}
              maxLength={1000}
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => set(index, { ...row, value: target.value }, 'value')}
              onBlur={settle}
            />
          )}
          <Button
            look="quiet"
            size="sm"
            icon={Trash2}
            className="self-start"
            onClick={() => {
              change(rows.filter((_, at) => at !== index))
              settle()
            }}
          >
            {t('form.remove_row')}
          </Button>
        </div>
      ))}
      <Button
        icon={Plus}
        size="sm"
        className="self-start"
        disabled={rows.length >= 20}
        onClick={() => {
          change([...rows, { variable: 'message.text', operator: 'has_words', value: [] }])
          settle()
        }}
      >
        {t('form.add_comparison')}
      </Button>
    </fieldset>
  )
}

type Assignment = { name: string; value: string }

/** What variables are set to, in this order. */
export const AssignmentsField = ({ node, field, label, hint, change, settle }: FieldProps<'assignments'>) => {
  const { t } = useTexts('flows')
  const rows = (valueOf(node, field.key) ?? []) as Assignment[]
  const set = (index: number, part: Partial<Assignment>, name: string) =>
    change(
      rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
      `${index}.${name}`,
    )
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {rows.map((row, index) => (
        <div key={index} role="group" aria-label={t('form.assignment', { number: index + 1 })} className="flex items-end gap-1 rounded-control border border-line p-2">
          <div className="min-w-0 flex-1">
            <VariableInput label={t('form.variable')} value={row.name} onChange={(name) => name && set(index, { name }, 'name')} onSettle={settle} />
          </div>
          <TextField
            label={t('form.value')}
            className="min-w-0 flex-1"
            value={row.value}
            maxLength={4096}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => set(index, { value: target.value }, 'value')}
            onBlur={settle}
          />
          <IconButton
            icon={Trash2}
            size="sm"
            label={t('form.remove_row')}
            disabled={rows.length === 1}
            onClick={() => {
              change(rows.filter((_, at) => at !== index))
              settle()
            }}
          />
        </div>
      ))}
      <Button
        icon={Plus}
        size="sm"
        className="self-start"
        disabled={rows.length >= 20}
        onClick={() => {
          change([...rows, { name: `value_${rows.length + 1}`, value: '' }])
          settle()
        }}
      >
        {t('form.add_assignment')}
      </Button>
    </fieldset>
  )
}

import type { FlowNode } from '@chasqui/contracts'
import { contactStages } from '@chasqui/contracts/contact-stages'
import { Plus, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useStepWords } from '../language/step-words.ts'
import { VariableInput } from './variable-input.tsx'
import { WordList } from './word-list.tsx'

export type Comparison = Extract<FlowNode, { type: 'condition' }>['all'][number]
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
/** The stage of a person is one of few: chosen, not written. */
const isStage = ({ variable, operator }: Comparison) => variable === 'contact.stage' && (operator === 'equals' || operator === 'not_equals')
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

export const freshComparison = (): Comparison => ({ variable: 'message.text', operator: 'has_words', value: [] })

type ComparisonRowsProps = {
  rows: readonly Comparison[]
  most: number
  least?: number
  onChange: (rows: Comparison[], part?: string) => void
  onSettle: () => void
}

const StageValue = ({ value, onChange }: { value: Comparison['value']; onChange: (value: string) => void }) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const chosen = contactStages.find((stage) => stage === value) ?? ''
  const none = chosen === '' ? [{ value: '' as const, label: '—' }] : []
  const stages = contactStages.map((stage) => ({ value: stage, label: words.choiceName('stage', 'stage', stage) }))
  return <SelectField label={t('form.value')} value={chosen} options={[...none, ...stages]} onChange={onChange} />
}

/** What is compared, a row each. */
export const ComparisonRows = ({ rows, most, least = 0, onChange, onSettle }: ComparisonRowsProps) => {
  const { t } = useTexts('flows')
  const set = (index: number, next: Comparison, part: string) =>
    onChange(
      rows.map((row, at) => (at === index ? next : row)),
      `${index}.${part}`,
    )
  const put = (next: Comparison[]) => {
    onChange(next)
    onSettle()
  }
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <div
          key={index}
          data-row={index}
          role="group"
          aria-label={t('form.comparison', { number: index + 1 })}
          className="flex flex-col gap-2 rounded-control border border-line p-2"
        >
          <VariableInput
            label={t('form.variable')}
            value={row.variable}
            onChange={(name) => name && set(index, { ...row, variable: name }, 'variable')}
            onSettle={onSettle}
          />
          <SelectField
            label={t('form.operator')}
            value={row.operator}
            options={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
            onChange={(operator) => {
              set(index, comparisonOf(row.variable, operator, asValueOf(operator, row.value)), 'operator')
              onSettle()
            }}
          />
          <div data-field="value" className="contents">
            {takesList(row.operator) && (
              <WordList
                label={t('form.value')}
                hint={t('form.commas')}
                words={Array.isArray(row.value) ? row.value : row.value === undefined ? [] : [String(row.value)]}
                most={50}
                onChange={(words) => set(index, { ...row, value: words }, 'value')}
                onSettle={onSettle}
              />
            )}
            {isStage(row) && (
              <StageValue
                value={row.value}
                onChange={(value) => {
                  set(index, { ...row, value }, 'value')
                  onSettle()
                }}
              />
            )}
            {!isStage(row) && !takesList(row.operator) && !needsNothing(row.operator) && (
              <TextField
                label={t('form.value')}
                value={row.value === undefined ? '' : String(row.value)}
                maxLength={1000}
                autoComplete="off"
                dir="auto"
                onChange={({ target }) => set(index, { ...row, value: target.value }, 'value')}
                onBlur={onSettle}
              />
            )}
          </div>
          {rows.length > least && (
            <Button look="quiet" size="sm" icon={Trash2} className="self-start" onClick={() => put(rows.filter((_, at) => at !== index))}>
              {t('form.remove_row')}
            </Button>
          )}
        </div>
      ))}
      <Button icon={Plus} size="sm" className="self-start" disabled={rows.length >= most} onClick={() => put([...rows, freshComparison()])}>
        {t('form.add_comparison')}
      </Button>
    </div>
  )
}

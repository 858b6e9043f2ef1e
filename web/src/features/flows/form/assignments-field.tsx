import { Calculator } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, listOf } from './field-props.ts'
import { FormulaInput } from './formula-input.tsx'
import { RemoveRow, RowsFieldset, useRows } from './rows.tsx'
import { VariableInput } from './variable-input.tsx'

type Assignment = { name: string; value: string; formula?: boolean | undefined }

/** What variables are set to, in this order; where the step can do that, what is reckoned out for them. */
export const AssignmentsField = ({ label, hint, ...held }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useRows<Assignment>(held)
  const least = held.node.type === 'variable' ? 1 : 0
  const fresh = (): Assignment => ({ name: `value_${listOf(held.node, held.field.key).length + 1}`, value: '' })
  return (
    <RowsFieldset label={label} hint={hint} add={t('form.add_assignment')} isFull={list.isFull} onAdd={() => list.add(fresh())}>
      {list.rows.map((row, index) => {
        const isFormula = row.formula === true
        const write = (value: string) => list.set(index, { value }, 'value')
        return (
          <div
            key={index}
            data-row={index}
            role="group"
            aria-label={t('form.row', { number: index + 1 })}
            className="flex flex-col gap-2 rounded-control border border-line p-2"
          >
            <div className="flex items-end gap-1">
              <div data-field="name" className="contents">
                <VariableInput
                  label={t('form.variable')}
                  value={row.name}
                  className="min-w-0 flex-1"
                  onChange={(name) => name && list.set(index, { name }, 'name')}
                  onSettle={held.settle}
                />
              </div>
              {!isFormula && (
                <div data-field="value" className="contents">
                  <TextField
                    label={t('form.value')}
                    className="min-w-0 flex-1"
                    value={row.value}
                    maxLength={4096}
                    autoComplete="off"
                    dir="auto"
                    onChange={({ target }) => write(target.value)}
                    onBlur={held.settle}
                  />
                </div>
              )}
              {held.field.formulas && (
                <IconButton
                  icon={Calculator}
                  size="sm"
                  label={t('form.calculate', { name: row.name })}
                  aria-pressed={isFormula}
                  onClick={() => {
                    list.set(index, { formula: isFormula ? undefined : true }, 'formula')
                    held.settle()
                  }}
                />
              )}
              <RemoveRow when={list.rows.length > least} onRemove={() => list.remove(index)} />
            </div>
            {isFormula && (
              <div data-field="value" className="contents">
                <FormulaInput value={row.value} onChange={write} onSettle={held.settle} />
              </div>
            )}
          </div>
        )
      })}
    </RowsFieldset>
  )
}

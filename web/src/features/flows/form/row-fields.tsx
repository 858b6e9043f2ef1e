import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CallTrial } from './call-trial.tsx'
import { type Comparison, ComparisonRows, freshComparison } from './comparison-rows.tsx'
import { type FieldProps, listOf } from './field-props.ts'
import { RemoveRow, RowsFieldset, useRows } from './rows.tsx'
import { ShareField } from './share-field.tsx'
import { evenShares } from './shares.ts'
import { SecretMenu } from './secret-menu.tsx'
import { VariableInput } from './variable-input.tsx'

type Row = Record<string, unknown>
/** How one value of a row is written. */
type Column = { key: string; label: string } & (
  | { as: 'line'; limit: number; secrets?: boolean }
  | { as: 'variable' }
  | { as: 'choice'; options: readonly { value: string; label: string }[] }
)

type RowsProps = FieldProps & { columns: readonly Column[]; fresh: () => Row; least?: number; add: string }

const Cell = ({ column, row, onChange, onSettle }: { column: Column; row: Row; onChange: (value: string) => void; onSettle: () => void }) => {
  const value = String(row[column.key] ?? '')
  const look = 'min-w-0 flex-1'
  if (column.as === 'variable')
    return <VariableInput label={column.label} value={value} className={look} onChange={(name) => name && onChange(name)} onSettle={onSettle} />
  if (column.as === 'choice')
    return (
      <SelectField
        label={column.label}
        className={look}
        value={value}
        options={column.options}
        onChange={(next) => {
          onChange(next)
          onSettle()
        }}
      />
    )
  return (
    <>
      <TextField
        label={column.label}
        className={look}
        value={value}
        maxLength={column.limit}
        autoComplete="off"
        dir="auto"
        onChange={({ target }) => onChange(target.value)}
        onBlur={onSettle}
      />
      {column.secrets && (
        <SecretMenu
          field={column.label}
          onPut={(tag) => {
            onChange(`${value}${tag}`)
            onSettle()
          }}
        />
      )}
    </>
  )
}

/** A list whose rows hold a few values side by side. */
const Rows = ({ label, hint, columns, fresh, least = 0, add, ...held }: RowsProps) => {
  const { t } = useTexts('flows')
  const list = useRows<Row>(held)
  return (
    <RowsFieldset label={label} hint={hint} add={add} isFull={list.isFull} onAdd={() => list.add(fresh())}>
      {list.rows.map((row, index) => (
        <div
          key={index}
          data-row={index}
          role="group"
          aria-label={t('form.row', { number: index + 1 })}
          className="flex items-end gap-1 rounded-control border border-line p-2"
        >
          {columns.map((column) => (
            <div key={column.key} data-field={column.key} className="contents">
              <Cell column={column} row={row} onChange={(value) => list.set(index, { [column.key]: value }, column.key)} onSettle={held.settle} />
            </div>
          ))}
          <RemoveRow when={list.rows.length > least} onRemove={() => list.remove(index)} />
        </div>
      ))}
    </RowsFieldset>
  )
}

/** What is kept of a person, field by field. */
export const UpdatesField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  const options = (props.field.of ?? []).map((value) => ({ value, label: props.choiceName(value) }))
  return (
    <Rows
      {...props}
      columns={[
        { key: 'field', label: t('form.field'), as: 'choice', options },
        { key: 'value', label: t('form.value'), as: 'line', limit: 1000 },
      ]}
      fresh={() => ({ field: options[0]?.value ?? 'name', value: '' })}
      least={1}
      add={t('form.add_row')}
    />
  )
}

/** Names and values for another program. */
export const KeyValuesField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <Rows
      {...props}
      columns={[
        { key: 'name', label: t('form.name'), as: 'line', limit: 200 },
        { key: 'value', label: t('form.value'), as: 'line', limit: 4000, secrets: props.field.secrets === true },
      ]}
      fresh={() => ({ name: 'name', value: '' })}
      add={t('form.add_row')}
    />
  )
}

/** What is taken out of an answer: where it stands there, and the variable that keeps it. */
export const MappingField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  const { id, node, field, change, settle } = props
  const rows = listOf<Row>(node, field.key)
  return (
    <>
      <Rows
        {...props}
        columns={[
          { key: 'path', label: t('form.path'), as: 'line', limit: 200 },
          { key: 'variable', label: t('form.variable'), as: 'variable' },
        ]}
        fresh={() => ({ path: '', variable: 'value' })}
        add={t('form.add_row')}
      />
      {node.type === 'api_call' && (
        <CallTrial
          id={id}
          step={node}
          onKeep={(row) => {
            if (rows.length < (field.most ?? 20)) change([...rows, row])
            settle()
          }}
        />
      )}
    </>
  )
}

/** What another flow found out, under names of this one. */
export const ResultsField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <Rows
      {...props}
      columns={[
        { key: 'name', label: t('form.variable'), as: 'variable' },
        { key: 'from', label: t('form.variable_there'), as: 'variable' },
      ]}
      fresh={() => ({ name: 'value', from: 'value' })}
      add={t('form.add_row')}
    />
  )
}

/** All of these comparisons, or any of them. */
export const ComparisonsField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <fieldset>
    <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
    {hint && <p className="mb-2 text-xs text-fg-3">{hint}</p>}
    <ComparisonRows rows={listOf<Comparison>(node, field.key)} most={field.most ?? 20} onChange={change} onSettle={settle} />
  </fieldset>
)

type Case = { id: string; label?: string; all: Comparison[]; next: string | null }

/** Cases, of which the first counts that holds. */
export const CasesField = ({ label, hint, ...held }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useRows<Case>(held)
  const fresh = (): Case => ({ id: newId().slice(0, 8), all: [freshComparison()], next: null })
  return (
    <RowsFieldset label={label} hint={hint} add={t('form.add_case')} isFull={list.isFull} onAdd={() => list.add(fresh())}>
      {list.rows.map((one, index) => (
        <div
          key={one.id}
          data-row={index}
          role="group"
          aria-label={t('form.case', { number: index + 1 })}
          className="flex flex-col gap-2 rounded-control border border-line-strong p-2"
        >
          <div className="flex items-end gap-1">
            <TextField
              label={t('form.case', { number: index + 1 })}
              className="min-w-0 flex-1"
              value={one.label ?? ''}
              maxLength={100}
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => list.set(index, { label: target.value }, 'label')}
              onBlur={held.settle}
            />
            <RemoveRow when={list.rows.length > 1} onRemove={() => list.remove(index)} />
          </div>
          <div data-field="all" className="contents">
            <ComparisonRows rows={one.all} most={10} least={1} onChange={(all, part = '') => list.set(index, { all }, `all.${part}`)} onSettle={held.settle} />
          </div>
        </div>
      ))}
    </RowsFieldset>
  )
}

type Arm = { id: string; label: string; share: number; next: string | null }

/** The arms of a test, and how many of the people go each way. */
export const ArmsField = ({ label, hint, ...held }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useRows<Arm>(held)
  const arms = list.rows
  const total = arms.reduce((sum, { share }) => sum + share, 0)
  const put = (next: Omit<Arm, 'share'>[]) => {
    const shares = evenShares(next.length)
    list.put(next.map((arm, at) => ({ ...arm, share: shares[at]! })))
  }
  return (
    <RowsFieldset
      label={label}
      hint={hint}
      add={t('form.add_arm')}
      isFull={list.isFull}
      onAdd={() => put([...arms, { id: newId().slice(0, 8), label: String.fromCodePoint(65 + arms.length), next: null }])}
      below={
        <p role="status" className={total === 100 ? 'text-xs text-fg-3' : 'text-xs font-semibold text-danger'}>
          {t('form.shares', { total })}
        </p>
      }
    >
      {arms.map((arm, index) => (
        <div
          key={arm.id}
          data-row={index}
          role="group"
          aria-label={t('form.row', { number: index + 1 })}
          className="flex items-end gap-1 rounded-control border border-line p-2"
        >
          <TextField
            label={t('form.name')}
            className="min-w-0 flex-1"
            value={arm.label}
            maxLength={100}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => target.value && list.set(index, { label: target.value }, 'label')}
            onBlur={held.settle}
          />
          <ShareField value={arm.share} onShare={(share) => list.set(index, { share }, 'share')} onSettle={held.settle} />
          <RemoveRow when={arms.length > 2} onRemove={() => put(arms.filter((_, at) => at !== index))} />
        </div>
      ))}
    </RowsFieldset>
  )
}

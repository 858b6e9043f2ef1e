import { jsonPath } from '@chasqui/flow/schema/json-path'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, textOf } from '../form/field-props.ts'
import { RemoveRow, RowsFieldset, useRows } from '../form/rows.tsx'
import { VariableInput } from '../form/variable-input.tsx'
import { useTyped } from '../form/use-typed.ts'

type PathInputProps = {
  label: string
  hint?: string | undefined
  value: string
  optional?: boolean
  onChange: (path: string | undefined) => void
  onSettle: () => void
}

/** Where something stands in a JSON body. It is kept once it can be read; until then it says so. */
const PathInput = ({ label, hint, value, optional = false, onChange, onSettle }: PathInputProps) => {
  const { t } = useTexts('flows')
  const [typed, setTyped] = useTyped<string | null>(null)
  const fits = (path: string) => (path === '' ? optional : path.length <= 200 && jsonPath.test(path))
  return (
    <TextField
      label={label}
      hint={hint}
      error={typed !== null && !fits(typed) ? t('form.path_wrong') : undefined}
      value={typed ?? value}
      maxLength={200}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={({ target }) => {
        const path = target.value.trim()
        setTyped(path)
        if (fits(path)) onChange(path === '' ? undefined : path)
      }}
      onBlur={() => {
        if (typed !== null && fits(typed)) setTyped(null)
        onSettle()
      }}
    />
  )
}

export const PathField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <PathInput label={label} hint={hint} value={textOf(node, field.key)} optional={field.optional === true} onChange={(path) => change(path)} onSettle={settle} />
)

type Mapping = { name: string; path: string }

/** What is kept of a JSON body: under which name, and where it stands there. */
export const MappingsField = ({ label, hint, ...held }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useRows<Mapping>(held)
  return (
    <RowsFieldset
      label={label}
      hint={hint}
      add={t('form.add_row')}
      isFull={list.isFull}
      onAdd={() => list.add({ name: `value_${list.rows.length + 1}`, path: 'value' })}
    >
      {list.rows.map((row, index) => (
        <div key={index} role="group" aria-label={t('form.row', { number: index + 1 })} className="flex flex-col gap-2 rounded-control border border-line p-2">
          <VariableInput label={t('form.variable')} value={row.name} onChange={(name) => name && list.set(index, { name }, 'name')} onSettle={held.settle} />
          <div className="flex items-end gap-1">
            <div className="min-w-0 flex-1">
              <PathInput label={t('form.path')} value={row.path} onChange={(path) => path && list.set(index, { path }, 'path')} onSettle={held.settle} />
            </div>
            <RemoveRow label={t('form.remove_named', { name: row.name })} onRemove={() => list.remove(index)} />
          </div>
        </div>
      ))}
    </RowsFieldset>
  )
}

import { jsonPath } from '@chasqui/flow/schema/json-path'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, listOf, textOf } from '../form/field-props.ts'
import { VariableInput } from '../form/variable-input.tsx'

type PathInputProps = { label: string; hint?: string | undefined; value: string; optional?: boolean; onChange: (path: string | undefined) => void; onSettle: () => void }

/** Where something stands in a JSON body. It is kept once it can be read; until then it says so. */
const PathInput = ({ label, hint, value, optional = false, onChange, onSettle }: PathInputProps) => {
  const { t } = useTexts('flows')
  const [typed, setTyped] = useState<string | null>(null)
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
export const MappingsField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const rows = listOf<Mapping>(node, field.key)
  const set = (index: number, part: Partial<Mapping>, name: string) =>
    change(
      rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
      `${index}.${name}`,
    )
  const put = (next: Mapping[]) => {
    change(next)
    settle()
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {rows.map((row, index) => (
        <div key={index} role="group" aria-label={t('form.row', { number: index + 1 })} className="flex flex-col gap-2 rounded-control border border-line p-2">
          <VariableInput label={t('form.variable')} value={row.name} onChange={(name) => name && set(index, { name }, 'name')} onSettle={settle} />
          <div className="flex items-end gap-1">
            <div className="min-w-0 flex-1">
              <PathInput label={t('form.path')} value={row.path} onChange={(path) => path && set(index, { path }, 'path')} onSettle={settle} />
            </div>
            <IconButton icon={Trash2} size="sm" label={t('form.remove_named', { name: row.name })} onClick={() => put(rows.filter((_, at) => at !== index))} />
          </div>
        </div>
      ))}
      <Button
        icon={Plus}
        size="sm"
        className="self-start"
        disabled={rows.length >= (field.most ?? 30)}
        onClick={() => put([...rows, { name: `value_${rows.length + 1}`, path: 'value' }])}
      >
        {t('form.add_row')}
      </Button>
    </fieldset>
  )
}

import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { type FieldProps, listOf } from './field-props.ts'

type Held = Pick<FieldProps, 'node' | 'field' | 'change' | 'settle'>
/** A row with an id of its own is called by it, so that what is typed stays one edit when rows before it go. */
const nameOf = (row: object | undefined, index: number): string => (row && 'id' in row && typeof row.id === 'string' ? row.id : String(index))

/** The rows of a field. `set` is one edit with the changes of the same value before it, everything else an edit of its own. */
export const useRows = <Row extends object>({ node, field, change, settle }: Held) => {
  const rows = listOf<Row>(node, field.key)
  const put = (next: readonly object[]) => {
    change(next)
    settle()
  }
  return {
    rows,
    put,
    set: (index: number, part: Partial<Row>, name: string) =>
      change(
        rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
        `${nameOf(rows[index], index)}.${name}`,
      ),
    add: (row: Row) => put([...rows, row]),
    remove: (index: number) => put(rows.filter((_, at) => at !== index)),
    isFull: rows.length >= (field.most ?? 20),
  }
}

type RowsFieldsetProps = { label: string; hint: string | undefined; add: string; isFull: boolean; onAdd: () => void; below?: ReactNode; children: ReactNode }

/** Rows below each other, and the button that adds one. */
export const RowsFieldset = ({ label, hint, add, isFull, onAdd, below, children }: RowsFieldsetProps) => (
  <fieldset className="flex flex-col gap-2">
    <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
    {hint && <p className="text-xs text-fg-3">{hint}</p>}
    {children}
    {below}
    <Button icon={Plus} size="sm" className="self-start" disabled={isFull} onClick={onAdd}>
      {add}
    </Button>
  </fieldset>
)

/** Takes a row away; not there where it has to stay. */
export const RemoveRow = ({ label, when = true, onRemove }: { label?: string; when?: boolean; onRemove: () => void }) => {
  const { t } = useTexts('flows')
  return when ? <IconButton icon={Trash2} size="sm" label={label ?? t('form.remove_row')} onClick={onRemove} /> : null
}

import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, listOf, textOf } from '../form/field-props.ts'
import { useDayNames } from '../language/day-names.ts'

/** A time of the day. */
export const TimeField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <TextField type="time" label={label} hint={hint} value={textOf(node, field.key)} onChange={({ target }) => target.value && change(target.value)} onBlur={settle} />
)

/** Days of the week, 1 is Monday. */
export const DaysField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const names = useDayNames()
  const chosen = listOf<number>(node, field.key)
  const set = (day: number, on: boolean) => {
    change(names.flatMap((_, at) => ((at + 1 === day ? on : chosen.includes(at + 1)) ? [at + 1] : [])))
    settle()
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {names.map((name, at) => (
          <label key={name} className="flex min-h-7 items-center gap-1.5 text-sm touch:min-h-11">
            <input type="checkbox" className="size-4 accent-primary" checked={chosen.includes(at + 1)} onChange={({ target }) => set(at + 1, target.checked)} />
            {name}
          </label>
        ))}
      </div>
      {hint && <p className="mt-1 text-xs text-fg-3">{hint}</p>}
    </fieldset>
  )
}

/** Days of the calendar; one is added once it is whole. */
export const DatesField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const [typed, setTyped] = useState('')
  const dates = listOf<string>(node, field.key)
  const put = (next: string[]) => {
    change([...new Set(next)].toSorted())
    settle()
  }
  const add = () => {
    put([...dates, typed])
    setTyped('')
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {dates.map((date) => (
        <div key={date} className="flex items-center gap-2 text-sm">
          <span className="flex-1 tabular">{date}</span>
          <IconButton icon={Trash2} size="sm" label={t('form.remove_named', { name: date })} onClick={() => put(dates.filter((one) => one !== date))} />
        </div>
      ))}
      <div className="flex items-end gap-2">
        <TextField type="date" className="min-w-0 flex-1" label={t('form.date')} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button icon={Plus} disabled={!/^\d{4}-\d{2}-\d{2}$/.test(typed) || dates.length >= (field.most ?? 50)} onClick={add}>
          {t('form.add_date')}
        </Button>
      </div>
    </fieldset>
  )
}

import { useTexts } from '#lib/i18n/texts.ts'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, valueOf } from './field-props.ts'

/** On or off. What is off and may be left out is left out. */
export const Toggle = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <Switch
    label={label}
    {...(hint && { hint })}
    checked={valueOf(node, field.key) === true}
    onChange={(on) => {
      change(on || !field.optional ? on : undefined)
      settle()
    }}
  />
)

/** Any of a few; none is the same as leaving it open. */
export const Choices = ({ node, field, label, hint, choiceName, change, settle }: FieldProps) => {
  const chosen = (valueOf(node, field.key) ?? []) as string[]
  const set = (value: string, on: boolean) => {
    const next = (field.of ?? []).filter((one) => (one === value ? on : chosen.includes(one)))
    change(next.length === 0 && field.optional ? undefined : next)
    settle()
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {(field.of ?? []).map((value) => (
          <label key={value} className="flex min-h-7 items-center gap-1.5 text-sm touch:min-h-11">
            <input type="checkbox" className="size-4 accent-primary" checked={chosen.includes(value)} onChange={({ target }) => set(value, target.checked)} />
            {choiceName(value)}
          </label>
        ))}
      </div>
      {hint && <p className="mt-1 text-xs text-fg-3">{hint}</p>}
    </fieldset>
  )
}

type Hours = { from: string; to: string }

/** From one clock time to another. */
export const HoursField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const hours = valueOf(node, field.key) as Hours | undefined
  const set = (part: Partial<Hours>) => {
    const next = { from: '08:00', to: '20:00', ...hours, ...part }
    if (next.from && next.to) change(next)
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <Switch
        label={label}
        {...(hint && { hint })}
        checked={hours !== undefined}
        onChange={(on) => {
          change(on ? { from: '08:00', to: '20:00' } : undefined)
          settle()
        }}
      />
      {hours && (
        <div className="grid grid-cols-2 gap-2">
          <TextField type="time" label={t('form.from')} value={hours.from} onChange={({ target }) => set({ from: target.value })} onBlur={settle} />
          <TextField type="time" label={t('form.to')} value={hours.to} onChange={({ target }) => set({ to: target.value })} onBlur={settle} />
        </div>
      )}
    </fieldset>
  )
}

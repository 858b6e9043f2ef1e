import { ChevronDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, inputLook } from './field.tsx'

/** One of a list. The browser's own control: it types ahead, works with every keyboard and opens as a wheel on phones. */
export type Option<Value extends string> = { value: Value; label: string }
export type SelectFieldProps<Value extends string> = FieldProps & {
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
  name?: string
  disabled?: boolean
}

export const SelectField = <Value extends string>({ label, hint, error, optional, className, value, options, onChange, ...rest }: SelectFieldProps<Value>) => (
  <Field {...{ label, hint, error, ...(optional && { optional }), ...(className && { className }) }}>
    {(wiring) => (
      <div className="relative">
        <select
          className={classNames(inputLook, 'control appearance-none truncate pr-9')}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
          {...rest}
          {...wiring}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} strokeWidth={1.75} className="pointer-events-none absolute inset-y-0 right-3 my-auto text-fg-3" aria-hidden />
      </div>
    )}
  </Field>
)

import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
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

/** Longer lists are filled in when somebody turns to the field: hundreds of names in each of several fields weigh more than the rest of a page. */
const longest = 60

const useOffered = <Value extends string>(options: readonly Option<Value>[], value: Value) => {
  const [wanted, setWanted] = useState(false)
  const fill = () => setWanted(true)
  if (wanted || options.length <= longest) return { offered: options, fill }
  const chosen = options.find((option) => option.value === value) ?? options[0]!
  return { offered: [chosen], fill }
}

export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { label, hint, error, optional, className, value, options, onChange, ...rest } = props
  const { offered, fill } = useOffered(options, value)
  return (
    <Field {...{ label, hint, error, ...(optional && { optional }), ...(className && { className }) }}>
      {(wiring) => (
        <div className="relative">
          <select
            className={classNames(inputLook, 'control appearance-none truncate pr-9')}
            value={value}
            onChange={(event) => onChange(event.target.value as Value)}
            onPointerDown={fill}
            onFocus={fill}
            {...rest}
            {...wiring}
          >
            {offered.map((option) => (
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
}

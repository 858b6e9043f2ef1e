import { Switch as Radix } from 'radix-ui'
import { useId } from 'react'

/** On or off, at once. The label is part of the target; its invisible border makes the switch itself one of 24 px, whatever stands beside it. */
export type SwitchProps = {
  label: string
  /** Said in place of the label where only its surroundings show what it is about. */
  name?: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export const Switch = ({ label, name, hint, checked, onChange, disabled = false }: SwitchProps) => {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-9 cursor-pointer items-center justify-between gap-3 py-1 touch:min-h-11">
      <span>
        <span className="block text-base">{label}</span>
        {hint && <span className="block text-xs text-fg-3">{hint}</span>}
      </span>
      <Radix.Root
        id={id}
        aria-label={name}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="h-6 w-10 shrink-0 rounded-full border-2 border-transparent bg-line-strong bg-clip-padding p-0.5 transition-colors disabled:opacity-50 data-[state=checked]:bg-primary"
      >
        <Radix.Thumb className="block size-4 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-4" />
      </Radix.Root>
    </label>
  )
}

import { ToggleGroup } from 'radix-ui'
import { classNames } from './class-names.ts'

/** Two to four exclusive choices side by side, as reply / note. */
export type SegmentedProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
  className?: string
}

export const Segmented = <Value extends string>({ label, value, onChange, options, className }: SegmentedProps<Value>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => next && onChange(next as Value)}
    className={classNames('inline-flex rounded-control bg-surface-2 p-0.5', className)}
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className="rounded-chip px-2.5 py-[3px] text-sm leading-5 font-medium whitespace-nowrap text-fg-2 hover:text-fg data-[state=on]:bg-surface data-[state=on]:font-semibold data-[state=on]:text-fg data-[state=on]:shadow-low touch:py-2"
      >
        {option.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
)

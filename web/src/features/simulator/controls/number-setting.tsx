import { type KeyboardEvent, useEffect, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { TextField } from '#ui/text-field.tsx'

/** `presets`: values that one reaches with one press. */
type NumberSettingProps = { label: string; hint: string; value: number; most: number; presets: readonly number[]; onChange: (value: number) => void }

const within = (written: string, most: number) => Math.min(most, Math.max(0, Math.round(Number(written) || 0)))

const preset =
  'min-h-7 min-w-9 rounded-chip border border-line-strong bg-surface px-2 text-sm font-medium tabular hover:bg-surface-2 aria-pressed:border-primary aria-pressed:bg-primary-subtle aria-pressed:font-semibold aria-pressed:text-on-primary-subtle touch:min-h-11 touch:min-w-11'

/** A whole number from 0 to `most` that takes effect on leaving the field or with Enter, not with every digit. */
export const NumberSetting = ({ label, hint, value, most, presets, onChange }: NumberSettingProps) => {
  const { number } = useFormat()
  const [written, setWritten] = useState(String(value))
  useEffect(() => setWritten(String(value)), [value])
  const settle = () => {
    const next = within(written, most)
    setWritten(String(next))
    if (next !== value) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Enter' && settle()
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label={label}
        hint={hint}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      <div className="flex gap-1.5">
        {presets.map((one) => (
          <button key={one} type="button" aria-label={`${label}: ${number(one)}`} aria-pressed={one === value} onClick={() => onChange(one)} className={preset}>
            {number(one)}
          </button>
        ))}
      </div>
    </div>
  )
}

import { type KeyboardEvent, useEffect, useState } from 'react'
import { TextField } from '#ui/text-field.tsx'

type NumberSettingProps = { label: string; hint: string; value: number; most: number; onChange: (value: number) => void }

const within = (written: string, most: number) => Math.min(most, Math.max(0, Math.round(Number(written) || 0)))

/** A whole number from 0 to `most` that takes effect on leaving the field or with Enter, not with every digit. */
export const NumberSetting = ({ label, hint, value, most, onChange }: NumberSettingProps) => {
  const [written, setWritten] = useState(String(value))
  useEffect(() => setWritten(String(value)), [value])
  const settle = () => {
    const next = within(written, most)
    setWritten(String(next))
    if (next !== value) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Enter' && settle()
  return (
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
  )
}

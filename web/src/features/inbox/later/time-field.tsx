import type { Conversation } from '@chasqui/contracts'
import { Clock } from 'lucide-react'
import { fieldOf, instantOfField } from '#lib/field-instant.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { TextField } from '#ui/text-field.tsx'

/** Day and time on the clock of the business, which the hint names. */
export const TimeField = ({ value, now, onChange }: { value: string; now: number; onChange: (value: string) => void }) => {
  const { t } = useTexts('inbox')
  const { timeZone } = useTenant()
  const at = value ? instantOfField(value, timeZone) : null
  const past = at !== null && Date.parse(at) <= now
  return (
    <TextField
      type="datetime-local"
      label={t('later.pick')}
      hint={t('later.zone', { zone: timeZone.replaceAll('_', ' ') })}
      error={past ? t('later.past') : null}
      min={fieldOf(now, timeZone)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** Warns that nothing free may be said by then, unless the customer writes meanwhile. `chosen`: it is this very time, not just one of those offered. */
export const AfterWindow = ({ conversation, at, chosen }: { conversation: Conversation; at: string | null; chosen: boolean }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { hasWindow, windowExpiresAt } = conversation
  if (!hasWindow || !windowExpiresAt || !at || Date.parse(at) < Date.parse(windowExpiresAt)) return null
  return (
    <p role="status" className="flex gap-2 rounded-control bg-warning-subtle px-3 py-2 text-sm text-on-warning-subtle">
      <Clock size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      {t(chosen ? 'later.after_window' : 'later.window_ends', { at: format.moment(windowExpiresAt) })}
    </p>
  )
}

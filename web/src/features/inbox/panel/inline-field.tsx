import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'

/** A value that becomes a field where it stands: Enter or leaving it saves, Esc takes it back. The server's refusal stays beside it. */
export type InlineFieldProps = {
  label: string
  value: string
  editable: boolean
  type?: 'text' | 'email'
  multiline?: boolean
  onSave: (value: string) => Promise<void>
}

export const InlineField = ({ label, value, editable, type = 'text', multiline = false, onSave }: InlineFieldProps) => {
  const { t } = useTexts('inbox')
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const save = async () => {
    const next = text?.trim() ?? value
    if (next === value) return leave()
    try {
      await onSave(next)
      leave()
    } catch (error) {
      setProblem(t(isProblem(error, 'offline') ? 'act.offline' : isProblem(error) && error.status < 500 ? 'panel.not_accepted' : 'act.refused'))
    }
  }
  const leave = () => {
    setText(null)
    setProblem(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!editable) return <Line label={label}>{value || '—'}</Line>
  if (text === null) {
    return (
      <Line label={label}>
        <button
          ref={button}
          type="button"
          onClick={() => setText(value)}
          aria-label={value ? t('panel.edit', { field: label, value }) : t('panel.add_field', { field: label })}
          className="-mx-1.5 block w-[calc(100%+12px)] rounded-chip px-1.5 py-1 text-left whitespace-pre-wrap wrap-anywhere hover:bg-surface-2 touch:py-2"
        >
          {value || <span className="text-fg-3">{t('panel.add')}</span>}
        </button>
      </Line>
    )
  }
  const wiring = { id, value: text, 'aria-label': label, 'aria-invalid': problem ? (true as const) : undefined, onKeyDown, onBlur: () => void save() }
  return (
    <Line label={label}>
      {multiline ? <Multiline {...wiring} onText={setText} /> : <Single {...wiring} type={type} onText={setText} />}
      {problem && (
        <span role="alert" className="block text-xs text-danger">
          {problem}
        </span>
      )}
    </Line>
  )
}

const Line = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="grid grid-cols-[84px_minmax(0,1fr)] items-baseline gap-2 text-sm">
    <span className="text-fg-3">{label}</span>
    <div className="min-w-0">{children}</div>
  </div>
)

type Wiring = {
  id: string
  value: string
  'aria-label': string
  'aria-invalid': true | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onBlur: () => void
  onText: (text: string) => void
}
const look = classNames(inputLook, 'px-1.5! py-1 text-sm!')

const Single = ({ onText, type, ...wiring }: Wiring & { type: 'text' | 'email' }) => {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return <input ref={field} type={type} autoFocus className={look} onChange={({ target }) => onText(target.value)} {...wiring} />
}

const Multiline = ({ onText, ...wiring }: Wiring) => {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return <textarea ref={field} rows={4} maxLength={5000} className={look} onChange={({ target }) => onText(target.value)} {...wiring} />
}

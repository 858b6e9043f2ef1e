import { piecesOf, type ReplyValues, replyVariables } from '@chasqui/contracts/reply-variables'
import { useId, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { FilledText } from '#ui/filled-text.tsx'
import { TextArea } from '#ui/text-area.tsx'

type TextWithVariablesProps = { value: string; error: string | null; onChange: (text: string) => void; className?: string }

/** For looking at: a customer who has everything. */
const useExample = (): ReplyValues => {
  const { t } = useTexts('replies')
  const [user, tenant] = [useUser(), useTenant()]
  return {
    'contact.name': t('example.name'),
    'contact.first_name': t('example.first_name'),
    'contact.phone': t('example.phone'),
    'agent.name': user.name,
    'agent.first_name': user.name.split(/\s+/)[0] ?? '',
    'business.name': tenant.name,
    'channel.name': t('example.channel'),
    'queue.name': t('example.queue'),
  }
}

/** What is said, with variables to put in where the cursor is, and how it looks for a customer. */
export const TextWithVariables = ({ value, error, onChange, className = '' }: TextWithVariablesProps) => {
  const { t } = useTexts('replies')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const example = useExample()
  const put = (name: string) => {
    const written = `{{${name}}}`
    const [start, end] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    onChange(`${value.slice(0, start)}${written}${value.slice(end)}`)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(start + written.length, start + written.length)
    })
  }
  return (
    <div className={`flex flex-col gap-2 ${className}`}>
      <TextArea
        ref={field}
        label={t('field.text')}
        rows={4}
        value={value}
        maxLength={4096}
        dir="auto"
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <div role="group" aria-labelledby={`${id}-variables`} className="flex flex-wrap items-center gap-1.5">
        <span id={`${id}-variables`} className="text-sm text-fg-2">
          {t('field.variables')}
        </span>
        {replyVariables.map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => put(name)}
            className="min-h-7 rounded-chip border border-line-strong px-2 text-xs hover:bg-surface-2 touch:min-h-9"
          >
            {t(`variable.${name}`)}
          </button>
        ))}
      </div>
      {value.trim() !== '' && (
        <div>
          <p className="text-sm text-fg-2">{t('field.preview')}</p>
          <p
            className="mt-1 max-h-32 overflow-y-auto rounded-card bg-primary-subtle px-3 py-2 text-sm text-on-primary-subtle"
            tabIndex={0}
            role="region"
            aria-label={t('field.preview')}
          >
            <FilledText pieces={piecesOf(value, example)} />
          </p>
        </div>
      )}
    </div>
  )
}

import type { Conversation } from '@chasqui/contracts'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useContactName } from '../list/row.tsx'
import { close } from './close-acts.ts'
import { type CloseReason, closeReasons } from './close-reasons.ts'

/** Why it is over. Digits choose, Enter confirms; the first reason is ready, so `e` `Enter` closes. */
export const CloseDialog = ({ conversation, onClose, onClosed }: { conversation: Conversation; onClose: () => void; onClosed: () => void }) => {
  const { t } = useTexts('inbox')
  const name = useContactName(conversation)
  const [reason, setReason] = useState<CloseReason>('resolved')
  const [words, setWords] = useState('')
  const confirm = () => {
    onClose()
    onClosed()
    void close(conversation, reason === 'other' ? words.trim() || null : t(`close.${reason}`))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = event.target instanceof HTMLInputElement && event.target.type === 'text' ? undefined : closeReasons[Number(event.key) - 1]
    if (chosen) setReason(chosen)
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      confirm()
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('close.title', { name })}
      width="sm"
      footer={
        <Button look="solid" onClick={confirm}>
          {t('close.verb')}
        </Button>
      }
    >
      <fieldset onKeyDown={onKeyDown}>
        <legend className="mb-1 text-sm font-medium text-fg-2">{t('close.why')}</legend>
        {closeReasons.map((value, index) => (
          <label key={value} className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-control px-2 hover:bg-surface-2 touch:min-h-11">
            <input
              type="radio"
              name="reason"
              value={value}
              checked={reason === value}
              autoFocus={index === 0}
              onChange={() => setReason(value)}
              className="size-4 accent-primary"
            />
            <span className="flex-1 font-medium">{t(`close.${value}`)}</span>
            <kbd className="rounded-xs border border-line px-1 text-xs text-fg-3 touch:hidden" aria-hidden>
              {index + 1}
            </kbd>
          </label>
        ))}
        {reason === 'other' && (
          <TextField
            label={t('close.words')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            maxLength={200}
            type="text"
            autoFocus
            className="mt-2"
          />
        )}
      </fieldset>
    </Dialog>
  )
}

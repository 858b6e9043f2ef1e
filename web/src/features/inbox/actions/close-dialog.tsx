import type { ClosingReason, Conversation } from '@chasqui/contracts'
import { type KeyboardEvent, useState } from 'react'
import { serverNow } from '#lib/server-clock.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useContactName } from '../list/row.tsx'
import { close } from './close-acts.ts'
import { closeReasons } from './close-reasons.ts'
import { asksByItself, useClosing } from './use-closing.ts'

type Choice = { value: string; label: string; reason: ClosingReason | null }
export const otherWords = 'other'

/** Reasons of the tenant, else the product's own; own words last, where they are enough. */
export const useChoices = (reasons: ClosingReason[] | undefined, required: boolean): Choice[] => {
  const { t } = useTexts('inbox')
  if (!reasons) return []
  if (reasons.length === 0) return closeReasons.map((value) => ({ value, label: t(`close.${value}`), reason: null }))
  const own = reasons.map((reason) => ({ value: reason.id, label: reason.name, reason }))
  return required ? own : [...own, { value: otherWords, label: t('close.other'), reason: null }]
}

/** Why it is over. Digits choose, Enter confirms; the first reason is ready, so `e` `Enter` closes. */
export const CloseDialog = ({ conversation, onClose, onClosed }: { conversation: Conversation; onClose: () => void; onClosed: () => void }) => {
  const { t } = useTexts('inbox')
  const name = useContactName(conversation)
  const { reasons, conduct, failed } = useClosing(conversation)
  // What cannot be read must not keep anybody from closing: the server says what it needs.
  const choices = useChoices(reasons ?? (failed ? [] : undefined), conduct?.reasonRequired ?? false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [survey, setSurvey] = useState<boolean | undefined>(undefined)
  const [missing, setMissing] = useState(false)
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0]
  const needsNote = choice?.reason?.needsNote ?? false
  const confirm = () => {
    if (!choice) return
    if (needsNote && !note.trim()) return setMissing(true)
    onClose()
    onClosed()
    const reason = choice.reason ? choice.reason.name : choice.value === otherWords ? words.trim() || null : choice.label
    void close(conversation, {
      reason,
      ...(choice.reason && { reasonId: choice.reason.id }),
      ...(note.trim() && { note: note.trim() }),
      ...(survey !== undefined && { survey }),
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const writes = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type === 'text')
    const digit = writes ? undefined : choices[Number(event.key) - 1]
    if (digit) setChosen(digit.value)
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement) && !(event.target instanceof HTMLTextAreaElement)) {
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
        <Button look="solid" onClick={confirm} disabled={!choice}>
          {t('close.verb')}
        </Button>
      }
    >
      {choices.length === 0 ? (
        <Loading label={t('close.loading')} className="grid gap-2">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </Loading>
      ) : (
        <fieldset onKeyDown={onKeyDown}>
          <legend className="mb-1 text-sm font-medium text-fg-2">{t('close.why')}</legend>
          <Reasons choices={choices} chosen={choice?.value ?? null} onChoose={(value) => (setChosen(value), setMissing(false))} />
          {choice?.value === otherWords && (
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
          {choice?.reason && (
            <TextArea
              label={t('close.note')}
              {...(!needsNote && { optional: t('new.optional') })}
              error={missing ? t('close.note_missing') : null}
              value={note}
              rows={2}
              maxLength={2000}
              onChange={({ target }) => (setNote(target.value), setMissing(false))}
              className="mt-2"
            />
          )}
          {conduct && <AskSurvey conversation={conversation} byItself={asksByItself(conduct, conversation)} wanted={survey} onChange={setSurvey} />}
        </fieldset>
      )}
    </Dialog>
  )
}

export const Reasons = ({ choices, chosen, onChoose }: { choices: Choice[]; chosen: string | null; onChoose: (value: string) => void }) =>
  choices.map(({ value, label }, index) => (
    <label key={value} className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-control px-2 hover:bg-surface-2 touch:min-h-11">
      <input
        type="radio"
        name="reason"
        value={value}
        checked={chosen === value}
        autoFocus={index === 0}
        onChange={() => onChoose(value)}
        className="size-4 accent-primary"
      />
      <span className="min-w-0 flex-1 font-medium wrap-anywhere">{label}</span>
      {index < 9 && (
        <kbd className="rounded-xs border border-line px-1 text-xs text-fg-3 touch:hidden" aria-hidden>
          {index + 1}
        </kbd>
      )}
    </label>
  ))

type AskSurveyProps = { conversation: Conversation; byItself: boolean; wanted: boolean | undefined; onChange: (wanted: boolean) => void }
/** Whether the customer is asked how it was; where they cannot be, why not. */
const AskSurvey = ({ conversation: { hasWindow, windowExpiresAt }, byItself, wanted, onChange }: AskSurveyProps) => {
  const { t } = useTexts('inbox')
  const closed = hasWindow && (windowExpiresAt === null || Date.parse(windowExpiresAt) <= serverNow())
  return (
    <div className="mt-3 border-t border-line pt-2">
      <Switch
        label={t('close.survey')}
        {...(closed && { hint: t('close.survey_window') })}
        checked={!closed && (wanted ?? byItself)}
        disabled={closed}
        onChange={onChange}
      />
    </div>
  )
}

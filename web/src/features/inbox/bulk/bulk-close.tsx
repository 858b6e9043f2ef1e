import { bulkRoutes } from '@chasqui/contracts/http/jobs'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { otherWords, Reasons, useChoices } from '../actions/close-dialog.tsx'
import { useClosing } from '../actions/use-closing.ts'
import { beginJob, type BulkProps } from './begin-job.ts'

/** Why all that is picked is over: reasons that hold in every queue. Whether customers are asked how it was, the settings say, unless somebody does. */
export const BulkClose = ({ count, selection, onClose }: BulkProps) => {
  const { t } = useTexts(['jobs', 'inbox'])
  const form = useId()
  const { reasons, conduct, failed } = useClosing({ queue: null })
  const everywhere = reasons?.filter(({ queueId }) => queueId === null)
  const choices = useChoices(everywhere ?? (failed ? [] : undefined), conduct?.reasonRequired ?? false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [survey, setSurvey] = useState<boolean | undefined>(undefined)
  const [missing, setMissing] = useState(false)
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0]
  const needsNote = choice?.reason?.needsNote ?? false
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (!choice) return
    if (needsNote && !note.trim()) return setMissing(true)
    onClose()
    const reason = choice.value === otherWords ? words.trim() : choice.label
    const ending = choice.reason ? { reasonId: choice.reason.id } : reason ? { reason } : {}
    void beginJob(() =>
      call(bulkRoutes.close, { body: { ...selection, ...ending, ...(survey !== undefined && { survey }), ...(note.trim() && { note: note.trim() }) } }),
    )
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const digit = choices[Number(key) - 1]
    if (digit) setChosen(digit.value)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('bulk.close_title', { count })}
      width="sm"
      footer={
        <Button look="solid" type="submit" form={form} disabled={!choice}>
          {t('bulk.close_verb', { count })}
        </Button>
      }
    >
      <form id={form} onSubmit={confirm}>
        <fieldset onKeyDown={onKeyDown}>
          <legend className="mb-1 text-sm font-medium text-fg-2">{t('inbox:close.why')}</legend>
          <Reasons choices={choices} chosen={choice?.value ?? null} onChoose={(value) => (setChosen(value), setMissing(false))} />
        </fieldset>
        {choice?.value === otherWords && (
          <TextField
            label={t('inbox:close.words')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            maxLength={200}
            type="text"
            className="mt-2"
          />
        )}
        {choice?.reason && (
          <TextArea
            label={t('inbox:close.note')}
            {...(!needsNote && { optional: t('inbox:new.optional') })}
            error={missing ? t('inbox:close.note_missing') : null}
            value={note}
            rows={2}
            maxLength={2000}
            onChange={({ target }) => (setNote(target.value), setMissing(false))}
            className="mt-2"
          />
        )}
        <Switch label={t('bulk.survey')} hint={t('bulk.survey_hint', { count })} checked={survey ?? conduct?.survey.on ?? false} onChange={setSurvey} />
      </form>
    </Dialog>
  )
}

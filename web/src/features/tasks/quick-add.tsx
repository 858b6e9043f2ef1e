import { type FormEvent, useState } from 'react'
import { instantOfField } from '#lib/field-instant.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Beside } from './beside.ts'
import { problemWords } from './problem-words.ts'
import { addTask } from './task-acts.ts'
import { useAssignees } from './use-assignees.ts'

/** A task in a few strokes: what, by when, and who. */
export const QuickAdd = ({ contactId, conversationId, onClose }: Beside & { onClose: () => void }) => {
  const { t } = useTexts('tasks')
  const { timeZone } = useTenant()
  const me = useUser().id
  const assignees = useAssignees()
  const [key] = useState(newId)
  const [title, setTitle] = useState('')
  const [due, setDue] = useState('')
  const [assigneeId, setAssigneeId] = useState(me)
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '') return
    const dueAt = due ? instantOfField(due, timeZone) : null
    void run(async () => {
      await addTask({ title: title.trim(), contactId, conversationId, dueAt, assigneeId: assigneeId || null }, key)
      onClose()
    })
  }
  return (
    <form
      aria-label={t('new')}
      noValidate
      className="mt-2 flex flex-col gap-2"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        label={t('field.title')}
        value={title}
        maxLength={200}
        autoFocus
        error={tried && title.trim() === '' ? t('field.title_missing') : null}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextField label={t('field.due')} optional={t('optional')} type="datetime-local" value={due} onChange={({ target }) => setDue(target.value)} />
      <SelectField label={t('assignee.label')} value={assigneeId} options={assignees} onChange={setAssigneeId} />
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          {t('dismiss')}
        </Button>
        <Button size="sm" look="solid" type="submit" busy={busy}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}

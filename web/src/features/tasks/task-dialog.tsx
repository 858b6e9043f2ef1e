import type { Task } from '@chasqui/contracts'
import { longestDetails, type TaskPriority, taskPriorities } from '@chasqui/contracts/task-words'
import { type FormEvent, useId, useState } from 'react'
import { fieldOf, instantOfField } from '#lib/field-instant.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Chosen, ContactField } from './contact-field.tsx'
import { useAllowed } from './may.ts'
import { problemWords } from './problem-words.ts'
import { addTask, changeTask } from './task-acts.ts'
import { useAssignees } from './use-assignees.ts'

/** Minutes before its time at which whoever has a task can be told of it besides. */
const reminders = [10, 60, 1440] as const

type Draft = { title: string; details: string; contact: Chosen | null; assigneeId: string; due: string; remind: string; priority: TaskPriority }

const draftOf = (task: Task | null, me: string, timeZone: string): Draft => ({
  title: task?.title ?? '',
  details: task?.details ?? '',
  contact: task && { id: task.contact.id, name: task.contact.name ?? '' },
  assigneeId: task ? (task.assignee?.id ?? '') : me,
  due: task?.dueAt ? fieldOf(Date.parse(task.dueAt), timeZone) : '',
  remind: task?.remindMinutes ? String(task.remindMinutes) : '',
  priority: task?.priority ?? 'medium',
})

/** What a form says, as the server takes it. An instant whose minute was not touched keeps its seconds. */
const bodyOf = (draft: Draft, task: Task | null, timeZone: string) => {
  const same = task?.dueAt && draft.due === fieldOf(Date.parse(task.dueAt), timeZone)
  const dueAt = same ? task.dueAt : draft.due ? instantOfField(draft.due, timeZone) : null
  return {
    title: draft.title.trim(),
    details: draft.details.trim(),
    assigneeId: draft.assigneeId || null,
    dueAt,
    remindMinutes: dueAt !== null && draft.remind ? Number(draft.remind) : null,
    priority: draft.priority,
  }
}

type Body = ReturnType<typeof bodyOf>
const asBody = ({ title, details, assignee, dueAt, remindMinutes, priority }: Task): Body => ({
  title,
  details,
  assigneeId: assignee?.id ?? null,
  dueAt,
  remindMinutes,
  priority,
})

/** Of what the form says, what differs from the task: what somebody may not change, or does not see whole, is not sent back. */
const changed = (body: Body, task: Task): Partial<Body> => {
  const before: Record<string, unknown> = asBody(task)
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => value !== before[name]))
}

/** A new task, or what one is made of. */
export const TaskDialog = ({ task, onClose }: { task: Task | null; onClose: () => void }) => {
  const { t } = useTexts('tasks')
  const format = useFormat()
  const form = useId()
  const me = useUser().id
  const { timeZone } = useTenant()
  const [key] = useState(newId)
  const [draft, setDraft] = useState(() => draftOf(task, me, timeZone))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const allowed = useAllowed()
  const isEditable = task === null || (task.endedAt === null && allowed(task).change)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { contact } = draft
    if (draft.title.trim() === '' || contact === null) return
    const body = bodyOf(draft, task, timeZone)
    void run(async () => {
      await (task ? changeTask(task.id, changed(body, task)) : addTask({ ...body, contactId: contact.id }, key))
      onClose()
    })
  }
  return (
    <ActDialog
      title={t(task ? (isEditable ? 'change' : 'look') : 'new')}
      description={task && (task.contact.name === null ? t('contact.unseen') : format.name(task.contact.name))}
      width="lg"
      verb={t(task ? 'save' : 'add')}
      busy={busy}
      does={isEditable ? form : null}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="max-h-[62dvh] overflow-y-auto p-1">
        <fieldset disabled={!isEditable} className="grid gap-3 tablet:grid-cols-2">
          <TextField
            label={t('field.title')}
            className="tablet:col-span-2"
            value={draft.title}
            maxLength={200}
            error={tried && draft.title.trim() === '' ? t('field.title_missing') : null}
            onChange={({ target }) => set({ title: target.value })}
          />
          {task === null && (
            <div className="tablet:col-span-2">
              <ContactField
                chosen={draft.contact}
                error={tried && draft.contact === null ? t('contact.missing') : null}
                onChoose={(contact) => set({ contact })}
              />
            </div>
          )}
          <Times draft={draft} onChange={set} />
          <Hands draft={draft} mayGive={task === null || allowed(task).give} onChange={set} />
          <TextArea
            label={t('field.details')}
            optional={t('optional')}
            className="tablet:col-span-2"
            value={draft.details}
            maxLength={longestDetails}
            dir="auto"
            onChange={({ target }) => set({ details: target.value })}
          />
        </fieldset>
      </form>
    </ActDialog>
  )
}

type PartProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

const Times = ({ draft, onChange }: PartProps) => {
  const { t } = useTexts('tasks')
  const { timeZone } = useTenant()
  const options = [
    { value: '', label: t('remind.at_time') },
    ...reminders.map((minutes) => ({ value: String(minutes), label: t(`remind.${minutes}`) })),
    // One that a program chose.
    ...(draft.remind && !reminders.some((minutes) => String(minutes) === draft.remind)
      ? [{ value: draft.remind, label: t('remind.other', { count: Number(draft.remind) }) }]
      : []),
  ]
  return (
    <>
      <TextField
        type="datetime-local"
        label={t('field.due')}
        optional={t('optional')}
        hint={t('field.due_hint', { zone: timeZone.replaceAll('_', ' ') })}
        value={draft.due}
        onChange={({ target }) => onChange({ due: target.value })}
      />
      <SelectField label={t('remind.label')} value={draft.remind} options={options} disabled={draft.due === ''} onChange={(remind) => onChange({ remind })} />
    </>
  )
}

const Hands = ({ draft, mayGive, onChange }: PartProps & { mayGive: boolean }) => {
  const { t } = useTexts('tasks')
  const assignees = useAssignees()
  return (
    <>
      <SelectField
        label={t('assignee.label')}
        value={draft.assigneeId}
        options={assignees}
        disabled={!mayGive}
        onChange={(assigneeId) => onChange({ assigneeId })}
      />
      <SelectField
        label={t('priority.label')}
        value={draft.priority}
        options={taskPriorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
        onChange={(priority) => onChange({ priority })}
      />
    </>
  )
}

import type { ClosingReason } from '@chasqui/contracts'
import { closingRoutes } from '@chasqui/contracts/http/closing'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { problemWords } from './problem-words.ts'
import { readReasonsAgain } from './use-reasons.ts'

/** A new reason, or what one is made of. */
export const ReasonDialog = ({ reason, onClose }: { reason: ClosingReason | null; onClose: () => void }) => {
  const { t } = useTexts('closing')
  const form = useId()
  const [name, setName] = useState(reason?.name ?? '')
  const [queueId, setQueueId] = useState(reason?.queueId ?? '')
  const [needsNote, setNeedsNote] = useState(reason?.needsNote ?? false)
  const [tried, setTried] = useState(false)
  const queues = useQuery(asked(queueRoutes.list)).data?.items ?? []
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      const body = { name: name.trim(), queueId: queueId || null, needsNote }
      await (reason ? call(closingRoutes.updateReason, { params: { id: reason.id }, body }) : call(closingRoutes.createReason, { body }))
      await readReasonsAgain()
      onClose()
    })
  }
  return (
    <ActDialog
      title={t(reason ? 'reason.change' : 'reason.new')}
      width="sm"
      verb={t(reason ? 'reason.save' : 'reason.add')}
      busy={busy}
      does={form}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <NameField label={t('reason.name')} value={name} maxLength={200} tried={tried} missing={t('reason.name_missing')} onChange={setName} />
        <SelectField
          label={t('reason.queue')}
          value={queueId}
          options={[{ value: '', label: t('reason.every_queue') }, ...queues.map((queue) => ({ value: queue.id, label: queue.name }))]}
          onChange={setQueueId}
        />
        <Switch label={t('reason.needs_note')} hint={t('reason.needs_note_hint')} checked={needsNote} onChange={setNeedsNote} />
      </form>
    </ActDialog>
  )
}

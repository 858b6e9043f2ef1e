import type { Flow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { blankFlow } from '../language/blank-flow.ts'
import { problemWords } from '../problem-words.ts'
import { readFlowsAgain } from './use-flows.ts'

/** A new flow without steps, with the words that work at every step. */
export const NewDialog = ({ onClose, onDone }: { onClose: () => void; onDone: (flow: Flow) => void }) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      const made = await call(flowRoutes.create, { body: { name: name.trim(), definition: blankFlow() } })
      await readFlowsAgain()
      onClose()
      onDone(made)
    })
  }
  return (
    <ActDialog
      title={t('new.title')}
      description={t('new.hint')}
      verb={t('new.verb')}
      width="sm"
      busy={busy}
      does={form}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate>
        <NameField label={t('field.flow_name')} value={name} maxLength={200} onChange={setName} tried={tried} missing={t('field.flow_name_missing')} />
      </form>
    </ActDialog>
  )
}

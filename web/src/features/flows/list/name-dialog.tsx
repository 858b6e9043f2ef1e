import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { problemWords } from '../problem-words.ts'
import { readFlowsAgain } from './use-flows.ts'

type NameDialogProps = {
  what: 'rename' | 'duplicate'
  /** Without its definition the stored one is copied. */
  flow: Pick<Flow, 'id' | 'name'> & { definition?: FlowDefinition }
  onClose: () => void
  onDone?: (flow: Flow) => void
}

/** Another name for a flow, or the name of its copy. */
export const NameDialog = ({ what, flow, onClose, onDone }: NameDialogProps) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [name, setName] = useState(what === 'rename' ? flow.name : t('act.copy_name', { name: flow.name }).slice(0, 200))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      const done =
        what === 'rename'
          ? await call(flowRoutes.update, { params: { id: flow.id }, body: { name: name.trim() } })
          : await call(flowRoutes.create, {
              body: { name: name.trim(), definition: flow.definition ?? (await call(flowRoutes.read, { params: { id: flow.id } })).definition },
            })
      await readFlowsAgain()
      onClose()
      onDone?.(done)
    })
  }
  return (
    <ActDialog
      title={t(`${what}.title`, { name: flow.name })}
      verb={t(`${what}.verb`)}
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

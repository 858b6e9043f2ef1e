import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { problemWords } from '../problem-words.ts'
import { readFlowsAgain } from './use-flows.ts'

type Does = { does: (name: string) => Promise<Flow>; onClose: () => void; onDone?: ((flow: Flow) => void) | undefined }
type Props = Does & {
  title: string
  description?: string
  verb: string
  width?: 'sm' | 'lg'
  name: string
  onName: (name: string) => void
  /** Something has to be chosen before a name is asked. */
  isChoosing?: boolean
  /** What is decided beside the name, above it and below it. */
  children?: ReactNode
  below?: ReactNode
}

/** A flow that gets a name, and with it whatever else is asked. */
export const FlowNameDialog = ({ name, onName, does, onClose, onDone, width = 'sm', isChoosing = false, children, below, ...dialog }: Props) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      const flow = await does(name.trim())
      await readFlowsAgain()
      onClose()
      onDone?.(flow)
    })
  }
  return (
    <ActDialog {...dialog} width={width} busy={busy} does={isChoosing ? null : form} refusal={problem && problemWords(problem)} onClose={onClose}>
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
        {!isChoosing && (
          <>
            <NameField label={t('field.flow_name')} value={name} maxLength={200} onChange={onName} tried={tried} missing={t('field.flow_name_missing')} />
            {below}
          </>
        )}
      </form>
    </ActDialog>
  )
}

type NameDialogProps = {
  what: 'rename' | 'duplicate'
  /** Without its definition the stored one is copied. */
  flow: Pick<Flow, 'id' | 'name'> & { definition?: FlowDefinition }
} & Omit<Does, 'does'>

/** Another name for a flow, or the name of its copy. */
export const NameDialog = ({ what, flow, ...rest }: NameDialogProps) => {
  const { t } = useTexts('flows')
  const [name, setName] = useState(what === 'rename' ? flow.name : t('act.copy_name', { name: flow.name }).slice(0, 200))
  return (
    <FlowNameDialog
      title={t(`${what}.title`, { name: flow.name })}
      verb={t(`${what}.verb`)}
      name={name}
      onName={setName}
      does={async (called) => {
        const params = { id: flow.id }
        if (what === 'rename') return call(flowRoutes.update, { params, body: { name: called } })
        const definition = flow.definition ?? (await call(flowRoutes.read, { params })).definition
        return call(flowRoutes.create, { body: { name: called, definition } })
      }}
      {...rest}
    />
  )
}

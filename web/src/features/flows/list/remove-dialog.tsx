import type { Flow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'
import { readFlowsAgain } from './use-flows.ts'

type RemoveDialogProps = { flow: Pick<Flow, 'id' | 'name'>; users: readonly string[]; onClose: () => void }

/** Asks before a flow goes. One that answers somewhere stays, and where is said. */
export const RemoveDialog = ({ flow: { id, name }, users, onClose }: RemoveDialogProps) => {
  const { t } = useTexts('flows')
  const { busy, problem, run } = useAct({ leaves: true })
  const remove = async () => {
    await call(flowRoutes.remove, { params: { id } })
    await readFlowsAgain()
    say(t('remove.done', { name }))
    onClose()
  }
  const inUse = problem?.code === 'flow.in_use' && users.length > 0
  return (
    <ActDialog
      title={t('remove.title', { name })}
      description={t('remove.text')}
      width="sm"
      verb={t('act.remove')}
      look="danger"
      busy={busy}
      refusal={inUse ? t('remove.in_use', { names: users.join(', ') }) : problem && problemWords(problem)}
      does={() => void run(remove)}
      onClose={onClose}
    />
  )
}

import type { Flow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { sayProblem, sayUndoable } from '#ui/toast.tsx'
import { problemWords } from '../../problem-words.ts'
import type { Autosave } from '../../saving/autosave.ts'
import { useGo } from '../search.ts'

type RestoreDialogProps = { flow: Flow; saving: Autosave; number: number; onClose: () => void }

/** The draft becomes what a version was. It can be taken back as long as the notice stands; what others change meanwhile is merged as always. */
export const RestoreDialog = ({ flow, saving, number, onClose }: RestoreDialogProps) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const [unsaved, setUnsaved] = useState(false)
  const { busy, problem, run } = useAct()
  const undo = async (before: Flow['definition'], revision: number) => {
    try {
      const { revision: now } = await call(flowRoutes.update, { params: { id: flow.id }, body: { revision, definition: before } })
      saving.hear(now)
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      sayProblem(problemWords(refusal))
    }
  }
  const restore = () =>
    run(async () => {
      setUnsaved(false)
      if (!(await saving.flush())) return setUnsaved(true)
      const { revision, definition: before } = queryClient.getQueryData<Flow>(keyOf(flowRoutes.read, { params: { id: flow.id } })) ?? flow
      const restored = await call(flowRoutes.restore, { params: { id: flow.id, version: number }, body: { revision } })
      saving.hear(restored.revision)
      go({ from: number, to: 'draft' }, { replace: true })
      sayUndoable(t('versions.restored', { number }), () => void undo(before, restored.revision))
      onClose()
    })
  return (
    <ActDialog
      title={t('versions.restore_title', { number })}
      description={t('versions.restore_hint')}
      verb={t('versions.restore')}
      busy={busy}
      refusal={unsaved ? t('publish.unsaved') : problem && problemWords(problem)}
      does={() => void restore()}
      onClose={onClose}
    />
  )
}

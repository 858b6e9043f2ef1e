import type { Task } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { problemWords } from './problem-words.ts'
import { removeTask } from './task-acts.ts'

/** Asks before a task goes for good. */
export const RemoveDialog = ({ task: { id, title }, onClose }: { task: Task; onClose: () => void }) => {
  const { t } = useTexts('tasks')
  const { busy, problem, run } = useAct({ leaves: true })
  const remove = async () => {
    await removeTask(id)
    onClose()
  }
  return (
    <ActDialog
      title={t('remove_title', { title })}
      description={t('remove_text')}
      width="sm"
      verb={t('remove')}
      look="danger"
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void run(remove)}
      onClose={onClose}
    />
  )
}

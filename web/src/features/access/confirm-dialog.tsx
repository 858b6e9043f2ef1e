import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { problemWords } from './problem-words.ts'

type Props = { title: string; description: string; verb: string; look?: 'danger' | 'solid'; act: () => Promise<void>; onClose: () => void }

/** Asks before something that cannot be taken back, or that others feel at once. */
export const ConfirmDialog = ({ look = 'danger', act, ...about }: Props) => {
  const { busy, problem, run } = useAct({ leaves: true })
  const confirm = async () => {
    await act()
    about.onClose()
  }
  return <ActDialog {...about} look={look} busy={busy} refusal={problem && problemWords(problem)} does={() => void run(confirm)} />
}

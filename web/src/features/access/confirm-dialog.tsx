import { useAct } from '#lib/use-act.ts'
import { ActDialog } from './act-dialog.tsx'

type Props = { title: string; description: string; verb: string; look?: 'danger' | 'solid'; act: () => Promise<void>; onClose: () => void }

/** Asks before something that cannot be taken back, or that others feel at once. */
export const ConfirmDialog = ({ look = 'danger', act, ...about }: Props) => {
  const { busy, problem, run } = useAct({ leaves: true })
  const confirm = async () => {
    await act()
    about.onClose()
  }
  return <ActDialog {...about} look={look} busy={busy} problem={problem} does={() => void run(confirm)} />
}

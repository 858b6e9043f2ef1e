import type { Conversation } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { say } from '#ui/toast.tsx'
import { useContactName } from '../list/row.tsx'
import { block } from './block-acts.ts'

/** Asks before somebody is no longer heard. */
export const BlockDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const name = useContactName(conversation)
  const { busy, problem, run } = useAct({ leaves: true })
  const confirm = async () => {
    await block(conversation)
    onClose()
    say(t('block.done', { name }))
  }
  return (
    <ActDialog
      title={t('block.title', { name })}
      description={t('block.text')}
      width="sm"
      verb={t('block.verb')}
      look="danger"
      busy={busy}
      refusal={problem && t('block.failed')}
      does={() => void run(confirm)}
      onClose={onClose}
    />
  )
}

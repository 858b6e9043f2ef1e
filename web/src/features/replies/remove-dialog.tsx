import type { Reply } from '@chasqui/contracts'
import { replyRoutes } from '@chasqui/contracts/http/replies'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { problemWords } from './problem-words.ts'
import { readRepliesAgain } from './use-replies.ts'

/** Asks before a quick reply goes. What was said with it stays said. */
export const RemoveDialog = ({ reply: { id, scope, title }, onClose }: { reply: Reply; onClose: () => void }) => {
  const { t } = useTexts('replies')
  const { busy, problem, run } = useAct({ leaves: true })
  const remove = async () => {
    await call(scope === 'own' ? replyRoutes.removeOwn : replyRoutes.remove, { params: { id } })
    await readRepliesAgain()
    onClose()
  }
  return (
    <ActDialog
      title={t('remove_title', { title })}
      description={t(scope === 'own' ? 'remove_own' : 'remove_shared')}
      width="sm"
      verb={t('remove_verb')}
      look="danger"
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void run(remove)}
      onClose={onClose}
    />
  )
}

import type { FlowSecret } from '@chasqui/contracts'
import { flowSecretRoutes } from '@chasqui/contracts/http/flow-calls'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'
import { SecretUses, type Uses } from './secret-uses.tsx'
import { readSecretsAgain } from './use-secrets.ts'

type RemoveSecretProps = { secret: FlowSecret; uses: Uses; onClose: () => void }

/** Asks before a secret goes; where its going would break flows it says which. */
export const RemoveSecret = ({ secret: { id, name }, uses, onClose }: RemoveSecretProps) => {
  const { t } = useTexts('flows')
  const { busy, problem, run } = useAct({ leaves: true })
  const title = t('secrets.remove_title', { name })
  if (uses.length > 0)
    return (
      <Dialog
        open
        title={title}
        description={t('secrets.remove_blocked')}
        width="sm"
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('life.close')}</Button>}
      >
        <SecretUses uses={uses} />
      </Dialog>
    )
  const remove = async () => {
    // Somebody may have taken it into a flow since: the server looks once more.
    await call(flowSecretRoutes.remove, { params: { id } }).finally(readSecretsAgain)
    say(t('secrets.removed', { name }))
    onClose()
  }
  return (
    <ActDialog
      title={title}
      description={t('secrets.remove_text')}
      width="sm"
      verb={t('secrets.remove')}
      look="danger"
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void run(remove)}
      onClose={onClose}
    />
  )
}

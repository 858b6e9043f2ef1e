import { KeyRound } from 'lucide-react'
import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { passkeyStopped, passkeysWork, signInByPasskey } from '#lib/passkeys.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Trouble } from './trouble.tsx'

/** Signs in with a key of the device, where the browser has such. */
export const PasskeyButton = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTexts('identity')
  const { busy, problem, run } = useAct({ leaves: true })
  if (!passkeysWork()) return null
  const words = ({ code }: ApiProblem) => (code === passkeyStopped ? t('passkeys.stopped') : code === 'auth.passkey_invalid' ? t('passkeys.unknown') : null)
  const enter = async () => {
    await signInByPasskey()
    onDone()
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <Button size="lg" icon={KeyRound} busy={busy} wide onClick={() => void run(enter)}>
        {t('passkeys.enter')}
      </Button>
      <Trouble problem={problem} words={words} />
    </div>
  )
}

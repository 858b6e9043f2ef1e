import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { addPasskey, passkeyStopped } from '#lib/passkeys.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CurrentPasswordField } from './current-password-field.tsx'
import { Trouble } from './trouble.tsx'

/** The password as proof, a name to know the key by, and then the device asks. */
export const AddPasskey = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTexts('identity')
  const { problem, busy, onSubmit } = useSending(async ({ password = '', name = '' }) => {
    await addPasskey({ password, name: name.trim() || t('passkeys.usual_name') })
    onDone()
  })
  const words = ({ code }: ApiProblem) =>
    code === passkeyStopped ? t('passkeys.stopped') : code === 'auth.passkeys_need_a_name' ? t('passkeys.no_name') : null
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Trouble problem={problem} words={words} />
      <TextField label={t('passkeys.name')} hint={t('passkeys.name_hint')} name="name" autoComplete="off" maxLength={60} />
      <CurrentPasswordField problem={problem} />
      <Button type="submit" look="solid" busy={busy}>
        {t('passkeys.make')}
      </Button>
    </form>
  )
}

import { useTexts } from '#lib/i18n/texts.ts'
import { leave } from './acts.ts'
import { useSession } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { LoginForm } from '../../features/identity/login-form.tsx'

/** The session ended while somebody worked: sign in over the page; what waited goes on and no draft is lost. */
export const SignInAgain = () => {
  const { t } = useTexts('app')
  const state = useSession()
  if (state.status !== 'signed-in' || !state.expired) return null
  return (
    <Dialog open closable={false} onClose={() => undefined} title={t('again.title')} description={t('again.text')} width="sm">
      <LoginForm email={state.user.email} onDone={() => undefined} />
      <Button look="quiet" wide className="mt-2" onClick={() => void leave()}>
        {t('settings.sign_out')}
      </Button>
    </Dialog>
  )
}

import { useRouter } from '@tanstack/react-router'
import { CirclePause } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSession } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { leave } from './shell/acts.ts'

/** What members of a suspended organisation see, wherever they were: what it means, whom to ask, and the ways on. */
export const Suspended = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTexts('app')
  const router = useRouter()
  const state = useSession()
  const isHostAdmin = state.status === 'signed-in' && state.isHostAdmin
  const hasOthers = state.status === 'signed-in' && state.tenants.length > 1
  const signOut = async () => {
    await leave()
    await router.navigate({ to: '/login' })
    onRetry()
  }
  useTitle(t('suspended.title'))
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={CirclePause}
        title={t('suspended.title')}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="solid" onClick={onRetry}>
              {t('suspended.retry')}
            </Button>
            {hasOthers && <Button onClick={() => location.assign('/')}>{t('suspended.others')}</Button>}
            {isHostAdmin && <Button onClick={() => void router.navigate({ to: '/host' })}>{t('settings.host')}</Button>}
            <Button onClick={() => void signOut()}>{t('settings.sign_out')}</Button>
          </div>
        }
      >
        {t('suspended.text')}
      </EmptyState>
    </main>
  )
}

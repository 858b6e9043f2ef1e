import { accountRoutes } from '@chasqui/contracts/http/account'
import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { useNavigate } from '@tanstack/react-router'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { refreshSession, signOut } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import type { Offer } from './offer.ts'
import { Refusal } from './refusal.tsx'

/** Somebody is signed in: they join if the invitation is theirs, or make room for whom it is for. */
export const JoinAsMember = ({ token, offer, email }: { token: string; offer: Offer; email: string }) => {
  const { t } = useTexts('join')
  const navigate = useNavigate()
  const { busy, problem, run } = useAct({ leaves: true })
  if (email !== offer.email)
    return (
      <>
        <p className="mb-4 text-base text-fg-2">{t('other_account', { email })}</p>
        <Button size="lg" wide onClick={() => void signOut()}>
          {t('leave')}
        </Button>
      </>
    )
  const join = () =>
    run(async () => {
      const { slug } = await call(invitationRoutes.join, { body: { key: token } }).catch(async (refusal) => {
        if (isProblem(refusal, 'invitations.confirm_first')) await call(accountRoutes.mailConfirmation)
        throw refusal
      })
      await refreshSession()
      await navigate({ to: '/a/$tenant/home', params: { tenant: slug }, replace: true })
    })
  return (
    <div className="flex flex-col gap-4">
      <Refusal problem={problem} />
      <Button look="solid" size="lg" wide busy={busy} onClick={() => void join()}>
        {t('join', { tenant: offer.tenant })}
      </Button>
    </div>
  )
}

import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { roles } from '@chasqui/contracts/permission'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSession } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { buttonLook } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { JoinAsMember } from './join-as-member.tsx'
import { NewAccount } from './new-account.tsx'
import type { Offer } from './offer.ts'

const Spent = () => {
  const { t } = useTexts('join')
  return (
    <EntryFrame title={t('spent')} text={t('spent_text')} footer={<LanguageLinks />}>
      <Link to="/login" className={buttonLook('solid', 'lg', 'w-full')}>
        {t('to_login')}
      </Link>
    </EntryFrame>
  )
}

const Invited = ({ token, offer }: { token: string; offer: Offer }) => {
  const { t } = useTexts('join')
  const state = useSession()
  const role = roles.find((one) => one === offer.role)
  useTitle(t('title', { tenant: offer.tenant }))
  return (
    <EntryFrame
      title={t('title', { tenant: offer.tenant })}
      text={t('text', { role: role ? t(`role.${role}`) : offer.role, email: offer.email })}
      footer={<LanguageLinks />}
    >
      {!offer.hasAccount ? (
        <NewAccount token={token} offer={offer} />
      ) : state.status === 'signed-in' ? (
        <JoinAsMember token={token} offer={offer} email={state.user.email} />
      ) : (
        <>
          <p className="mb-4 text-base text-fg-2">{t('sign_in_text')}</p>
          <Link to="/login" search={{ next: `/join/${token}` }} className={buttonLook('solid', 'lg', 'w-full')}>
            {t('sign_in')}
          </Link>
          <Link to="/forgot" className="mt-3 inline-block min-h-8 text-sm font-medium text-primary hover:underline touch:min-h-11">
            {t('not_mine')}
          </Link>
        </>
      )}
    </EntryFrame>
  )
}

/** `/join/KEY`: what one is invited to; a new person makes an account, somebody who has one signs in and joins. */
export const JoinPage = () => {
  const { t } = useTexts('join')
  const { token } = useParams({ from: '/join/$token' })
  // Kept once read: accepting uses the key up, and signing in empties the cache, which must not ask for it again.
  const [offer, setOffer] = useState<Offer | null>(null)
  const { data, error, refetch } = useQuery({ ...asked(invitationRoutes.byKey, { params: { key: token } }), retry: false, enabled: !offer })
  if (data && !offer) setOffer(data)
  useTitle(t('page'))
  if (offer) return <Invited token={token} offer={offer} />
  if (isProblem(error) && error.status === 404) return <Spent />
  return (
    <EntryFrame title={t('page')} footer={<LanguageLinks />}>
      {error ? (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-4">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </Loading>
      )}
    </EntryFrame>
  )
}

import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { type SignedIn, useSession } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { LinkSpent } from './link-spent.tsx'
import { useAdmission } from './use-admission.ts'
import { WelcomeForm } from './welcome-form.tsx'

const FormWaiting = () => {
  const { t } = useTexts('welcome')
  return (
    <Loading label={t('loading')} className="flex flex-col gap-4">
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </Loading>
  )
}

/** Somebody is in: the form on first use or when it is run again; straight home when a sign-in link was used on a business that is set up. */
const Inside = ({ person, byLink }: { person: SignedIn; byLink: boolean }) => {
  const { t } = useTexts('welcome')
  const navigate = useNavigate()
  const { data: business, error, refetch } = useQuery(asked(tenancyRoutes.business))
  const mayManage = person.permissions.has('tenant.manage')
  const goHome = !mayManage || (byLink && business?.welcomed === true)
  useEffect(() => {
    if (goHome) void navigate({ to: '/', replace: true })
  }, [goHome])
  useTitle(t(business?.welcomed ? 'again.title' : 'title'))
  if (goHome) return null
  return (
    <EntryFrame wide title={t(business?.welcomed ? 'again.title' : 'title')} text={t(business?.welcomed ? 'again.text' : 'text')}>
      {business ? (
        <WelcomeForm business={business} name={person.user.name} />
      ) : error ? (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <FormWaiting />
      )}
    </EntryFrame>
  )
}

/** `/welcome?k=KEY` signs in with a key that works once; then one screen of questions, each answered by a guess already. */
export const WelcomePage = () => {
  const { t } = useTexts('welcome')
  const { k } = useSearch({ from: '/welcome' })
  const admission = useAdmission(k)
  const state = useSession()
  useTitle(t('title'))
  if (admission.status === 'in' && state.status === 'signed-in') return <Inside person={state} byLink={admission.byLink} />
  if (admission.status === 'refused' && isProblem(admission.problem, 'auth.link_invalid')) return <LinkSpent />
  return (
    <EntryFrame wide title={t('title')} text={t('text')} footer={<LanguageLinks />}>
      {admission.status === 'refused' ? <ErrorState title={t('entering_failed')} error={admission.problem} onRetry={admission.retry} /> : <FormWaiting />}
    </EntryFrame>
  )
}

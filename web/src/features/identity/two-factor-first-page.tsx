import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { refreshSession, signOut, useSession } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TwoFactorSetup } from './two-factor-setup.tsx'

/** Ways out for whoever cannot or will not set it up now: another organisation, another password, another account. */
const OtherWays = () => {
  const { t } = useTexts('identity')
  const state = useSession()
  const router = useRouter()
  const others = state.status === 'signed-in' ? state.tenants.filter(({ tenantId }) => tenantId !== state.tenant?.tenantId) : []
  const link = 'inline-flex min-h-8 items-center font-medium text-primary hover:underline touch:min-h-11'
  const leave = () => void signOut().then(() => router.navigate({ to: '/login' }))
  return (
    <ul className="mt-5 flex flex-col border-t border-line pt-4 text-sm">
      {others.map(({ tenantId, slug, name }) => (
        <li key={tenantId}>
          <Link to="/a/$tenant/home" params={{ tenant: slug }} className={link}>
            {t('first.other_tenant', { tenant: name })}
          </Link>
        </li>
      ))}
      <li>
        <Link to="/forgot" className={link}>
          {t('forgotten')}
        </Link>
      </li>
      <li>
        <Button look="quiet" size="sm" className="-ml-2.5" onClick={leave}>
          {t('first.leave')}
        </Button>
      </li>
    </ul>
  )
}

/** The second step is set up, and this session was opened without it. */
const SignInAgain = ({ next }: { next: string }) => {
  const { t } = useTexts('identity')
  const router = useRouter()
  const again = () => void signOut().then(() => router.navigate({ to: '/login', search: { next } }))
  return (
    <EntryFrame title={t('first.again_title')} text={t('first.again_text')} footer={<LanguageLinks />}>
      <Button look="solid" size="lg" wide onClick={again}>
        {t('first.again')}
      </Button>
    </EntryFrame>
  )
}

/** `/two-factor`: the role, or what is to be done for the whole installation, asks for the second step; it is set up here, and then on to where the person was going. */
export const TwoFactorFirstPage = () => {
  const { t } = useTexts('identity')
  const { next = '/' } = useSearch({ from: '/two-factor' })
  const router = useRouter()
  const state = useSession()
  const [codes, setCodes] = useState<string[] | null>(null)
  const signedIn = state.status === 'signed-in' ? state : null
  const text = signedIn?.twoFactorMissing ? t('first.text', { tenant: signedIn.tenant?.name ?? '' }) : t('first.host_text')
  const goOn = () => void refreshSession().then(() => router.navigate({ href: next, replace: true }))
  useTitle(t('two.title'))
  if (signedIn?.hostStepMissing === 'sign_in' && !signedIn.twoFactorMissing && !codes) return <SignInAgain next={next} />
  return (
    <EntryFrame title={t(codes ? 'two.codes' : 'first.title')} text={codes ? null : text} footer={<LanguageLinks />}>
      {codes ? <RecoveryCodes codes={codes} onDone={goOn} /> : <TwoFactorSetup onCodes={setCodes} />}
      {!codes && <OtherWays />}
    </EntryFrame>
  )
}

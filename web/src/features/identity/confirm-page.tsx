import { accountRoutes } from '@chasqui/contracts/http/account'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { refreshSession, useSession } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonLook } from '#ui/button.tsx'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'

/** Who reads the mail and did not make the account: the way to make it theirs. */
const NotMine = () => {
  const { t } = useTexts('identity')
  return (
    <p className="mt-5 border-t border-line pt-4 text-sm text-fg-2">
      {t('confirm.not_mine')}{' '}
      <Link to="/forgot" className="inline-block min-h-8 font-medium text-primary hover:underline touch:min-h-11">
        {t('confirm.reset')}
      </Link>
    </p>
  )
}

const Confirming = ({ email, secret }: { email: string; secret: string }) => {
  const { t } = useTexts('identity')
  const router = useRouter()
  const [done, setDone] = useState(false)
  const { busy, problem, run } = useAct()
  const confirm = () =>
    run(async () => {
      await call(accountRoutes.confirmAddress, { body: { key: secret } })
      await refreshSession()
      setDone(true)
    })
  const spent = problem && (problem.code === 'auth.confirm_invalid' || problem.fieldErrors.key !== undefined)
  return (
    <div className="flex flex-col gap-4">
      {done && (
        <Banner tone="success" className="rounded-control px-3">
          {t('confirm.done')}
        </Banner>
      )}
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {spent ? t('confirm.invalid', { email }) : t('confirm.failed')}
        </Banner>
      )}
      {done ? (
        <Button look="solid" size="lg" wide onClick={() => void router.navigate({ to: '/', replace: true })}>
          {t('confirm.go_on')}
        </Button>
      ) : (
        <Button look="solid" size="lg" wide busy={busy} onClick={() => void confirm()}>
          {t('confirm.save')}
        </Button>
      )}
      {!done && <NotMine />}
    </div>
  )
}

/** `/confirm#KEY` confirms the address of whoever is signed in. A click alone confirms nothing: the mail may have been sent for somebody else's account. */
export const ConfirmPage = () => {
  const { t } = useTexts('identity')
  const { hash, href } = useLocation()
  const state = useSession()
  useTitle(t('confirm.title'))
  return state.status === 'signed-in' ? (
    <EntryFrame title={t('confirm.title')} text={t('confirm.text', { email: state.user.email })} footer={<LanguageLinks />}>
      <Confirming email={state.user.email} secret={hash} />
    </EntryFrame>
  ) : (
    <EntryFrame title={t('confirm.title')} text={t('confirm.sign_in_text')} footer={<LanguageLinks />}>
      <Link to="/login" search={{ next: href }} className={buttonLook('solid', 'lg', 'w-full')}>
        {t('confirm.sign_in')}
      </Link>
      <NotMine />
    </EntryFrame>
  )
}

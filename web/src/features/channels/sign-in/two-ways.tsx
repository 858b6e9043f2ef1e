import type { SignInKind } from '@chasqui/contracts'
import { useSearch } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { BeginButton } from './begin-button.tsx'

const troubles = ['denied', 'permission_missing', 'expired', 'refused', 'unavailable'] as const

/** Why the last attempt led nowhere, as the address says it. */
const Trouble = () => {
  const { t } = useTexts('channels')
  const { trouble } = useSearch({ from: '/a/$tenant/channels/new' })
  const known = troubles.find((one) => one === trouble)
  if (!known) return null
  return (
    <Banner tone="warning" className="rounded-control px-3">
      {t(`sign_in.trouble.${known}`)}
    </Banner>
  )
}

/** Signing in first, and behind a button the form; without an app of the host's the form alone, and who could change that. */
export const TwoWays = ({ kind, offered, form }: { kind: SignInKind; offered: boolean; form: ReactNode }) => {
  const { t } = useTexts('channels')
  const [byToken, setByToken] = useState(false)
  if (!offered)
    return (
      <>
        <Banner tone="info" className="rounded-control px-3">
          {t('sign_in.not_set_up')}
        </Banner>
        {form}
      </>
    )
  return (
    <>
      <Trouble />
      <Section title={t('sign_in.title')} hint={t(`sign_in.hint.${kind}`)}>
        <BeginButton kind={kind} label={t('sign_in.continue')} />
      </Section>
      <Button look="quiet" icon={ChevronDown} aria-expanded={byToken} className="self-start" onClick={() => setByToken(!byToken)}>
        {t('sign_in.by_token')}
      </Button>
      {byToken && form}
    </>
  )
}

import type { Channel } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Section } from '#ui/form-section.tsx'
import { BeginButton } from './begin-button.tsx'
import { signInKind } from './use-beginning.ts'

/** Of a channel that was connected by signing in: how that is done anew. There is nothing to enter. */
export const Granted = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const kind = signInKind(channel.kind)
  if (!kind) return null
  return (
    <Section title={t('sign_in.granted')} hint={t('sign_in.granted_hint')}>
      {mayManage && <BeginButton kind={kind} label={t('sign_in.renew')} look="outline" />}
    </Section>
  )
}

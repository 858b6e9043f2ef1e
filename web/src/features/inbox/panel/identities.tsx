import type { Contact, Identity } from '@chasqui/contracts'
import { Unplug } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useChannel } from '../cache/use-channel.ts'
import { isUnreachable, type UnreachableIdentity } from '../cache/use-unreachable.ts'
import { PanelSection } from './panel-section.tsx'
import { TryAgain } from '../actions/try-again.tsx'

/** Under what addresses the person is known, and which of them messages do not reach. */
export const Identities = ({ contact }: { contact: Contact }) => {
  const { t } = useTexts('inbox')
  if (contact.identities.length === 0) return null
  return (
    <PanelSection title={t('panel.identities')}>
      <ul className="space-y-1 text-sm">
        {contact.identities.map((identity) => (
          <li key={identity.id}>
            <Address identity={identity} />
            {isUnreachable(identity) && <NotReached contact={contact} identity={identity} />}
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

const Address = ({ identity: { kind, value } }: { identity: Identity }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (
    <div className="flex gap-2">
      <span className="w-21 shrink-0 text-fg-3">{t(`identity.${kind}`)}</span>
      <span className="min-w-0 flex-1 tabular wrap-anywhere">{kind === 'phone' ? format.phone(`+${value.replace(/^\+/, '')}`) : value}</span>
    </div>
  )
}

const NotReached = ({ contact, identity }: { contact: Contact; identity: UnreachableIdentity }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const channel = useChannel(identity.channelId)?.name ?? t('unreachable.channel')
  const { cause, since } = identity.unreachable
  const name = format.name(contact.name ?? contact.profileName ?? contact.phone ?? '')
  return (
    <div className="mt-1 mb-2 rounded-control bg-warning-subtle px-2.5 py-2 text-on-warning-subtle">
      <p className="flex gap-2">
        <Unplug size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        <span className="min-w-0 wrap-anywhere">{t(`unreachable.${cause}`, { name, channel, at: format.moment(since) })}</span>
      </p>
      <div className="mt-1.5">
        <TryAgain contactId={contact.id} identityId={identity.id} />
      </div>
    </div>
  )
}

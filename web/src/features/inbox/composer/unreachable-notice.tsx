import type { Conversation } from '@chasqui/contracts'
import { Unplug } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useContactName } from '../list/row.tsx'
import { TryAgain } from '../actions/try-again.tsx'
import type { UnreachableIdentity } from '../cache/use-unreachable.ts'

/** What is written will probably not arrive, and why. Writing stays possible: people may know better than the network. */
export const UnreachableNotice = ({ conversation, identity }: { conversation: Conversation; identity: UnreachableIdentity }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const name = useContactName(conversation)
  const { cause, since } = identity.unreachable
  return (
    <div
      role="status"
      className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-control bg-warning-subtle px-3 py-2 text-sm text-on-warning-subtle"
    >
      <span className="flex min-w-0 flex-[1_1_14rem] gap-2">
        <Unplug size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        <span className="min-w-0 wrap-anywhere">
          {t(`unreachable.${cause}`, { name, channel: conversation.channel.name, at: format.moment(since) })} {t('unreachable.what_now')}
        </span>
      </span>
      <TryAgain contactId={conversation.contact.id} identityId={identity.id} />
    </div>
  )
}

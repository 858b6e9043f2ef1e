import type { Conversation } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { ActDialogs } from '../actions/act-dialogs.tsx'
import { useConversationKeys } from '../actions/use-conversation-keys.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { nextRow } from '../cache/conversation-cache.ts'
import { Composer } from '../composer/composer.tsx'
import { DropCurtain, useFileDrop } from '../composer/file-drop.tsx'
import { ScheduledHere } from '../later/scheduled-here.tsx'
import { useContactName } from '../list/row.tsx'
import { Announcer } from './announcer.tsx'
import { ChannelBanner } from './channel-banner.tsx'
import { FloorBanner } from './floor-banner.tsx'
import { ThreadBody } from './thread-body.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { ThreadSkeleton } from './thread-skeleton.tsx'
import { useMarkRead } from './use-mark-read.ts'
import { useSawMentions } from './use-saw-mentions.ts'
import { usePresenceTelling } from './use-presence-telling.ts'
import { useSoughtMessage } from './use-sought-message.ts'
import { useThreadMessages } from './use-thread-messages.ts'
import { WhyNotListed } from './why-not-listed.tsx'

export type ThreadColumnProps = { conversation: Conversation; address: InboxAddress; panelShown: boolean; onBack: () => void; onPanel: () => void }

/** One open conversation: header, messages, composer. */
export const ThreadColumn = ({ conversation, address, panelShown, onBack, onPanel }: ThreadColumnProps) => {
  const { t } = useTexts('inbox')
  const name = useContactName(conversation)
  const { thread, messages, items } = useThreadMessages(conversation.id, conversation)
  useTitle(name, t('title'))
  useMarkRead(thread.data ? conversation : undefined)
  useSawMentions(thread.data ? conversation.id : undefined)
  usePresenceTelling(conversation.id)
  useSoughtMessage(conversation.id, address.search.message, thread.data !== undefined)
  useConversationKeys(conversation, { onPanel })
  const drop = useFileDrop(conversation)
  const goNext = () => address.open(nextRow(address.filter, conversation.id), { replace: true })
  return (
    <section aria-label={t('thread.label', { name })} className="relative flex h-full min-h-0 min-w-0 flex-col bg-thread" {...drop.handlers}>
      {drop.over && <DropCurtain name={name} />}
      <ThreadHeader conversation={conversation} name={name} panelShown={panelShown} onBack={onBack} onPanel={onPanel} />
      <WhyNotListed conversation={conversation} address={address} />
      <ChannelBanner conversation={conversation} />
      <FloorBanner conversation={conversation} />
      {thread.isPending && <ThreadSkeleton />}
      {thread.isError && !thread.data && (
        <ErrorState title={t('thread.failed')} error={thread.error} onRetry={() => void thread.refetch()} className="flex-1" />
      )}
      {thread.data && (
        <ThreadBody
          conversation={conversation}
          name={name}
          items={items}
          messages={messages}
          hasOlder={thread.data.hasOlder}
          older={thread.older}
          onOlder={() => void thread.loadOlder()}
        />
      )}
      <ScheduledHere conversation={conversation} />
      <Composer conversation={conversation} name={name} messages={messages} />
      <Announcer name={name} messages={messages} />
      <ActDialogs conversation={conversation} onNext={goNext} />
    </section>
  )
}

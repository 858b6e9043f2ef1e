import { useRef } from 'react'
import { MessagesSquare } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useInboxAddress } from './address/use-inbox-address.ts'
import { useInboxEvents } from './cache/use-inbox-events.ts'
import { useKeptOpenings } from './due/use-openings.ts'
import { ListColumn } from './list/list-column.tsx'
import { OpenConversation } from './open-conversation.tsx'
import { useOutboxSender } from './outbox/use-outbox-sender.ts'
import { useColumns } from './use-columns.ts'
import type { TasksBeside } from './panel/panel.tsx'

/** The inbox: list, conversation, panel, side by side where there is room and one after the other where there is not. */
export const InboxPage = ({ tasks }: { tasks: TasksBeside }) => {
  const address = useInboxAddress()
  const { both } = useColumns()
  const cameFromList = useRef(false)
  const { conversationId } = address
  useInboxEvents(conversationId)
  useOutboxSender()
  useKeptOpenings()
  const open = (id: string, message?: string) => {
    cameFromList.current = true
    address.open(id, { message })
  }
  const back = () => {
    if (cameFromList.current && !both) history.back()
    else address.open(null, { replace: true })
    cameFromList.current = false
  }
  return (
    <main className="h-full laptop:grid laptop:grid-cols-[var(--list-w)_minmax(0,1fr)] laptop:grid-rows-[100%]">
      {(both || conversationId === null) && <ListColumn address={address} onOpen={open} />}
      {conversationId !== null && <OpenConversation key={conversationId} id={conversationId} address={address} tasks={tasks} onBack={back} />}
      {both && conversationId === null && <NothingOpen />}
      {conversationId === null && <PageTitle />}
    </main>
  )
}

const NothingOpen = () => {
  const { t } = useTexts('inbox')
  return (
    <EmptyState icon={MessagesSquare} title={t('thread.none')} className="bg-thread">
      {t('thread.none_hint')}
    </EmptyState>
  )
}

const PageTitle = () => {
  const { t } = useTexts('inbox')
  useTitle(t('title'))
  return null
}

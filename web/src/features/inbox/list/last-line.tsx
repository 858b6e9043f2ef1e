import type { Conversation } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { draftOf, useDraftMark } from '#lib/drafts.ts'
import { Ticks } from '../bubbles/ticks.tsx'
import { useInShort } from '../bubbles/type-name.ts'
import { useOutbox } from '../outbox/outbox.ts'

type LastLineProps = { conversation: Conversation }

/** Who spoke last and what, or the text that waits unsent here. */
export const LastLine = ({ conversation }: LastLineProps) => {
  const { t } = useTexts('inbox')
  const draft = useShownDraft(conversation.id)
  const waiting = useWaiting(conversation.id)
  if (draft) return <Line who={<b className="font-semibold text-danger">{t('list.draft')}</b>} words={draft} />
  if (waiting > 0) return <Line who={<b className="font-semibold text-warning">{t('list.waiting', { count: waiting })}</b>} words="" />
  return <LastMessage conversation={conversation} />
}

const useShownDraft = (conversationId: string) => {
  useDraftMark()
  const { id } = useUser()
  return draftOf(id, `conversation:${conversationId}`)
}

const useWaiting = (conversationId: string) => {
  const { tenantId } = useTenant()
  return useOutbox().filter((entry) => entry.conversationId === conversationId && entry.tenantId === tenantId && entry.state === 'waiting').length
}

const Line = ({ who, words }: { who: React.ReactNode; words: React.ReactNode }) => (
  <span className="min-w-0 flex-1 truncate">
    {who} {words}
  </span>
)

const LastMessage = ({ conversation: { lastMessage, assignee } }: LastLineProps) => {
  const { id: me } = useUser()
  const { t } = useTexts('inbox')
  const inShort = useInShort()
  if (!lastMessage) return <Line who={null} words={t('list.no_messages')} />
  const { direction, senderKind, status, preview, type } = lastMessage
  const words = inShort(type, preview)
  if (direction === 'in' || type === 'system') return <Line who={null} words={words} />
  if (direction === 'note') return <Line who={<b className="font-semibold text-on-note">{t('list.note')}</b>} words={words} />
  if (senderKind === 'agent')
    return (
      <>
        <Ticks status={status} className="mr-0.5" />
        {/* Which of us wrote is not told: in a colleague's conversation it was hardly me. */}
        <Line who={assignee?.id === me ? <span className="text-fg-3">{t('list.you')}</span> : null} words={words} />
      </>
    )
  return <Line who={<b className="font-semibold text-ai">{t('list.bot')}</b>} words={words} />
}

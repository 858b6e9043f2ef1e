import type { Conversation, Message } from '@chasqui/contracts'
import { UserRound, UsersRound } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { previewOf } from '../list/preview.ts'
import { useInShort } from '../bubbles/type-name.ts'

/** Somebody answered while I was writing: their words, above mine, before mine go out. */
export const CollisionNotice = ({ messages }: { messages: readonly Message[] }) => {
  const { t } = useTexts('inbox')
  const inShort = useInShort()
  const names = [...new Set(messages.map(({ sender }) => sender.name ?? t('bubble.bot')))]
  return (
    <div role="alert" className="mt-2 rounded-control border border-warning bg-warning-subtle px-3 py-2 text-sm text-on-warning-subtle">
      <p className="flex items-center gap-1.5 font-semibold">
        <UsersRound size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
        {t('collision.title', { name: names.join(', ') })}
      </p>
      {messages.slice(-3).map((message) => (
        <p key={message.id} className="mt-0.5 line-clamp-2 wrap-anywhere">
          {t('collision.said', { words: inShort(message.type, previewOf(message.content)) })}
        </p>
      ))}
    </div>
  )
}

/** A colleague works on it: answering stays possible, knowingly. */
export const HolderNote = ({ conversation: { assignee } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { id } = useUser()
  if (!assignee || assignee.id === id) return null
  return (
    <p className="mt-1.5 flex items-center gap-1.5 px-1 text-xs font-medium text-warning">
      <UserRound size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 wrap-anywhere">{t('collision.has_chat', { name: assignee.name })}</span>
    </p>
  )
}

import { Eye } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { usePresence } from '../cache/presence.ts'

/** Who looks and who writes, under the last message. The line keeps its place, so that nothing jumps. */
export const ActivityLine = ({ conversationId, name }: { conversationId: string; name: string }) => {
  const { t } = useTexts('inbox')
  const { viewers, typing, contactTyping } = usePresence(conversationId, useUser().id)
  const writers = typing.map((person) => t('thread.writing', { name: person.name }))
  const lookers = viewers.filter(({ userId }) => !typing.some((person) => person.userId === userId)).map((person) => t('thread.looking', { name: person.name }))
  return (
    <p className="mt-1.5 flex min-h-[18px] items-center gap-1.5 text-xs text-fg-2">
      {lookers.length > 0 && (
        <>
          <Eye size={14} strokeWidth={1.75} aria-hidden />
          {lookers.join(' · ')}
        </>
      )}
      {writers.length > 0 && <i>{writers.join(' · ')}</i>}
      {contactTyping && <i>{t('thread.writing', { name })}</i>}
    </p>
  )
}

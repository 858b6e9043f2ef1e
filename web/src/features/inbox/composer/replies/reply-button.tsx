import type { Conversation, Reply } from '@chasqui/contracts'
import { MessageSquareText } from 'lucide-react'
import { Suspense, useLayoutEffect } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { createStore, useStore } from '#lib/store.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Popover } from '#ui/popover.tsx'

const ReplySearch = lazyPart(() => import('./reply-search.tsx').then((module) => module.ReplySearch))

/** In which conversation the quick replies are open. */
const openIn = createStore<string | null>(null)
/** Where the button is on screen. */
const shown = new Set<string>()
export const openQuickReplies = (conversationId: string) => shown.has(conversationId) && openIn.set(conversationId)

/** Quick replies behind a button, and the key `q`. */
export const ReplyButton = ({ conversation, onChoose }: { conversation: Conversation; onChoose: (reply: Reply) => void }) => {
  const { t } = useTexts('inbox')
  const open = useStore(openIn) === conversation.id
  const close = () => openIn.set(null)
  useLayoutEffect(() => {
    shown.add(conversation.id)
    return () => {
      shown.delete(conversation.id)
      if (openIn.get() === conversation.id) openIn.set(null)
    }
  }, [conversation.id])
  return (
    <Popover
      label={t('quick.title')}
      align="start"
      side="top"
      open={open}
      onOpenChange={(next) => openIn.set(next ? conversation.id : null)}
      trigger={<IconButton icon={MessageSquareText} label={t('quick.title')} keys="q" side="top" />}
    >
      <Suspense fallback={<div className="h-32" />}>
        <ReplySearch
          conversation={conversation}
          onLeave={close}
          onChoose={(reply) => {
            close()
            onChoose(reply)
          }}
        />
      </Suspense>
    </Popover>
  )
}

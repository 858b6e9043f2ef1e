import { Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const NewConversationForm = lazyPart(() => import('./new-conversation-form.tsx').then((module) => module.NewConversationForm))

/** Starts talking to a number: opens the conversation, or the one that is open already. */
export const NewConversation = ({ onOpened }: { onOpened: (id: string) => void }) => {
  const { t } = useTexts('inbox')
  const [open, setOpen] = useState(false)
  if (!useCan('conversations.reply')) return null
  const done = (id: string) => {
    setOpen(false)
    onOpened(id)
  }
  return (
    <>
      <IconButton icon={Plus} label={t('new.title')} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t('new.title')} width="sm">
        <Suspense fallback={<div className="h-64" />}>
          <NewConversationForm onOpened={done} />
        </Suspense>
      </Dialog>
    </>
  )
}

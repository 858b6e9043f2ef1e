import { Pencil, Reply, X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useMessageWords } from '../bubbles/use-message-words.ts'
import { useTalk } from '../phone/talk.ts'

/** Above the input: which message is being answered or reworded, and the way out. */
export const DraftStrip = () => {
  const { t } = useTexts('simulator')
  const { draft, setDraft } = useTalk()
  const wordsOf = useMessageWords()
  if (draft.kind === 'new') return null
  const Icon = draft.kind === 'edit' ? Pencil : Reply
  return (
    <div className="mb-1 flex items-center gap-2 rounded-card bg-surface py-1 pr-1 pl-3 text-sm">
      <Icon size={16} strokeWidth={1.75} className="shrink-0 text-primary" aria-hidden />
      <p className="min-w-0 flex-1">
        <span className="block text-xs font-semibold text-primary">{t(draft.kind === 'edit' ? 'input.editing' : 'input.replying')}</span>
        <span className="block truncate text-fg-2">{wordsOf(draft.message)}</span>
      </p>
      <IconButton icon={X} size="sm" label={t('cancel')} onClick={() => setDraft({ kind: 'new' })} />
    </div>
  )
}

import { Undo2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useOfferedUndo } from '../actions/offer-undo.ts'

/**
 * Under a row that is no longer of the list: says so, and takes back the act that made it leave. For the pointer alone, because nothing within an
 * option can have the focus; by keys Ctrl/⌘ Z does the same.
 */
export const LeftLine = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTexts(['inbox', 'ui'])
  const undo = useOfferedUndo(conversationId)
  return (
    <div className="mt-1 flex h-5 items-center gap-2 text-xs text-fg-2 not-italic">
      <span className="min-w-0 flex-1 truncate">{t('list.left')}</span>
      {undo && (
        <span
          aria-hidden
          data-undo
          onClick={(event) => {
            event.stopPropagation()
            undo()
          }}
          className="-my-1 flex shrink-0 cursor-pointer items-center gap-1 rounded-control px-2 py-1 font-semibold text-primary hover:underline touch:py-2"
        >
          <Undo2 size={13} strokeWidth={2} />
          {t('ui:undo')}
        </span>
      )}
    </div>
  )
}

import type { Conversation } from '@chasqui/contracts'
import { CircleCheck, RotateCcw } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { reopen } from '../actions/close-acts.ts'
import { useReasonWords } from '../actions/close-reasons.ts'

/** A closed conversation is for reading; opening it again is one press. */
export const ClosedNotice = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const reasonWords = useReasonWords()
  const mayReopen = useCan('conversations.close')
  const { closedAt, closeReason } = conversation
  return (
    <footer className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-surface px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] text-sm text-fg-2">
      <CircleCheck size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">
        {[closedAt ? t('closed.since', { at: format.moment(closedAt) }) : t('closed.plain'), reasonWords(closeReason)].filter(Boolean).join(' · ')}
      </span>
      {mayReopen && (
        <Button look="solid" icon={RotateCcw} keys="o" onClick={() => void reopen(conversation)}>
          {t('closed.reopen')}
        </Button>
      )}
    </footer>
  )
}

import type { Conversation } from '@chasqui/contracts'
import { Link, useParams } from '@tanstack/react-router'
import { Ban, CircleCheck, Merge, RotateCcw } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { unblock } from '../actions/block-acts.ts'
import { reopen } from '../actions/close-acts.ts'
import { useReasonWords } from '../actions/close-reasons.ts'

/** A closed conversation is for reading; opening it again is one press. What became part of another leads there; whoever is blocked is unblocked first. */
export const ClosedNotice = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const reasonWords = useReasonWords()
  const { closedAt, closeReason, mergedIntoId, contact } = conversation
  const Icon = mergedIntoId ? Merge : contact.blocked ? Ban : CircleCheck
  const since = closedAt ? t('closed.since', { at: format.moment(closedAt) }) : t('closed.plain')
  return (
    <footer className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-surface px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] text-sm text-fg-2">
      <Icon size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">
        {mergedIntoId ? t('merge.is_part') : [since, contact.blocked ? t('block.is_blocked') : reasonWords(closeReason)].filter(Boolean).join(' · ')}
      </span>
      <Way conversation={conversation} />
    </footer>
  )
}

const Way = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { tenant = '' } = useParams({ strict: false })
  const mayReopen = useCan('conversations.close')
  const { mergedIntoId, contact } = conversation
  if (mergedIntoId)
    return (
      <Link to="/a/$tenant/inbox/$view/$conversationId" params={{ tenant, view: 'all', conversationId: mergedIntoId }} className={buttonLook('solid')}>
        {t('merge.open')}
      </Link>
    )
  if (!mayReopen) return null
  return contact.blocked ? (
    <Button icon={Ban} onClick={() => void unblock(conversation)}>
      {t('block.undo')}
    </Button>
  ) : (
    <Button look="solid" icon={RotateCcw} keys="o" onClick={() => void reopen(conversation)}>
      {t('closed.reopen')}
    </Button>
  )
}

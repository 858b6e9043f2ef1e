import { MessageSquareText } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCommentCount } from './use-comments.ts'

/** How many comments on a step wait for an answer. */
export const CommentMark = ({ id }: { id: string }) => {
  const { t } = useTexts('flows')
  const count = useCommentCount(id)
  if (count === 0) return null
  return (
    <span
      role="img"
      aria-label={t('comments.count', { count })}
      className="inline-flex shrink-0 items-center gap-0.5 rounded-full bg-info-subtle px-1.5 text-xs font-semibold text-on-info-subtle"
    >
      <MessageSquareText size={12} strokeWidth={2} aria-hidden />
      {count}
    </span>
  )
}

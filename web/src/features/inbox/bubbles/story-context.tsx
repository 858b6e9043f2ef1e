import { CircleDashed } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { safeHref } from '#ui/parse-rich-text.ts'

const day = 24 * 3600_000
const minute = 60_000

/** The story that a message answers, or that mentions the account. It can be seen for a day. */
export const StoryContext = ({ story, toldAt }: { story: Record<string, unknown>; toldAt: string }) => {
  const { t } = useTexts('inbox')
  const now = useNow(minute)
  const isShown = now !== null && now - Date.parse(toldAt) < day
  const href = isShown && typeof story.url === 'string' ? safeHref(story.url) : null
  return (
    <p className="flex items-center gap-1 text-xs text-fg-2">
      <CircleDashed size={14} aria-hidden />
      {t(story.mention === true ? 'bubble.story_mention' : 'bubble.story_answered')}
      {href && (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-primary underline underline-offset-2">
          {t('bubble.see_story')}
        </a>
      )}
    </p>
  )
}

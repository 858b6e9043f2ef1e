import type { Conversation, Reply } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Suggestions, type SuggestionsProps } from '../suggest/suggestions.tsx'
import { ReplyFace } from './reply-face.tsx'
import { useReplyValues } from './reply-values.ts'
import { useQuickReplies } from './use-quick-replies.ts'

type ReplyChoicesProps = Pick<SuggestionsProps, 'field' | 'onLeave' | 'className'> & {
  conversation: Conversation
  words: string
  onChoose: (reply: Reply) => void
}

/** The quick replies that can be used here and match what is written. */
export const ReplyChoices = ({ conversation, words, onChoose, ...list }: ReplyChoicesProps) => {
  const { t } = useTexts('inbox')
  const values = useReplyValues(conversation)
  const replies = useQuickReplies(conversation.id, words)
  if (!replies)
    return (
      <Loading label={t('quick.loading')} className={list.className ?? ''}>
        <Skeleton className="h-10" />
      </Loading>
    )
  return (
    <Suggestions
      key={words}
      {...list}
      label={t('quick.title')}
      nothing={t(words.trim() === '' ? 'quick.empty' : 'quick.none')}
      options={replies.map(({ id }) => id)}
      renderFace={(key, active) => {
        const reply = replies.find(({ id }) => id === key)
        return reply && <ReplyFace reply={reply} values={values} active={active} />
      }}
      onChoose={(key) => {
        const chosen = replies.find(({ id }) => id === key)
        if (chosen) onChoose(chosen)
      }}
    />
  )
}

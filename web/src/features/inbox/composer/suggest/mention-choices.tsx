import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useResting } from '#lib/use-resting.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Suggestions, type SuggestionsProps } from './suggestions.tsx'

export type Called = { id: string; name: string }
type MentionChoicesProps = Pick<SuggestionsProps, 'field' | 'onLeave'> & { conversationId: string; words: string; onChoose: (person: Called) => void }

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Members who see the conversation, by the beginning of what is written after `@`. */
export const MentionChoices = ({ conversationId, words, onChoose, ...list }: MentionChoicesProps) => {
  const { t } = useTexts('inbox')
  const search = useResting(words.trim(), 150)
  const { data, isError } = useQuery({
    ...asked(conversationRoutes.mentionable, { params: { id: conversationId }, query: search ? { search } : {} }),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
  if (!data && !isError)
    return (
      <Loading label={t('mention.loading')}>
        <Skeleton className="h-10" />
      </Loading>
    )
  const people = (data?.items ?? []).filter(({ name }) => plain(name).includes(plain(words.trim())))
  return (
    <Suggestions
      key={words}
      {...list}
      label={t('mention.title')}
      nothing={t('mention.none')}
      options={people.map(({ id }) => id)}
      renderFace={(key) => <span className="font-medium">{people.find(({ id }) => id === key)?.name}</span>}
      onChoose={(key) => {
        const person = people.find(({ id }) => id === key)
        if (person) onChoose(person)
      }}
    />
  )
}

import type { Conversation, ConversationMetrics } from '@chasqui/contracts'
import { analyticsRoutes } from '@chasqui/contracts/http/analytics'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { DueChip } from '../due/due-chip.tsx'
import { Fact, PanelSection } from './panel-section.tsx'

/** How long this conversation took, who wrote how much in it, and what it is owed next. */
export const ConversationNumbers = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { id, due, lastSeq, state } = conversation
  const { data, error, isPending, refetch } = useQuery(asked(analyticsRoutes.ofConversation, { params: { id } }))
  // What was said changes the numbers a moment later: they are counted from the log.
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), 1500)
    return () => clearTimeout(timer)
  }, [lastSeq, state, refetch])
  return (
    <PanelSection title={t('numbers.title')}>
      {due && (
        <p className="mb-2">
          <DueChip conversation={conversation} precise />
          <span className="ml-2 text-sm text-fg-2" aria-hidden>
            {t(`due.metric.${due.metric}`)}
          </span>
        </p>
      )}
      {isPending && (
        <Loading label={t('numbers.loading')} className="space-y-2">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </Loading>
      )}
      {error && !data && (
        <p className="flex items-center gap-2 text-sm text-fg-2">
          {t('numbers.failed')}
          <Button look="quiet" onClick={() => void refetch()}>
            {t('numbers.retry')}
          </Button>
        </p>
      )}
      {data && <Numbers metrics={data} />}
    </PanelSection>
  )
}

const Numbers = ({ metrics }: { metrics: ConversationMetrics }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { firstResponse, firstHumanResponse, handlingSeconds, waitingSeconds, waits, resolutionSeconds, messages, satisfaction } = metrics
  const time = (seconds: number | null) => (seconds === null ? t('numbers.not_yet') : format.duration(seconds))
  const human = firstHumanResponse.businessSeconds
  return (
    <dl className="grid grid-cols-[116px_minmax(0,1fr)] gap-x-2 gap-y-[7px] text-sm">
      <Fact name={t('numbers.first_response')}>
        {time(firstResponse.seconds)}
        {firstResponse.by && <span className="text-fg-3"> · {t(`numbers.by_${firstResponse.by}`)}</span>}
      </Fact>
      <Fact name={t('numbers.first_human_response')}>
        {time(firstHumanResponse.seconds)}
        {human !== null && <span className="text-fg-3"> · {t('numbers.business', { length: format.duration(human) })}</span>}
      </Fact>
      {(waitingSeconds >= 1 || waits) && (
        <Fact name={t('numbers.waiting')}>
          {format.duration(waitingSeconds)}
          {waits && <span className="text-fg-3"> · {t('numbers.waits')}</span>}
        </Fact>
      )}
      {handlingSeconds >= 1 && <Fact name={t('numbers.handling')}>{format.duration(handlingSeconds)}</Fact>}
      {resolutionSeconds !== null && <Fact name={t('numbers.resolution')}>{format.duration(resolutionSeconds)}</Fact>}
      <Fact name={t('numbers.messages')}>
        {t('numbers.messages_of', {
          contact: format.number(messages.contact),
          people: format.number(messages.people),
          count: messages.bot,
          bot: format.number(messages.bot),
        })}
      </Fact>
      {satisfaction !== null && <Fact name={t('numbers.satisfaction')}>{t('numbers.of_five', { score: format.number(satisfaction) })}</Fact>}
    </dl>
  )
}

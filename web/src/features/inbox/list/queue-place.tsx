import type { Conversation } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { ListOrdered } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'

/** Which one in the line of its queue; nothing where it waits in none. Kept right by the button that takes the next one. */
export const QueuePlace = ({ conversation: { id, queue, assignee, state } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const waits = queue !== null && assignee === null && state !== 'closed'
  const { data } = useQuery({
    ...asked(queueRoutes.waiting),
    enabled: waits,
    select: ({ items }) => items.find(({ conversationId }) => conversationId === id)?.position ?? null,
    staleTime: 30_000,
  })
  if (!waits || !data) return null
  return (
    <Chip icon={ListOrdered} title={t('list.place', { position: data, queue: queue.name })}>
      <span aria-hidden>{t('list.place_short', { position: data })}</span>
      <span className="sr-only">{t('list.place', { position: data, queue: queue.name })}</span>
    </Chip>
  )
}

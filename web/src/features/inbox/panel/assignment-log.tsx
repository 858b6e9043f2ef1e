import type { Assignment, Conversation } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { RoutingWhy } from '#ui/routing-why.tsx'
import { useMembers } from '../cache/use-members.ts'
import { PanelSection } from './panel-section.tsx'

/** Who had the conversation and how it came to them; *why* opens the rules and the people that were looked at. */
export const AssignmentLog = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { id } = conversation
  const { data } = useQuery(asked(queueRoutes.assignments, { params: { id }, query: { limit: 50 } }))
  const [shown, setShown] = useState(false)
  const follow = (told: { conversation: Conversation }) =>
    void (told.conversation.id === id && queryClient.invalidateQueries({ queryKey: [queueRoutes.assignments.id, { params: { id } }] }))
  useRealtime('chat.updated', follow)
  useRealtime('chat.transferred', follow)
  const log = data?.items ?? []
  const newest = log[0]
  const agent = log.find((one) => one.agent !== null)?.agent
  if (!newest) return null
  return (
    <PanelSection title={t('log.title')}>
      <Entry assignment={newest} />
      <Button size="sm" className="mt-2" onClick={() => setShown(true)}>
        {agent ? t('log.why', { name: agent.name }) : t('log.all')}
      </Button>
      {shown && <LogDialog title={agent ? t('log.why', { name: agent.name }) : t('log.title')} id={id} onClose={() => setShown(false)} />}
    </PanelSection>
  )
}

const LogDialog = ({ title, id, onClose }: { title: string; id: string; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const members = useMembers()
  const { data, error, refetch } = useQuery(asked(queueRoutes.assignments, { params: { id }, query: { limit: 50 } }))
  const nameOf = (userId: string) => members.find((member) => member.id === userId)?.name ?? t('system.someone')
  return (
    <Dialog open onClose={onClose} title={title} width="lg">
      {error && !data && <ErrorState title={t('log.failed')} error={error} onRetry={() => void refetch()} />}
      <ol className="flex flex-col gap-4">
        {data?.items.map((assignment) => (
          <li key={assignment.id} className="flex flex-col gap-2">
            <Entry assignment={assignment} />
            {assignment.why && <RoutingWhy why={assignment.why} chosenId={assignment.agent?.id ?? null} nameOf={nameOf} />}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

const Entry = ({ assignment }: { assignment: Assignment }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { kind, agent, fromAgent, by, queue, at, acceptedAt, endedAt, endReason } = assignment
  const words = {
    agent: agent?.name ?? queue?.name ?? t('list.nobody'),
    from: fromAgent?.name ?? queue?.name ?? t('list.nobody'),
    by: by?.name ?? t('system.someone'),
    queue: queue?.name ?? t('log.no_queue'),
  }
  return (
    <p className="text-sm">
      <span className="block">{kind === 'transfer' && !fromAgent ? t('log.moved', words) : t(`log.kind.${kind}`, words)}</span>
      <span className="block text-xs text-fg-3">
        {[
          format.moment(at),
          acceptedAt && t('log.accepted', { time: format.clock(acceptedAt) }),
          endedAt && (endReason ? t(`log.end.${endReason}`, { time: format.clock(endedAt) }) : t('log.until', { time: format.clock(endedAt) })),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}

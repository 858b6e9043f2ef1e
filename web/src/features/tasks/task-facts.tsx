import type { Task } from '@chasqui/contracts'
import { Link, useParams } from '@tanstack/react-router'
import { AlarmClock, ChevronsUp, CircleDot, Clock, UserRound, Workflow } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { useDueText } from './use-due-text.ts'

/** What is known of a task beside its title: by when, how pressing, under way, whose, and of which flow. */
export const TaskFacts = ({ task }: { task: Task }) => {
  const { t } = useTexts('tasks')
  const me = useUser().id
  const due = useDueText()(task)
  const { priority, state, assignee, creator, endedAt } = task
  const mine = assignee?.id === me ? t('assignee.me') : (assignee?.name ?? '')
  return (
    <>
      {due && (
        <Chip icon={due.late ? AlarmClock : Clock} tone={due.late ? 'danger' : 'neutral'}>
          {due.late ? t('due.late', { when: due.words }) : due.words}
        </Chip>
      )}
      {priority === 'high' && endedAt === null && (
        <Chip icon={ChevronsUp} tone="warning">
          {t('priority.high')}
        </Chip>
      )}
      {state === 'in_progress' && (
        <Chip icon={CircleDot} tone="primary">
          {t('state.in_progress')}
        </Chip>
      )}
      <Chip icon={UserRound}>{assignee ? mine : t('assignee.nobody')}</Chip>
      {creator.kind === 'flow' && (
        <Chip icon={Workflow} tone="ai">
          {t('by_flow')}
        </Chip>
      )}
    </>
  )
}

/** Whom it is for; leads to where they talk, where that is known. */
export const TaskContact = ({ task: { contact, conversationId } }: { task: Task }) => {
  const { t } = useTexts('tasks')
  const format = useFormat()
  const { tenant = '' } = useParams({ strict: false })
  const name = contact.name === null ? t('contact.unseen') : format.name(contact.name)
  if (conversationId === null) return <span className="min-w-0 truncate text-sm text-fg-2">{name}</span>
  return (
    <Link
      to="/a/$tenant/inbox/$view/$conversationId"
      params={{ tenant, view: 'all', conversationId }}
      search={{ tab: 'any' }}
      className="min-w-0 truncate text-sm text-primary hover:underline touch:py-2.5"
    >
      {name}
    </Link>
  )
}

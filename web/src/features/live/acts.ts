import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { presenceRoutes } from '@chasqui/contracts/http/presence'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import type { PauseReason } from '@chasqui/contracts'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { say, sayProblem, sayUndoable } from '#ui/toast.tsx'
import { readLiveAgain } from './use-live.ts'

type Person = { id: string; name: string }
export type Talk = { id: string; contact: string; assignee: Person | null; priority: 'low' | 'normal' | 'high' | 'urgent' | null }

const why = (problem: unknown): string => {
  if (isProblem(problem, 'offline')) return text('live:problem.offline')
  if (isProblem(problem, 'queue.empty')) return text('live:problem.empty')
  if (isProblem(problem, 'agent.full')) return text('live:problem.full')
  if (isProblem(problem, 'presence.offline')) return text('live:problem.absent')
  if (isProblem(problem) && problem.status === 403) return text('live:problem.forbidden')
  if (isProblem(problem) && problem.status === 409) return text('live:problem.changed')
  return text('live:problem.unknown')
}

/** Does it, and says what was done or why not; the board is read again. */
const done = async (work: () => Promise<unknown>, words: string, undo?: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
    if (undo) sayUndoable(words, () => void done(undo, text('live:act.undone')))
    else say(words)
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    sayProblem(why(problem))
  }
  await readLiveAgain()
}

const assign = (id: string, userId: string | null) => call(conversationRoutes.assign, { params: { id }, body: { userId } })
export const give = ({ id, contact, assignee }: Talk, to: Person) =>
  done(
    () => assign(id, to.id),
    text('live:act.given', { contact, name: to.name }),
    () => assign(id, assignee?.id ?? null),
  )

const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const higherThan = (priority: Talk['priority']) => (priority === null ? undefined : priorities[priorities.indexOf(priority) + 1])
export const raise = ({ id, contact, priority }: Talk) => {
  const next = higherThan(priority)
  if (!next || !priority) return Promise.resolve()
  const set = (value: (typeof priorities)[number]) => call(conversationRoutes.update, { params: { id }, body: { priority: value } })
  return done(
    () => set(next),
    text('live:act.raised', { contact, priority: text(`live:priority.${next}`) }),
    () => set(priority),
  )
}

export const takeFrom = (queue: Person) => done(() => call(queueRoutes.take, { params: { id: queue.id } }), text('live:act.taken', { name: queue.name }))
export const openQueue = (queue: Person, open: boolean) =>
  done(
    () => call(open ? queueRoutes.open : queueRoutes.close, { params: { id: queue.id } }),
    text(open ? 'live:act.opened' : 'live:act.closed', { name: queue.name }),
    () => call(open ? queueRoutes.close : queueRoutes.open, { params: { id: queue.id } }),
  )

export type Standing = { state: 'available' | 'busy' } | { state: 'paused'; reason: PauseReason }
export const setStanding = (person: Person, standing: Standing) =>
  done(
    () => call(presenceRoutes.setFor, { params: { id: person.id }, body: standing }),
    text('live:act.presence', { name: person.name, state: text(`live:state.${standing.state}`) }),
  )

import type { OutboundContent, ScheduledMessage } from '@chasqui/contracts'
import { scheduledRoutes as routes } from '@chasqui/contracts/http/scheduled'
import { isProblem } from '#lib/api-problem.ts'
import { failureReason } from '#lib/failure-words.ts'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { say, sayProblem, sayUndoable } from '#ui/toast.tsx'
import { why } from '../actions/change.ts'
import { putMessage } from '../cache/message-cache.ts'
import { readScheduledAgain } from './use-scheduled.ts'

const own: Record<string, 'past' | 'too_far' | 'too_many' | 'gone'> = {
  'scheduled.past': 'past',
  'scheduled.too_far': 'too_far',
  'scheduled.too_many': 'too_many',
  not_found: 'gone',
}

/** Why something cannot be said later, or now, in a sentence. */
export const whyNotLater = (problem: unknown): string => {
  const known = isProblem(problem) ? own[problem.code] : undefined
  if (known) return text(`inbox:later.${known}`)
  const reason = isProblem(problem) ? failureReason(problem.code) : 'unknown'
  return reason === 'unknown' ? why(problem) : text(`inbox:failure.${reason}`)
}

const attempt = async (conversationId: string, act: () => Promise<unknown>, failure: string): Promise<boolean> => {
  try {
    await act()
    return true
  } catch (problem) {
    sayProblem(`${failure} ${whyNotLater(problem)}`)
    return false
  } finally {
    readScheduledAgain(conversationId)
  }
}

/** `when`: the time as people read it. `replyToMessageId`: what the first of them answers. */
type ToSchedule = { contents: readonly OutboundContent[]; at: string; when: string; replyToMessageId: string | null }

/** In their order. Answers whether all of it will be said. */
export const scheduleAll = async (conversationId: string, { contents, at, when, replyToMessageId }: ToSchedule): Promise<boolean> => {
  const done = await attempt(
    conversationId,
    async () => {
      for (const [index, content] of contents.entries()) {
        const body = { content, at, ...(index === 0 && replyToMessageId && { replyToMessageId }) }
        await call(routes.create, { params: { id: conversationId }, body }, { idempotencyKey: newId() })
      }
    },
    text('inbox:later.failed'),
  )
  if (done) say(text('inbox:later.done', { at: when }))
  return done
}

export const cancelScheduled = async ({ id, conversationId, content, replyTo, at, state }: ScheduledMessage) => {
  const done = await attempt(conversationId, () => call(routes.remove, { params: { id: conversationId, scheduledId: id } }), text('inbox:later.cancel_failed'))
  const body = { content: content as OutboundContent, at, ...(replyTo && { replyToMessageId: replyTo.messageId }) }
  const again = () =>
    attempt(conversationId, () => call(routes.create, { params: { id: conversationId }, body }, { idempotencyKey: newId() }), text('inbox:later.failed'))
  if (done && state === 'waiting') sayUndoable(text('inbox:later.cancelled'), () => void again())
}

export const sendScheduledNow = ({ id, conversationId }: ScheduledMessage) =>
  attempt(
    conversationId,
    async () => putMessage(await call(routes.sendNow, { params: { id: conversationId, scheduledId: id } }), 'answer'),
    text('inbox:later.now_failed'),
  )

/** Throws what the server says against it. */
export const changeScheduled = async ({ id, conversationId }: ScheduledMessage, change: { content?: OutboundContent; at: string }) => {
  try {
    await call(routes.update, { params: { id: conversationId, scheduledId: id }, body: change })
  } finally {
    readScheduledAgain(conversationId)
  }
}

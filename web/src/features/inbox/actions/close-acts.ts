import type { CloseBody, Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { change } from './change.ts'
import { handBack } from './floor-acts.ts'
import { offerUndo } from './offer-undo.ts'

const openAgain = (conversation: Conversation, like: Pick<Conversation, 'state' | 'floor'>) =>
  change(
    conversation,
    { ...like, closedAt: null, closeReason: null, closeNote: null },
    () => call(conversationRoutes.reopen, { params: { id: conversation.id } }),
    text('inbox:act.reopen_failed'),
  )

const undoClose = async (before: Conversation) => {
  const closed = { ...before, state: 'closed', floor: 'nobody' } as const
  if ((await openAgain(closed, before)) && before.floor === 'flow') await handBack(before)
}

/** How it ended, as whoever closes says it. */
export type Closing = Omit<CloseBody, 'reason'> & { reason: string | null }

export const close = async (conversation: Conversation, { reason, ...more }: Closing) => {
  const patch: Partial<Conversation> = {
    state: 'closed',
    floor: 'nobody',
    closeReason: reason,
    closeNote: more.note ?? null,
    closedAt: new Date().toISOString(),
    snoozedUntil: null,
    unread: 0,
  }
  const done = await change(
    conversation,
    patch,
    () => call(conversationRoutes.close, { params: { id: conversation.id }, body: { ...more, ...(reason && { reason }) } }),
    text('inbox:act.close_failed'),
  )
  if (done) offerUndo(conversation.id, text('inbox:undo.closed'), () => void undoClose(conversation))
}

export const reopen = (conversation: Conversation) => openAgain(conversation, { state: 'active', floor: 'human' })

const putSnooze = (conversation: Conversation, until: string | null) =>
  change(
    conversation,
    { snoozedUntil: until },
    () => call(conversationRoutes.snooze, { params: { id: conversation.id }, body: { until } }),
    text('inbox:act.snooze_failed'),
  )

/** Puts the conversation aside until then; null takes it up again. */
export const snooze = async (conversation: Conversation, until: string | null) => {
  if (await putSnooze(conversation, until))
    offerUndo(
      conversation.id,
      text(until ? 'inbox:undo.snoozed' : 'inbox:undo.woken'),
      () => void putSnooze({ ...conversation, snoozedUntil: until }, conversation.snoozedUntil),
    )
}

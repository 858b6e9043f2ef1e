import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { session } from '#lib/session.ts'
import { say } from '#ui/toast.tsx'
import type { Member } from '../cache/use-members.ts'
import { change } from './change.ts'
import { handBack } from './floor-acts.ts'
import { offerUndo } from './offer-undo.ts'

const give = (conversation: Conversation, to: Member | null) => {
  const patch: Partial<Conversation> = to
    ? { assignee: to, floor: 'human', state: 'active' }
    : { assignee: null, ...(conversation.floor === 'human' && { state: 'queued' as const }) }
  return change(
    conversation,
    patch,
    () => call(conversationRoutes.assign, { params: { id: conversation.id }, body: { userId: to?.id ?? null } }),
    text('inbox:act.assign_failed'),
  )
}

const giveBack = async (before: Conversation) => {
  if (!(await give(before, before.assignee))) return
  if (before.floor === 'flow') await handBack(before)
}

/** What went out of one's sight cannot be taken back. */
export const leavesSight = (to: Member | null): boolean => {
  const me = session.get()
  if (me.status !== 'signed-in' || to?.id === me.user.id) return false
  return me.sight.reach === 'own' || (me.sight.reach === 'queue' && to !== null)
}

/** Gives the conversation to a colleague or to nobody, with eight seconds to take it back. */
export const assign = async (conversation: Conversation, to: Member | null) => {
  if (conversation.assignee?.id === to?.id) return
  if (!(await give(conversation, to))) return
  if (leavesSight(to)) say(to ? text('inbox:undo.assigned', { name: to.name }) : text('inbox:undo.unassigned'))
  else offerUndo(conversation.id, to ? text('inbox:undo.assigned', { name: to.name }) : text('inbox:undo.unassigned'), () => void giveBack(conversation))
}

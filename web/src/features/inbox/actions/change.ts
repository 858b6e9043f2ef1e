import type { Conversation } from '@chasqui/contracts'
import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'
import { session } from '#lib/session.ts'
import { sayProblem } from '#ui/toast.tsx'
import { hold, patchConversation, putConversation } from '../cache/conversation-cache.ts'
import { inOwnHands } from '../cache/own-acts.ts'

const userId = (): string | null => {
  const state = session.get()
  return state.status === 'signed-in' ? state.user.id : null
}

const only = <Whole extends object>(whole: Whole, names: string[]): Partial<Whole> =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name))) as Partial<Whole>

const reasons: Record<string, 'blocked' | 'reason_required' | 'note_required' | 'window_closed' | 'merged' | 'too_late' | 'too_long' | 'not_answered'> = {
  'contact.blocked': 'blocked',
  'closing_reason.required': 'reason_required',
  'closing_reason.unknown': 'reason_required',
  'closing_reason.note_required': 'note_required',
  'window.closed': 'window_closed',
  'channel.not_answered': 'not_answered',
  'conversation.merged': 'merged',
  'merge.too_late': 'too_late',
  'merge.too_long': 'too_long',
}

/** Why something was refused, in a sentence. */
export const why = (problem: unknown): string => {
  if (isProblem(problem, 'offline')) return text('inbox:act.offline')
  if (isProblem(problem, 'channel.no_flow')) return text('inbox:act.no_flow')
  if (isProblem(problem, 'conversation.other_open') || isProblem(problem, 'conversation.with_somebody_else')) return text('inbox:act.other_open')
  const told = isProblem(problem) && reasons[problem.code]
  if (told) return text(`inbox:act.${told}`)
  if (isProblem(problem) && problem.status === 403) return text('inbox:act.forbidden')
  if (isProblem(problem) && problem.status === 409) return text('inbox:act.changed')
  return text('inbox:act.refused')
}

/** Shows a change at once and asks the server for it. Refused, the former state comes back with a word of why. Answers whether it was done. */
export const change = async (before: Conversation, patch: Partial<Conversation>, ask: () => Promise<Conversation>, failure: string): Promise<boolean> => {
  patchConversation(before.id, patch)
  const release = hold(before.id, patch)
  try {
    const done = await inOwnHands(before.id, userId(), ask)
    release()
    putConversation(done)
    return true
  } catch (problem) {
    release()
    patchConversation(before.id, only(before, Object.keys(patch)))
    sayProblem(`${failure} ${why(problem)}`)
    return false
  }
}

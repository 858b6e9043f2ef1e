import type { Conversation, TransferBody } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'
import { say, sayProblem } from '#ui/toast.tsx'
import { putConversation } from '../cache/conversation-cache.ts'
import { leavesSight } from './assign-acts.ts'
import { why } from './change.ts'
import { handBack } from './floor-acts.ts'
import { offerUndo } from './offer-undo.ts'

export type Target = { kind: 'userId' | 'queueId' | 'campaignId' | 'flowId'; id: string; name: string }

const send = async (id: string, body: TransferBody) => putConversation(await call(conversationRoutes.transfer, { params: { id }, body }))

/** Back to whoever or whatever had it before. */
const takeBack = async (before: Conversation) => {
  try {
    const place = { queueId: before.queue?.id ?? null, campaignId: before.campaign?.id ?? null }
    // Whatever had it before: the bot goes on first, so that nobody is given what is the bot's.
    if (before.floor === 'flow') await handBack({ ...before, floor: 'human' })
    if (before.floor !== 'flow' || place.campaignId) await send(before.id, { back: { userId: before.assignee?.id ?? null, ...place } })
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    sayProblem(`${text('inbox:transfer.not_undone')} ${why(problem)}`)
  }
}

/** Gives the conversation away, with eight seconds to take it back unless it went out of sight. A refusal is thrown. */
export const transfer = async (conversation: Conversation, to: Target, words: { note: string; summary: string }) => {
  await send(conversation.id, {
    [to.kind]: to.id,
    ...(words.note && { note: words.note }),
    ...(words.summary && { summary: words.summary }),
  })
  const said = text('inbox:transfer.done', { name: to.name })
  if (leavesSight(to.kind === 'userId' ? to : null)) say(said)
  else offerUndo(conversation.id, said, () => void takeBack(conversation))
}

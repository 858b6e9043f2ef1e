import type { FlowDefinition } from '@chasqui/contracts'
import { type AnsweredTemplate, chooseFlow, type CustomerMessage, type Occasion } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import type { Place } from '../ports.ts'
import { triggersOf } from './known-triggers.ts'

type Chosen = { flowId: string; versionId: string }

const occasionOf = (message: CustomerMessage, { isFirst, isOpen, channelId, campaignId, referral }: Place, replyTo: AnsweredTemplate | null): Occasion => ({
  type: 'message',
  message,
  isFirst,
  isClosed: !isOpen,
  channelId,
  campaignId,
  referral,
  replyTo,
})

/** Whether a flow that begins once for each contact may do so for this one. */
export type MayBegin = (flowId: string, once: NonNullable<FlowDefinition['once']>) => Promise<boolean>

/** The flow that begins with a message where none runs, of all that are published: where one has begun as often as it may, the next that wants it. */
export const flowFor = async (tx: Tx, message: CustomerMessage, place: Place, mayBegin: MayBegin): Promise<Chosen | null> => {
  const { index, flows, hearsReplies } = await triggersOf(tx)
  const { flowId: serves, onlyWhileClosed = false, onlyByReply = false } = place
  const occasion = occasionOf(message, place, hearsReplies && !onlyWhileClosed ? await place.replyTo() : null)
  const except = new Set<string>()
  for (;;) {
    const choice = chooseFlow(index, occasion, { flowId: serves, onlyWhileClosed, only: onlyByReply ? 'broadcast_reply' : undefined, except })
    if (!choice) return null
    const { flowId, versionId, once } = flows.get(choice.flowId)!
    if (!once || (await mayBegin(flowId, once))) return { flowId, versionId }
    except.add(flowId)
  }
}

import type { TransferBody } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { assign, enqueue } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import { requireMember } from './assign.ts'
import type { By } from './by.ts'
import { assigned, floorMoved } from './floor.ts'

type Back = NonNullable<TransferBody['back']>
type Place = { campaignId: string | null; queueId: string | null; name: string }

const unknown = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

/** Where it was: a queue in which it waited, open or not by now, or a campaign that is not over. */
const placeOf = async (tx: Tx, conversationId: string, { queueId, campaignId }: Back): Promise<Place> => {
  if (queueId !== null) {
    const { rows } = await tx.query<Place>(
      `select q.id as "queueId", q.campaign_id as "campaignId", q.name from routing.queue_card q where q.tenant_id = $1 and q.id = $2 and q.removed_at is null
         and exists (select 1 from routing.wait_fact w where w.tenant_id = q.tenant_id and w.queue_id = q.id and w.conversation_id = $3)`,
      [tx.tenantId, queueId, conversationId],
    )
    if (!rows[0]) throw unknown('back.queueId', 'queue.unknown', 'It was never in such a queue.')
    return rows[0]
  }
  if (campaignId === null) return { campaignId: null, queueId: null, name: '' }
  const { rows } = await tx.query<Place>(
    `select id as "campaignId", null as "queueId", name from campaigns.campaign_card where tenant_id = $1 and id = $2 and state <> 'finished'`,
    [tx.tenantId, campaignId],
  )
  if (!rows[0]) throw unknown('back.campaignId', 'campaign.unknown', 'There is no such campaign.')
  return rows[0]
}

/**
 * Takes a transfer back: whoever had it has it again, in the queue that it came from, or it waits there as if it had never left: since when it waited, and
 * without holding it against whoever had it meanwhile. What a bot has by now stays with it, in its campaign.
 */
export const transferBack = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, back: Back): Promise<void> => {
  if (back.userId !== null) await requireMember(tx, ports, back.userId)
  const { name, ...place } = await placeOf(tx, conversationId, back)
  const thread = await takeThread(tx, ports, conversationId)
  const before = thread.facts
  const isBots = before.floor === 'flow' || before.floor === 'assistant'
  if (isBots && back.userId === null && place.queueId === null) thread.facts = { ...before, campaignId: place.campaignId }
  else {
    apply(thread, back.userId === null ? enqueue(before, place) : assign({ ...before, ...place }, back.userId, by.userId))
    if (before.floor === 'flow') await ports.stopFlow(tx, conversationId)
    if (back.userId === null) addSystemLine(thread, ports, 'transferred', { to: name, userId: by.userId })
    else addSystemLine(thread, ports, 'assigned', { userId: back.userId, byUserId: by.userId })
  }
  thread.because = { kind: 'transfer', byUserId: by.userId, undone: true }
  floorMoved(tx, thread, before.floor, by)
  assigned(tx, thread, before.assigneeId, by)
  if (before.assigneeId === thread.facts.assigneeId) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}

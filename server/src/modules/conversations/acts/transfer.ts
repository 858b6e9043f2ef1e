import type { TransferBody } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { enqueue } from '../domain/conversation.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addSystemLine, apply, saveThread, takeThread } from '../thread.ts'
import { assignTo } from './assign.ts'
import type { By } from './by.ts'
import { assigned, floorMoved } from './floor.ts'
import { addNote } from './note.ts'
import { beginFlow } from './serve.ts'
import { transferBack } from './transfer-back.ts'

type Place = { campaignId: string; queueId: string | null; name: string; state: string; isOpen: boolean }

const unknown = (path: 'queueId' | 'campaignId', code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

/** Queues and campaigns are the whole tenant's: whoever gives a conversation away need not see who waits there. */
const placeOf = async (tx: Tx, { queueId, campaignId }: TransferBody): Promise<Place> => {
  const { rows } = queueId
    ? await tx.query<Place>(
        `select q.id as "queueId", q.campaign_id as "campaignId", q.name, g.state, q.is_open as "isOpen" from routing.queue_card q join campaigns.campaign_card g on g.tenant_id = q.tenant_id and g.id = q.campaign_id
         where q.tenant_id = $1 and q.id = $2 and q.removed_at is null`,
        [tx.tenantId, queueId],
      )
    : await tx.query<Place>(
        'select null as "queueId", id as "campaignId", name, state, true as "isOpen" from campaigns.campaign_card where tenant_id = $1 and id = $2',
        [tx.tenantId, campaignId],
      )
  const place = rows[0]
  if (!place)
    throw queueId ? unknown('queueId', 'queue.unknown', 'There is no such queue.') : unknown('campaignId', 'campaign.unknown', 'There is no such campaign.')
  if (place.state !== 'active') throw new Failure('conflict', 'campaign.not_active', 'This campaign is not at work: nobody would take the conversation.')
  if (!place.isOpen) throw new Failure('conflict', 'queue.closed', 'This queue is closed: it takes nobody now.')
  return place
}

/** Into a queue, or to a campaign whose queues decide; nobody has it until its turn comes. */
const transferToQueue = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, body: TransferBody): Promise<void> => {
  const place = await placeOf(tx, body)
  const thread = await takeThread(tx, ports, conversationId)
  const before = thread.facts
  apply(thread, enqueue(before, { campaignId: place.campaignId, queueId: place.queueId }))
  thread.because = { kind: 'transfer', byUserId: by.userId }
  if (before.floor === 'flow') await ports.stopFlow(tx, conversationId)
  addSystemLine(thread, ports, 'transferred', { to: place.name, userId: by.userId }, body.summary)
  floorMoved(tx, thread, before.floor, by)
  assigned(tx, thread, before.assigneeId, by)
  if (before.assigneeId === null) tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
  await saveThread(tx, ports, thread)
}

/** What happened so far, for whoever goes on. */
const tellSummary = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, summary: string): Promise<void> => {
  const thread = await takeThread(tx, ports, conversationId)
  addSystemLine(thread, ports, 'summary', { userId: by.userId }, summary)
  await saveThread(tx, ports, thread)
}

/** Gives a conversation away: to another member, into a queue, to a campaign or to a flow. What they should know stands in the thread as a note, which the customer never sees. */
export const transferTo = async (tx: Tx, ports: ConversationsPorts, conversationId: string, by: By, body: TransferBody): Promise<void> => {
  if (body.back !== undefined) return transferBack(tx, ports, conversationId, by, body.back)
  // Noted first: whoever gives it away may not reach it afterwards.
  if (body.note !== undefined) await addNote(tx, ports, conversationId, by, { text: body.note })
  if (body.queueId ?? body.campaignId) return transferToQueue(tx, ports, conversationId, by, body)
  if (body.summary !== undefined) await tellSummary(tx, ports, conversationId, by, body.summary)
  if (body.userId) return assignTo(tx, ports, conversationId, by, body.userId, 'transfer')
  const begun = await beginFlow(tx, ports, conversationId, body.flowId!, { kind: 'transfer', byUserId: by.userId, end: 'handed_back' })
  if (!begun)
    throw new Failure('invalid', 'flow.unknown', 'There is no such flow, or it is not published.', {
      errors: [{ path: 'flowId', code: 'flow.unknown', message: 'Not a published flow' }],
    })
}

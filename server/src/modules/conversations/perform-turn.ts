import type { Tx } from '#platform/database/transaction'
import { askSurveyByItself } from './closing/survey.ts'
import { takeScoreOfFlow } from './closing/flow-score.ts'
import { close, enqueue, handOver } from './domain/conversation.ts'
import { addTaskByFlow, noteByFlow, reactByFlow, sayByFlow, tagByFlow } from './flow-acts.ts'
import { typeByFlow } from './flow-typing.ts'
import type { ConversationsPorts, FlowTurn } from './ports.ts'
import { addSystemLine, type Thread } from './thread.ts'

/** No flow wants this message: it waits for a person. */
export const leaveToPeople = (tx: Tx, thread: Thread): void => {
  thread.facts = { ...thread.facts, floor: 'nobody', state: thread.facts.assigneeId ? 'assigned' : 'queued' }
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId: thread.facts.id, from: 'flow', to: 'nobody', byUserId: null } })
}

const byFlow = ({ facts }: Thread, { flowId }: FlowTurn) => ({
  by: { kind: 'flow' as const, id: flowId, name: null },
  subject: { kind: 'conversation', id: facts.id },
})

/** Into the queue that the flow names, while that takes somebody; else it waits where its campaign lets it wait: nobody is lost to a queue that closed. */
const enqueueByFlow = async (tx: Tx, thread: Thread, queueId: string): Promise<void> => {
  const { rows } = await tx.query<{ campaignId: string }>(
    `select q.campaign_id as "campaignId" from routing.queue_card q join campaigns.campaign_card g on g.tenant_id = q.tenant_id and g.id = q.campaign_id
     where q.tenant_id = $1 and q.id = $2 and q.removed_at is null and q.is_open and g.state = 'active'`,
    [tx.tenantId, queueId],
  )
  const moved = rows[0] && enqueue(thread.facts, { campaignId: rows[0].campaignId, queueId })
  if (moved?.ok) thread.facts = moved.conversation
}

/** Does what a flow decided, in order. */
export const performTurn = async (tx: Tx, ports: ConversationsPorts, thread: Thread, turn: FlowTurn): Promise<void> => {
  const conversationId = thread.facts.id
  for (const act of turn.acts) {
    switch (act.type) {
      case 'say':
        await sayByFlow(tx, ports, thread, turn.flowId, act.content)
        break
      case 'set_contact':
        await ports.updateContact(tx, thread.facts.contactId, { [act.field]: act.value })
        break
      case 'opt_out':
        await ports.setMarketing(tx, thread.facts.contactId, false)
        break
      case 'tag':
        await tagByFlow(tx, ports, thread, act)
        tx.record({ action: 'conversation.tagged', ...byFlow(thread, turn), after: { added: act.add, removed: act.remove } })
        break
      case 'stage': {
        const { contactId } = thread.facts
        const from = await ports.moveToStage(tx, contactId, act.stage, conversationId)
        if (from !== null)
          tx.record({
            action: 'contact.changed',
            ...byFlow(thread, turn),
            subject: { kind: 'contact', id: contactId },
            before: { stage: from },
            after: { stage: act.stage },
          })
        break
      }
      case 'note':
        await noteByFlow(tx, ports, thread, { flowId: turn.flowId, text: act.text, people: act.people })
        tx.record({ action: 'message.noted', ...byFlow(thread, turn), after: { called: act.people.length } })
        break
      case 'task': {
        const id = await addTaskByFlow(tx, ports, thread, turn.flowId, act)
        if (id !== null)
          tx.record({
            action: 'task.created',
            ...byFlow(thread, turn),
            subject: { kind: 'task', id, name: act.title },
            after: { title: act.title, dueAt: act.dueAt },
          })
        break
      }
      case 'react':
        await reactByFlow(tx, ports, thread, act.emoji)
        break
      case 'typing':
        await typeByFlow(tx, ports, thread, new Date(act.until))
        break
      case 'not_reached':
        addSystemLine(thread, ports, 'flow_ended_unreachable', { flowId: turn.flowId })
        tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'state' } })
        break
      case 'score':
        await takeScoreOfFlow(tx, ports, thread, act.score)
        break
      case 'transfer':
        thread.facts = handOver(thread.facts)
        if (act.queue !== undefined) await enqueueByFlow(tx, thread, act.queue)
        // The customer waits for a person from now on, whatever the bot said meanwhile.
        thread.facts = { ...thread.facts, waitingSince: ports.now() }
        addSystemLine(thread, ports, 'handed_over', act.note ? { note: act.note } : {}, act.summary || undefined)
        tx.record({ action: 'conversation.handed_over', ...byFlow(thread, turn), after: { floor: 'human', note: act.note ?? null } })
        tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from: 'flow', to: 'human', byUserId: null } })
        break
      case 'close': {
        await askSurveyByItself(tx, ports, thread)
        const closed = close(thread.facts, 'flow', act.reason, ports.now())
        if (closed.ok) thread.facts = closed.conversation
        addSystemLine(thread, ports, 'closed', { reason: act.reason, by: 'flow' })
        tx.record({ action: 'conversation.closed', ...byFlow(thread, turn), after: { state: 'closed', reason: act.reason } })
        tx.publish({ type: 'conversation.closed', payload: { conversationId, reason: act.reason, byUserId: null, by: 'flow' } })
        break
      }
    }
  }
}

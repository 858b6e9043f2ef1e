import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import type { Thread } from '../thread.ts'
import { readConduct } from './conduct.ts'

/** A score that a flow asked for counts like one of the survey: it is asked and answered at once. */
export const takeScoreOfFlow = async (tx: Tx, ports: ConversationsPorts, { facts }: Thread, score: number): Promise<void> => {
  const { survey } = await readConduct(tx)
  const low = score <= survey.alertAt
  const [now, surveyId, agentId] = [ports.now(), ports.newId(), facts.assigneeId]
  await tx.query(
    `insert into conversations.survey (tenant_id, id, conversation_id, agent_id, campaign_id, queue_id, asked_at, expires_at, score, answered_at, is_low)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $7, $9)`,
    [tx.tenantId, surveyId, facts.id, agentId, facts.campaignId, facts.queueId, now, score, low],
  )
  tx.publish({ type: 'survey.answered', payload: { conversationId: facts.id, surveyId, score, low, agentId } })
}

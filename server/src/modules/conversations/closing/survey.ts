import type { Conduct, MessageContent, SurveyTexts } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { windowIsOpen } from '../domain/service-window.ts'
import { scoreIn, surveyContent, surveyLanguage, surveyThanks, type SurveyLanguage } from '../domain/survey-words.ts'
import type { ConversationsPorts } from '../ports.ts'
import { addUtterance, type Thread } from '../thread.ts'
import { readConduct } from './conduct.ts'

const hour = 3_600_000
/** ms within which the next message of whoever answered may be their word about it. */
export const commentWithin = 15 * 60_000

type Asked = { on: boolean; texts: SurveyTexts }
/** Whether customers are asked in this campaign, and in what words. */
const askedIn = ({ survey }: Conduct, campaignId: string | null): Asked => {
  const own = survey.campaigns.find((campaign) => campaign.campaignId === campaignId)
  if (!own) return survey
  return { on: own.on, texts: { es: own.texts.es ?? survey.texts.es, pt: own.texts.pt ?? survey.texts.pt, en: own.texts.en ?? survey.texts.en } }
}

const languageOf = async (tx: Tx, ports: ConversationsPorts, { facts }: Thread): Promise<SurveyLanguage> => {
  const [{ language }, business] = await Promise.all([ports.person(tx, facts.contactId), ports.business(tx.tenantId)])
  return surveyLanguage(language, business.locale)
}

const tellQueued = (tx: Tx, { facts }: Thread, messageId: string, type: string): void =>
  tx.publish({ type: 'message.queued', payload: { conversationId: facts.id, messageId, senderKind: 'system', type } })

/** Why somebody cannot be asked now; null when they can. */
const obstacle = (thread: Thread, now: Date): 'window.closed' | 'survey.nobody_wrote' | null => {
  const { facts, channel } = thread
  if (facts.firstInboundAt === null || channel.abilities.text.max === 0) return 'survey.nobody_wrote'
  return windowIsOpen(facts, channel.abilities.serviceWindowHours, now) ? null : 'window.closed'
}

const wasAsked = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await tx.query('select 1 from conversations.survey where tenant_id = $1 and conversation_id = $2 limit 1', [tx.tenantId, conversationId])).rows.length > 0

/** Whom the score is about where nobody has the conversation any more: whoever wrote last. */
const lastSpeaker = async (tx: Tx, conversationId: string): Promise<string | null> =>
  (
    await tx.query<{ sender_id: string }>(
      `select sender_id from conversations.message where tenant_id = $1 and conversation_id = $2 and direction = 'out' and sender_kind = 'agent' and sender_id is not null
       order by seq desc limit 1`,
      [tx.tenantId, conversationId],
    )
  ).rows[0]?.sender_id ?? null

/** At the end that a flow or the product makes: by the settings, whom a person has answered, once. */
export const askSurveyByItself = async (tx: Tx, ports: ConversationsPorts, thread: Thread): Promise<void> => {
  if (thread.facts.firstHumanReplyAt !== null && thread.facts.state !== 'closed') await askSurvey(tx, ports, thread, await readConduct(tx), undefined, null)
}

/**
 * Asks the customer how it was, just before the end. Not told otherwise, by the settings: once in a conversation, and only whom a person has answered and messages reach.
 * Told to, and it cannot be: that is said, and nothing is closed.
 */
export const askSurvey = async (
  tx: Tx,
  ports: ConversationsPorts,
  thread: Thread,
  conduct: Conduct,
  wanted: boolean | undefined,
  byUserId: string | null,
): Promise<void> => {
  const { facts } = thread
  const { on, texts } = askedIn(conduct, facts.campaignId)
  if (wanted === false || (wanted === undefined && (!on || facts.firstHumanReplyAt === null))) return
  const now = ports.now()
  if (wanted === undefined && (thread.unreachableSince !== null || (await wasAsked(tx, facts.id)))) return
  const problem = obstacle(thread, now)
  if (problem && wanted)
    throw new Failure(
      'invalid',
      problem,
      problem === 'window.closed' ? 'The service window is closed: the customer cannot be asked.' : 'The customer has written nothing here.',
    )
  if (problem) return
  const surveyId = ports.newId()
  const content = surveyContent(surveyId, await languageOf(tx, ports, thread), texts, thread.channel.abilities)
  const message = addUtterance(thread, ports, { sender: { kind: 'system', id: null }, content })
  tellQueued(tx, thread, message.id, content.type)
  await tx.query(
    `insert into conversations.survey (tenant_id, id, conversation_id, agent_id, campaign_id, queue_id, asked_at, expires_at)
     values ($1, $2, $3, (select id from identity.member_card where tenant_id = $1 and id = $4), $5, $6, $7, $8)`,
    [
      tx.tenantId,
      surveyId,
      facts.id,
      facts.assigneeId ?? byUserId ?? (await lastSpeaker(tx, facts.id)),
      facts.campaignId,
      facts.queueId,
      now,
      new Date(now.getTime() + conduct.survey.expiresHours * hour),
    ],
  )
  tx.publish({ type: 'survey.asked', payload: { conversationId: facts.id, surveyId } })
}

type Open = { id: string; agent_id: string | null }

/** Takes a score for a conversation that is over: one answer, the first. False when nothing was asked, or too long ago, or it was answered. */
export const takeScore = async (tx: Tx, ports: ConversationsPorts, thread: Thread, conduct: Conduct, content: MessageContent): Promise<boolean> => {
  const said = scoreIn(content)
  if (!said) return false
  const now = ports.now()
  const low = said.score <= conduct.survey.alertAt
  const { rows } = await tx.query<Open>(
    `update conversations.survey set score = $4, answered_at = $5, is_low = $6
     where tenant_id = $1 and conversation_id = $2 and ($3::uuid is null or id = $3) and score is null and expires_at > $5 returning id, agent_id`,
    [tx.tenantId, thread.facts.id, said.surveyId, said.score, now, low],
  )
  const survey = rows[0]
  if (!survey) return false
  tx.publish({ type: 'survey.answered', payload: { conversationId: thread.facts.id, surveyId: survey.id, score: said.score, low, agentId: survey.agent_id } })
  if (windowIsOpen(thread.facts, thread.channel.abilities.serviceWindowHours, now)) {
    const text = surveyThanks(await languageOf(tx, ports, thread), conduct.survey.askComment)
    const message = addUtterance(thread, ports, { sender: { kind: 'system', id: null }, content: { type: 'text', text } })
    tellQueued(tx, thread, message.id, 'text')
  }
  return true
}

/** Takes the one word about a score that was just given. What asks something is none: it opens a conversation. */
export const takeComment = async (tx: Tx, ports: ConversationsPorts, thread: Thread, conduct: Conduct, content: MessageContent): Promise<boolean> => {
  if (!conduct.survey.askComment || content.type !== 'text' || /[?¿]/.test(content.text)) return false
  const now = ports.now()
  const { rowCount } = await tx.query(
    `update conversations.survey set comment = left($3, 2000), commented_at = $4
     where tenant_id = $1 and conversation_id = $2 and answered_at > $5 and comment is null`,
    [tx.tenantId, thread.facts.id, content.text, now, new Date(now.getTime() - commentWithin)],
  )
  return rowCount !== 0
}

import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { scoreIn } from '../domain/survey-words.ts'
import { isThanks } from '../domain/thanks.ts'
import type { ChannelFacts, ConversationsPorts } from '../ports.ts'
import { newThread, takeThread, type Opening, type Thread } from '../thread.ts'
import { readConduct } from './conduct.ts'
import { commentWithin, takeComment, takeScore } from './survey.ts'

type Ended = { id: string; closed_at: Date; is_asked: boolean }
/** The last one that is over, and whether an answer to its survey, or a word about that answer, is still waited for. */
const lastEnded = async (tx: Tx, channelId: string, contactId: string, now: Date): Promise<Ended | null> =>
  (
    await tx.query<Ended>(
      `select c.id, c.closed_at, exists (
         select 1 from conversations.survey s where s.tenant_id = c.tenant_id and s.conversation_id = c.id
         and (s.score is null and s.expires_at > $4 or s.comment is null and s.answered_at > $5)) as is_asked
       from conversations.conversation c where c.tenant_id = $1 and c.channel_id = $2 and c.contact_id = $3 and c.state = 'closed' and c.merged_into is null and c.imported_until is null
       order by c.closed_at desc limit 1`,
      [tx.tenantId, channelId, contactId, now, new Date(now.getTime() - commentWithin)],
    )
  ).rows[0] ?? null

const askedBy = async (tx: Tx, surveyId: string, contactId: string): Promise<string | null> =>
  (
    await tx.query<{ id: string }>(
      `select c.id from conversations.survey s join conversations.conversation c on c.tenant_id = s.tenant_id and c.id = s.conversation_id
       where s.tenant_id = $1 and s.id = $2 and c.contact_id = $3`,
      [tx.tenantId, surveyId, contactId],
    )
  ).rows[0]?.id ?? null

const likelyAfterEnd = (content: MessageContent): boolean => content.type === 'text' || content.type === 'choice'

/**
 * The conversation that is over and to which something belongs that came after its end: the answer to a survey, a word about it, thanks. Null: it is
 * for the open one, or opens a new one. A pressed answer finds its question whatever else is open meanwhile.
 */
export const belongsToEnded = async (
  tx: Tx,
  ports: ConversationsPorts,
  content: MessageContent,
  { channel, contactId, isOpen }: { channel: ChannelFacts; contactId: string; isOpen: boolean },
): Promise<Thread | null> => {
  if (!likelyAfterEnd(content)) return null
  const pressed = scoreIn(content)?.surveyId ?? null
  if (pressed) {
    const conversationId = await askedBy(tx, pressed, contactId)
    if (!conversationId) return null
    const thread = await takeThread(tx, ports, conversationId)
    // It counts whatever became of the conversation meanwhile. A second press, or one that comes too late, is kept where it belongs and changes nothing.
    await takeScore(tx, ports, thread, await readConduct(tx), content)
    return thread
  }
  if (isOpen) return null
  const now = ports.now()
  const ended = await lastEnded(tx, channel.id, contactId, now)
  const mayThank = isThanks(content)
  // Most who come back come with something new: they wait for nothing here.
  if (!ended || !(ended.is_asked || mayThank)) return null
  const conduct = await readConduct(tx)
  const thanks = mayThank && now.getTime() - ended.closed_at.getTime() <= conduct.thanksMinutes * 60_000
  const scored = scoreIn(content) !== null
  if (!ended.is_asked && !thanks) return null
  const thread = await takeThread(tx, ports, ended.id)
  if (thread.facts.state !== 'closed') return null
  if (scored && (await takeScore(tx, ports, thread, conduct, content))) return thread
  // Thanks to our thanks are no word about the score.
  if (thanks) return thread
  return (await takeComment(tx, ports, thread, conduct, content)) ? thread : null
}

/** Where the words of somebody who is blocked are kept: the last conversation with them, or one that is over before anybody saw it. */
export const silentThread = async (tx: Tx, ports: ConversationsPorts, opening: Omit<Opening, 'state' | 'floor' | 'assigneeId'>): Promise<Thread> => {
  const ended = await lastEnded(tx, opening.channel.id, opening.contactId, ports.now())
  if (ended) return takeThread(tx, ports, ended.id)
  const thread = newThread(ports, { ...opening, state: 'closed', floor: 'nobody', assigneeId: null })
  thread.facts = { ...thread.facts, closedAt: ports.now(), closedBy: 'system', closeReason: 'blocked' }
  return thread
}

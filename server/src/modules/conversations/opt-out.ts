import { advertises, type MessageError, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from './ports.ts'

type Whom = { contactId: string; channelId: string }
export type LeavingTemplate = { id: string; conversationId: string; name: string; language: string }

const message = 'This person wished for no promotions: only templates that advertise nothing may be sent.'

/** Fails for a template that advertises, to somebody who wished for no promotions: whoever sends it, and by whatever way. */
export const refuseUnwanted = async (tx: Tx, ports: ConversationsPorts, { contactId, channelId }: Whom, content: OutboundContent): Promise<void> => {
  if (content.type !== 'template' || !(await ports.refusingMarketing(tx, [contactId])).has(contactId)) return
  const categoryOf = await ports.templateCategories(tx, channelId, [content])
  if (!advertises(categoryOf(content))) return
  throw new Failure('invalid', 'contact.opted_out', message, { errors: [{ path: 'content.name', code: 'contact.opted_out', message }] })
}

/** Of templates that waited and are about to leave, those that advertise to somebody who wished for no promotions meanwhile: by their ids, with the cause. */
export const unwantedAmong = async (
  tx: Tx,
  ports: ConversationsPorts,
  channelId: string,
  leaving: readonly LeavingTemplate[],
): Promise<ReadonlyMap<string, MessageError>> => {
  const { rows } = await tx.query<{ id: string; contact_id: string }>(
    'select id, contact_id from conversations.conversation where tenant_id = $1 and id = any($2::uuid[])',
    [tx.tenantId, leaving.map(({ conversationId }) => conversationId)],
  )
  const refusing = await ports.refusingMarketing(
    tx,
    rows.map(({ contact_id }) => contact_id),
  )
  const theirs = new Set(rows.filter(({ contact_id }) => refusing.has(contact_id)).map(({ id }) => id))
  const doubted = leaving.filter(({ conversationId }) => theirs.has(conversationId))
  if (doubted.length === 0) return new Map()
  const categoryOf = await ports.templateCategories(tx, channelId, doubted)
  return new Map(doubted.filter((one) => advertises(categoryOf(one))).map(({ id }) => [id, { code: 'contact.opted_out', title: message, retryable: false }]))
}

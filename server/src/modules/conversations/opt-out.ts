import { advertises, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from './ports.ts'

type Whom = { contactId: string; channelId: string }

/** Fails for a template that advertises, to somebody who wished for no promotions: whoever sends it, and by whatever way. */
export const refuseUnwanted = async (tx: Tx, ports: ConversationsPorts, { contactId, channelId }: Whom, content: OutboundContent): Promise<void> => {
  if (content.type !== 'template' || !(await ports.refusesMarketing(tx, contactId))) return
  const categoryOf = await ports.templateCategories(tx, channelId, [content])
  if (!advertises(categoryOf(content))) return
  const message = 'This person wished for no promotions: only templates that advertise nothing may be sent.'
  throw new Failure('invalid', 'contact.opted_out', message, { errors: [{ path: 'content.name', code: 'contact.opted_out', message }] })
}

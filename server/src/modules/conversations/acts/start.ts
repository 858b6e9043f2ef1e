import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { By } from './by.ts'
import { requireUnblocked } from './close.ts'
import { openWith } from './open-with.ts'
import type { ConversationsPorts } from '../ports.ts'
import { newThread, saveThread } from '../thread.ts'

type Wanted = { channelId: string; contactId?: string | undefined; phone?: string | undefined; name?: string | undefined }

/** The open conversation with a contact or number on a channel; a new one, in the hands of whoever asks, when there is none. */
export const startConversation = async (tx: Tx, ports: ConversationsPorts, by: By, wanted: Wanted): Promise<string> => {
  const channel = await ports.channel(tx.tenantId, wanted.channelId)
  if (!channel) throw absent('channel')
  const contactId = wanted.contactId ?? (await ports.findOrCreateByPhone(tx, wanted.phone!, wanted.name ?? null))
  const known = await tx.query('select 1 from contacts.contact_card where tenant_id = $1 and id = $2', [tx.tenantId, contactId])
  if (known.rowCount === 0) throw absent('contact')
  const open = await openWith(tx, channel.id, contactId)
  if (open) return open
  await requireUnblocked(tx, contactId)
  const { identityId, address } = await ports.addressFor(tx, contactId, channel.id)
  const thread = newThread(ports, {
    contactId,
    identityId,
    address,
    channel,
    state: by.keyId ? 'queued' : 'active',
    floor: 'human',
    assigneeId: by.keyId ? null : by.userId,
  })
  thread.because = { kind: 'taken', byUserId: by.userId }
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.opened', payload: { conversationId: thread.facts.id, contactId, channelId: channel.id } })
  return thread.facts.id
}

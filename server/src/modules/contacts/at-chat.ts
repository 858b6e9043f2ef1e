import { chatIdOf, personOfChat, type ChatPerson, type Contact, type Page } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { sendCandidates } from './domain/phone-variants.ts'
import { parsePhone } from './parse-phone.ts'
import { countryOf } from './change.ts'
import { listContacts } from './views.ts'

/** Addresses under which a chat's person may be known, the likeliest first; a bare number is read by the country of the business. */
const valuesOf = async (tx: Tx, who: Exclude<ChatPerson, { by: 'contact' }>): Promise<string[]> => {
  switch (who.by) {
    case 'phone':
      return sendCandidates(who.digits)
    case 'lid':
      return [who.digits]
    case 'address':
      return [who.value]
    case 'number': {
      const phone = parsePhone(who.digits, await countryOf(tx))
      return [...new Set([who.digits, ...sendCandidates(phone ?? who.digits)])]
    }
  }
}

const kindsOf = { phone: ['phone'], lid: ['lid'], number: null, address: null } as const

/** The contact whom a chat of a channel is with, within the reach of whoever asks; null: nobody who is known there. A contact's own id means them on every channel. */
export const findAtChat = async (tx: Tx, channelId: string, chatId: string): Promise<string | null> => {
  const who = personOfChat(chatId)
  if (who === null) return null
  if (who.by === 'contact')
    return (await tx.query<{ id: string }>('select id from contacts.contact where tenant_id = $1 and id = $2', [tx.tenantId, who.id])).rows[0]?.id ?? null
  const { rows } = await tx.query<{ contact_id: string }>(
    `select contact_id from contacts.identity
     where tenant_id = $1 and channel_id = $2 and value = any($3::text[]) and ($4::text[] is null or kind = any($4::text[]))
     order by kind = 'phone' desc, array_position($3::text[], value) limit 1`,
    [tx.tenantId, channelId, await valuesOf(tx, who), kindsOf[who.by]],
  )
  return rows[0]?.contact_id ?? null
}

/** Who is known on a channel, newest first, each under the id of their chat there. */
export const listOnChannel = async (
  tx: Tx,
  channelId: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<Contact & { chatId: string }>> => {
  const { items, nextCursor } = await listContacts(tx, { ...query, channelId })
  const onChannel = ({ identities }: Contact) => identities.filter((identity) => identity.channelId === channelId)
  return { items: items.map((contact) => ({ ...contact, chatId: chatIdOf(contact.id, onChannel(contact)) })), nextCursor }
}

import type { Tx } from '#platform/database/transaction'
import { argentineBareForm } from './domain/phone-variants.ts'

const text = `select exists (select 1 from contacts.identity bare
  join conversations.conversation_fact talk on talk.tenant_id = bare.tenant_id and talk.contact_id = bare.contact_id and talk.channel_id = bare.channel_id
  where bare.tenant_id = $1 and bare.contact_id = $2 and bare.kind = 'phone' and bare.value = $3 and talk.first_inbound_at is not null
    and not exists (select 1 from contacts.identity mobile where mobile.tenant_id = bare.tenant_id and mobile.contact_id = bare.contact_id
      and mobile.channel_id = bare.channel_id and mobile.kind = 'phone' and mobile.value = $4)) as wrote`

/**
 * Whether this contact is somebody else than the Argentine mobile `waId`: they wrote from the number without the 9 themselves, so it is a
 * landline's own WhatsApp and not a mobile that a person typed without its 9.
 */
export const isLandlineOf = async (tx: Tx, contactId: string, waId: string): Promise<boolean> => {
  const bare = argentineBareForm(waId)
  if (bare === null) return false
  const { rows } = await tx.query<{ wrote: boolean }>(text, [tx.tenantId, contactId, bare, waId])
  return rows[0]!.wrote
}

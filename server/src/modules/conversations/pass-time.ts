import type { Tx } from '#platform/database/transaction'
import type { Address, ConversationsPorts } from './ports.ts'

/** `address` null: everybody who wrote on this channel. */
export type Silence = { channelId: string; windowHours: number | null; address: Address | null; seconds: number }

/**
 * Reckons the service window as if the customer had fallen silent so many seconds earlier; with 0 seconds, as another length of the window
 * demands. Only for channels whose time can be moved: the simulated phone's clock. Everything that asks for the window sees the same.
 */
export const passTime = async (tx: Tx, ports: Pick<ConversationsPorts, 'now'>, { channelId, windowHours, address, seconds }: Silence): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>(
    `with silent as (
       select c.id, least(c.last_inbound_at - make_interval(secs => $3), $4::timestamptz) as since from conversations.conversation c
       where c.tenant_id = $1 and c.channel_id = $2 and c.last_inbound_at is not null
         and ($5::text is null or c.contact_id in (
           select contact_id from contacts.identity_card where tenant_id = $1 and channel_id = $2 and kind = $5 and value = $6))
       order by c.id for update of c),
     reckoned as (select id, since, since + make_interval(secs => $7::float8 * 3600) as expires from silent)
     update conversations.conversation c set last_inbound_at = r.since, window_expires_at = coalesce(r.expires, c.window_expires_at), updated_at = $4
     from reckoned r where c.tenant_id = $1 and c.id = r.id and ($3 <> 0 or c.window_expires_at is distinct from coalesce(r.expires, c.window_expires_at))
     returning c.id`,
    [tx.tenantId, channelId, seconds, ports.now(), address?.kind ?? null, address?.value ?? null, windowHours],
  )
  for (const { id } of rows) tx.publish({ type: 'conversation.changed', payload: { conversationId: id, what: 'state' } })
}

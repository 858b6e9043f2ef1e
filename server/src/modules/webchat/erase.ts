import type { Tx } from '#platform/database/transaction'
import { lookAgain } from './network.ts'
import type { WebchatPorts } from './ports.ts'

/** A message by the id that it has in its chat. */
export type Said = { channelId: string; id: string }

/**
 * Erases messages from the chats of their visitors; what stands in no chat is passed over. The chats are locked first, as by everybody who changes what
 * stands in them, and get a newer number, below which pages begin anew.
 */
export const erase = async (ports: Pick<WebchatPorts, 'hints'>, tx: Tx, said: readonly Said[]): Promise<void> => {
  const named = [tx.tenantId, said.map(({ channelId }) => channelId), said.map(({ id }) => id)]
  const { rows: chats } = await tx.query<{ channelId: string; visitorId: string }>(
    `select v.channel_id as "channelId", v.id as "visitorId" from webchat.visitor v
     where v.tenant_id = $1 and (v.channel_id, v.id) in (
       select e.channel_id, e.visitor_id from unnest($2::uuid[], $3::text[]) as said (channel_id, id)
       join webchat.entry e on e.tenant_id = $1 and e.channel_id = said.channel_id and e.id = said.id)
     order by v.channel_id, v.id for update`,
    named,
  )
  if (chats.length === 0) return
  await tx.query(
    `with gone as (
       delete from webchat.entry e using unnest($2::uuid[], $3::text[]) as said (channel_id, id)
       where e.tenant_id = $1 and e.channel_id = said.channel_id and e.id = said.id)
     update webchat.visitor v set last_seq = v.last_seq + 1, erased_seq = v.last_seq + 1 from unnest($4::uuid[], $5::uuid[]) as chat (channel_id, id)
     where v.tenant_id = $1 and v.channel_id = chat.channel_id and v.id = chat.id`,
    [...named, chats.map(({ channelId }) => channelId), chats.map(({ visitorId }) => visitorId)],
  )
  for (const chat of chats) lookAgain(ports, tx, chat)
}

import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** So many conversations of one person are told anew, the newest: what lies further back is true again when a list is read. */
const mostOfOne = 20

/** Conversations whose people came to another stage, which their rows say and lists are narrowed by, each with the last event that told of it. */
export const movedByStage = async (tx: Tx, events: readonly StoredEvent[]): Promise<Map<string, number>> => {
  const lastOf = new Map(events.flatMap(({ type, payload, seq }) => (type === 'contact.stage_changed' ? [[String(payload.contactId), seq] as const] : [])))
  if (lastOf.size === 0) return new Map()
  const { rows } = await tx.query<{ id: string; contact_id: string }>(
    `select c.id, c.contact_id from unnest($2::uuid[]) as moved (id) cross join lateral (
       select * from conversations.conversation o where o.tenant_id = $1 and o.contact_id = moved.id order by o.id desc limit ${mostOfOne}) c`,
    [tx.tenantId, [...lastOf.keys()]],
  )
  return new Map(rows.map(({ id, contact_id }) => [id, lastOf.get(contact_id)!]))
}

import type { Tx } from '#platform/database/transaction'
import type { Audience } from '#platform/realtime/rooms'

/** Who hears of a conversation: those who see the conversations of whoever has it. Null when there is none within the transaction's sight. */
export const audienceOf = async (tx: Tx, conversationId: string): Promise<Audience | null> => {
  const { rows } = await tx.query<{ assignee_id: string | null }>('select assignee_id from conversations.conversation where tenant_id = $1 and id = $2', [
    tx.tenantId,
    conversationId,
  ])
  return rows[0] ? { of: [rows[0].assignee_id] } : null
}

/** Whose conversations they are in, and who sees them anyway. */
type ReachOfContact = { of: (string | null)[]; people: string[] }

/**
 * Who hears of contacts: those who see one of their conversations, whoever added them, and where nobody has talked to them yet those who see what
 * nobody has.
 */
export const audiencesOfContacts = async (tx: Tx, contactIds: readonly string[]): Promise<Map<string, ReachOfContact>> => {
  const { rows } = await tx.query<{ id: string; created_by: string | null; holders: (string | null)[] }>(
    `select p.id, p.created_by,
       array(select distinct c.assignee_id from conversations.conversation c where c.tenant_id = p.tenant_id and c.contact_id = p.id) as holders
     from contacts.contact_card p where p.tenant_id = $1 and p.id = any($2::uuid[])`,
    [tx.tenantId, contactIds],
  )
  return new Map(
    rows.map(({ id, created_by, holders }) => [id, { of: holders.length > 0 ? holders : [null], people: created_by === null ? [] : [created_by] }]),
  )
}

import type { Mentionable } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { By } from './acts/by.ts'
import type { ConversationsPorts } from './ports.ts'

type Ports = Pick<ConversationsPorts, 'readers' | 'now'>
type Member = { id: string; name: string; role: string }

/** Of one organisation; more are found by their name. */
const mostMembers = 2000
const mostShown = 20

const holderOf = async (tx: Tx, conversationId: string): Promise<string | null> => {
  const { rows } = await tx.query<{ assignee_id: string | null }>('select assignee_id from conversations.conversation where tenant_id = $1 and id = $2', [
    tx.tenantId,
    conversationId,
  ])
  if (!rows[0]) throw absent('conversation')
  return rows[0].assignee_id
}

/** Everybody in a team with somebody. */
const matesOf = async (tx: Tx, userId: string): Promise<Set<string>> => {
  const { rows } = await tx.query<{ id: string }>(
    'select distinct mate.id from identity.team_card t, unnest(t.member_ids) as mate (id) where t.tenant_id = $1 and $2 = any(t.member_ids)',
    [tx.tenantId, userId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Members who see a conversation, as their roles reach: only they can be called into it. `words`: those whose name has them. */
const readersOf = async (tx: Tx, ports: Ports, conversationId: string, words: string | null): Promise<Member[]> => {
  const holder = await holderOf(tx, conversationId)
  const [reachOf, mates] = [await ports.readers(tx), holder === null ? new Set<string>() : await matesOf(tx, holder)]
  const { rows } = await tx.query<Member>(
    `select id, name, role from identity.member_card where tenant_id = $1 and status = 'active'
     and ($2::text is null or position(public.unaccent(lower($2)) in public.unaccent(lower(name))) > 0) order by lower(name), id limit ${mostMembers}`,
    [tx.tenantId, words],
  )
  return rows.filter(({ id, role }) => {
    const reach = reachOf(role)
    if (reach === 'all' || (reach !== null && id === holder)) return true
    return reach === 'queue' ? holder === null : reach === 'team' && (holder === null || mates.has(id))
  })
}

/** Whom somebody can call in a note of this conversation, by name; themselves not. */
export const listMentionable = async (tx: Tx, ports: Ports, conversationId: string, by: By, search: string | undefined): Promise<Mentionable[]> =>
  (await readersOf(tx, ports, conversationId, search?.trim() || null))
    .filter(({ id }) => id !== by.userId)
    .slice(0, mostShown)
    .map(({ id, name }) => ({ id, name }))

/** Those who are called, by id; refused when one of them does not see the conversation. */
export const calledIn = async (tx: Tx, ports: Ports, conversationId: string, by: By, ids: readonly string[]): Promise<Mentionable[]> => {
  if (ids.length === 0) return []
  const readers = new Map((await readersOf(tx, ports, conversationId, null)).map((member) => [member.id, member]))
  const missing = ids.findIndex((id) => !readers.has(id))
  if (missing >= 0) {
    const message = 'This person does not see the conversation.'
    throw new Failure('invalid', 'mention.unreachable', message, { errors: [{ path: `mentions.${missing}`, code: 'mention.unreachable', message }] })
  }
  return [...new Set(ids)].filter((id) => id !== by.userId).map((id) => ({ id, name: readers.get(id)!.name }))
}

/** Remembers who was called by a note that is stored. */
export const storeMentions = async (
  tx: Tx,
  ports: Ports,
  { conversationId, messageId, called }: { conversationId: string; messageId: string; called: readonly Mentionable[] },
): Promise<void> => {
  if (called.length === 0) return
  const userIds = called.map(({ id }) => id)
  await tx.query(
    `insert into conversations.mention (tenant_id, message_id, conversation_id, user_id, created_at) select $1, $2, $3, id, $5 from unnest($4::uuid[]) as called (id)`,
    [tx.tenantId, messageId, conversationId, userIds, ports.now()],
  )
  tx.publish({ type: 'conversation.mentioned', payload: { conversationId, messageId, userIds } })
}

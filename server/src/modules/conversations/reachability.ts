import type { UnreachableCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Moved } from './message-status.ts'
import type { ConversationsPorts } from './ports.ts'

/** A message in a conversation that failed because of the person. */
export type NotReached = { conversationId: string; cause: UnreachableCause }

/** Messages of these conversations failed because of the person, each told once: it is counted where they would have gone. */
export const notReached = async (tx: Tx, ports: Pick<ConversationsPorts, 'noteMissed'>, failed: readonly NotReached[]): Promise<void> => {
  if (failed.length === 0) return
  const { rows } = await tx.query<{ id: string; identity_id: string }>(
    'select id, identity_id from conversations.conversation where tenant_id = $1 and id = any($2::uuid[])',
    [tx.tenantId, failed.map(({ conversationId }) => conversationId)],
  )
  const identityOf = new Map(rows.map((row) => [row.id, row.identity_id]))
  const missed = failed.flatMap(({ conversationId, cause }) => {
    const identityId = identityOf.get(conversationId)
    return identityId === undefined ? [] : [{ identityId, cause }]
  })
  if (missed.length > 0) await ports.noteMissed(tx, missed)
}

const arrived = new Set(['delivered', 'read', 'played'])

/** Messages got to people: whoever was not reached lately is again. `there`: ids of those that got there as soon as the channel took them. */
export const reachedBy = async (
  tx: Tx,
  ports: Pick<ConversationsPorts, 'noteReached'>,
  moved: readonly Moved[],
  there?: ReadonlySet<string>,
): Promise<void> => {
  const reached = moved.filter(({ id, status, some_unreached }) => some_unreached && (arrived.has(status) || (status === 'sent' && there?.has(id))))
  if (reached.length === 0) return
  const { rows } = await tx.query<{ identity_id: string }>(
    `select distinct c.identity_id from conversations.conversation c
     join contacts.unreached_fact u on u.tenant_id = c.tenant_id and u.identity_id = c.identity_id where c.tenant_id = $1 and c.id = any($2::uuid[])`,
    [tx.tenantId, reached.map(({ conversation_id }) => conversation_id)],
  )
  if (rows.length > 0)
    await ports.noteReached(
      tx,
      rows.map(({ identity_id }) => identity_id),
    )
}

import type { ConversationFilter } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { rowsText } from './conversations.ts'

const found = (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter, limit: number) =>
  rowsText(tx, ports.now(), userId, { ...filter, sort: 'newest', limit: limit - 1 })

/** The ids of all conversations that a list with this filter holds, newest first, at most `limit`. */
export const matchingIds = async (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter, limit: number): Promise<string[]> => {
  const { ids, values } = await found(tx, ports, userId, filter, limit)
  return (await tx.query<{ id: string }>(ids, values)).rows.map(({ id }) => id)
}

/** How many there are, counted up to `limit`. */
export const countMatching = async (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter, limit: number): Promise<number> => {
  const { ids, values } = await found(tx, ports, userId, filter, limit)
  return (await tx.query<{ count: number }>(`select count(*)::int as count from ${ids} f`, values)).rows[0]!.count
}

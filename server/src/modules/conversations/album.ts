import type { Tx } from '#platform/database/transaction'
import type { Thread } from './thread.ts'

/** Pictures of one album come right after each other, with little between them. */
const lately = 30

/**
 * Whether a message belongs to an album of which something came before. Each part stands in the thread; whoever answers has heard of the album with its first
 * part, and is not to answer every picture of it.
 */
export const goesWithAlbum = async (tx: Tx, { facts }: Thread, context: Record<string, unknown> | null): Promise<boolean> => {
  const album = context?.['album']
  if (typeof album !== 'string') return false
  const { rowCount } = await tx.query(
    `select 1 from conversations.message where tenant_id = $1 and conversation_id = $2 and seq > $3 and direction = 'in' and context ->> 'album' = $4 limit 1`,
    [tx.tenantId, facts.id, facts.lastSeq - lately, album],
  )
  return rowCount === 1
}

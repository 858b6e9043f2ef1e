import type { Message, Page } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { ConversationsPorts } from './ports.ts'
import { messageSelect, messagesOf, type MessageRow } from './views.ts'

type MessagesQuery = {
  limit: number
  cursor?: string | undefined
  afterSeq?: number | undefined
  beforeSeq?: number | undefined
  aroundSeq?: number | undefined
}

/** The largest number a sequence can reach: a column of 32 bits. */
const lastSeq = 2_147_483_647

const seqIn = (cursor: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(cursor)) throw foreignCursor()
  return Math.min(Number(cursor), lastSeq)
}

/** A page of a thread in ascending order: the newest, or those before, after or around a sequence number. `nextCursor` leads further up. */
export const listMessages = async (tx: Tx, ports: ConversationsPorts, conversationId: string, query: MessagesQuery): Promise<Page<Message>> => {
  const known = await tx.query('select 1 from conversations.conversation where tenant_id = $1 and id = $2', [tx.tenantId, conversationId])
  if (known.rowCount === 0) throw absent('conversation')
  const select = `${messageSelect} where m.tenant_id = $1 and m.conversation_id = $2`
  if (query.afterSeq !== undefined) {
    const { rows } = await tx.query<MessageRow>(`${select} and m.seq > $3 order by m.seq limit $4`, [tx.tenantId, conversationId, query.afterSeq, query.limit])
    return { items: await messagesOf(tx, ports, rows), nextCursor: null }
  }
  const before =
    query.beforeSeq ?? (query.cursor !== undefined ? seqIn(query.cursor) : query.aroundSeq ? query.aroundSeq + Math.ceil(query.limit / 2) : lastSeq)
  const { rows } = await tx.query<MessageRow>(`${select} and m.seq < $3 order by m.seq desc limit $4`, [tx.tenantId, conversationId, before, query.limit + 1])
  const page = rows.slice(0, query.limit).reverse()
  return { items: await messagesOf(tx, ports, page), nextCursor: rows.length > query.limit ? String(page[0]!.seq) : null }
}

import type { Message, Page } from '@chasqui/contracts'
import { wordsOf } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { snippetAround } from './domain/snippet.ts'
import type { ConversationsPorts } from './ports.ts'
import { readMessages } from './views.ts'

export type Hit = { message: Message; conversationId: string; contactName: string; snippet: string }

/**
 * Whether somebody tries out what is hidden from them. The database refuses plain digits and signs; those of another width, or with marks in between,
 * are found in the index like plain ones.
 */
const triesHidden = ({ sight }: Tx, words: string): boolean => {
  const plain = words.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  return (sight?.hides.includes('phone') && /\d{5}/.test(plain)) || (sight?.hides.includes('email') && plain.includes('@')) || false
}

type Row = { id: string; found: boolean; name: string | null }

/**
 * Messages by their words, accent-blind, newest first, through the one function that may use the search index under row-level security. A page may hold
 * fewer than asked for, or none, and still lead on: the function looks for a bounded time, and its last row then tells how far it has looked.
 */
export const searchMessages = async (
  tx: Tx,
  ports: ConversationsPorts,
  query: { q: string; limit: number; cursor?: string | undefined; conversationId?: string | undefined },
): Promise<Page<Hit>> => {
  if (triesHidden(tx, query.q)) return { items: [], nextCursor: null }
  const { rows } = await tx.query<Row>(
    `select hit.id, hit.conversation_id is not null as found, p.name from conversations.search_messages($1, $2, $3, $4) hit
     left join conversations.conversation c on c.tenant_id = $5 and c.id = hit.conversation_id
     left join contacts.contact_card p on p.tenant_id = c.tenant_id and p.id = c.contact_id
     where hit.conversation_id is null or p.id is not null order by hit.id desc`,
    [query.q, idCursor(query.cursor), query.conversationId ?? null, query.limit + 1, tx.tenantId],
  )
  const hits = rows.filter((row) => row.found)
  const lookedAsFarAs = rows.find((row) => !row.found)?.id ?? null
  const page = hits.slice(0, query.limit)
  const messages = new Map(
    (
      await readMessages(
        tx,
        ports,
        page.map((row) => row.id),
      )
    ).map((message) => [message.id, message]),
  )
  const items = page.flatMap((row) => {
    const message = messages.get(row.id)
    return message
      ? [{ message, conversationId: message.conversationId, contactName: row.name ?? '', snippet: snippetAround(wordsOf(message.content), query.q) }]
      : []
  })
  return { items, nextCursor: hits.length > query.limit ? page.at(-1)!.id : lookedAsFarAs }
}

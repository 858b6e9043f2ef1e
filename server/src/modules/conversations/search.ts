import type { Message, Page } from '@chasqui/contracts'
import { wordsOf } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { snippetAround } from './domain/snippet.ts'
import { withoutExclusions } from './domain/without-exclusions.ts'
import type { ConversationsPorts } from './ports.ts'
import { excludes, foundByWhatIsShown } from './search-shown.ts'
import { readMessages } from './views.ts'

export type Hit = { message: Message; conversationId: string; contactName: string; snippet: string }
type Query = { q: string; limit: number; cursor?: string | undefined; conversationId?: string | undefined }

/**
 * Whether somebody tries out what is hidden from them. The database refuses plain digits and signs; those of another width, or with marks in between,
 * are found in the index like plain ones.
 */
const triesHidden = ({ sight }: Tx, words: string): boolean => {
  const plain = words.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  return (sight?.hides.includes('phone') && /\d{5}/.test(plain)) || (sight?.hides.includes('email') && plain.includes('@')) || false
}

type Found = { id: string; name: string }
/** `lookedAsFarAs`: the search stopped there for now, and goes on from there; null: nothing older is found. */
type Looked = { found: Found[]; lookedAsFarAs: string | null }
type Row = { id: string; found: boolean; name: string }

/**
 * Messages by their words, accent-blind, newest first, through the one function that may use the search index under row-level security. It looks for a
 * bounded time, and its last row then tells how far it has looked. Enough found, it stops there.
 */
const findByIndex = async (tx: Tx, words: string, { conversationId }: Query, before: string | null, count: number): Promise<Looked> => {
  const { rows } = await tx.query<Row>(
    `select hit.id, hit.conversation_id is not null as found, coalesce(p.name, '') as name from conversations.search_messages($1, $2, $3, $4) hit
     left join conversations.conversation c on c.tenant_id = $5 and c.id = hit.conversation_id
     left join contacts.contact_card p on p.tenant_id = c.tenant_id and p.id = c.contact_id
     where hit.conversation_id is null or p.id is not null order by hit.id desc`,
    [words, before, conversationId ?? null, count, tx.tenantId],
  )
  return { found: rows.filter((row) => row.found), lookedAsFarAs: rows.find((row) => !row.found)?.id ?? null }
}

const readHits = async (tx: Tx, ports: ConversationsPorts, found: Found[], query: string): Promise<Hit[]> => {
  const ids = found.map(({ id }) => id)
  const messages = new Map((await readMessages(tx, ports, ids)).map((message) => [message.id, message]))
  return found.flatMap(({ id, name }) => {
    const message = messages.get(id)
    return message ? [{ message, conversationId: message.conversationId, contactName: name, snippet: snippetAround(wordsOf(message.content), query) }] : []
  })
}

/** Found messages that are looked at for one page, and how many of them at a time. */
const mostLookedAt = 2000
const batch = 200

/**
 * A page for whoever is hidden something: of what the index finds only what is found by the shown words too. Nothing of the page tells of the others:
 * not how many it holds, nor where the next one begins. Where thousands are found by hidden words alone, what is older than them is not looked for.
 */
const searchShown = async (tx: Tx, ports: ConversationsPorts, query: Query): Promise<Page<Hit>> => {
  const words = withoutExclusions(query.q)
  if (await excludes(tx, words)) return { items: [], nextCursor: null }
  const hits: Hit[] = []
  let before = idCursor(query.cursor)
  let onFrom: string | null = null
  for (let looked = 0; looked < mostLookedAt && hits.length <= query.limit; looked += batch) {
    const { found, lookedAsFarAs } = await findByIndex(tx, words, query, before, batch)
    const read = await readHits(tx, ports, found, query.q)
    const shown = await foundByWhatIsShown(
      tx,
      query.q,
      read.map(({ message }) => message),
    )
    hits.push(...read.filter(({ message }) => shown.has(message.id)))
    onFrom = lookedAsFarAs
    if (found.length < batch) break
    before = found.at(-1)!.id
  }
  const items = hits.slice(0, query.limit)
  return { items, nextCursor: hits.length > query.limit ? items.at(-1)!.message.id : onFrom }
}

/** Messages by their words. A page may hold fewer than asked for, or none, and still lead on. */
export const searchMessages = async (tx: Tx, ports: ConversationsPorts, query: Query): Promise<Page<Hit>> => {
  if (triesHidden(tx, query.q)) return { items: [], nextCursor: null }
  if (tx.sight && tx.sight.hides.length > 0) return searchShown(tx, ports, query)
  const { found, lookedAsFarAs } = await findByIndex(tx, query.q, query, idCursor(query.cursor), query.limit + 1)
  const page = found.slice(0, query.limit)
  return { items: await readHits(tx, ports, page, query.q), nextCursor: found.length > query.limit ? page.at(-1)!.id : lookedAsFarAs }
}

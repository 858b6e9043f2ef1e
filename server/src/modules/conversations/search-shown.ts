import type { Message } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { searchableWords } from './domain/message.ts'

/** The query as the index is asked it: every word a prefix, unless quotes or minus make a web search of it. */
const wanted = `case when $1 ~ '["-]' then websearch_to_tsquery('public.cq', $1)
  else (select string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery from unnest(to_tsvector('public.cq'::regconfig, $1))) end`

/**
 * Of messages that the index found those that are found by what is shown of them. The index knows the words as they were written: without this, a hidden
 * address would be guessed letter by letter, by what is found and, with a minus, by what is not.
 */
export const foundByWhatIsShown = async (tx: Tx, query: string, messages: Message[]): Promise<Set<string>> => {
  const { rows } = await tx.query<{ id: string }>(
    `select shown.id from unnest($2::uuid[], $3::text[]) shown (id, words) where to_tsvector('public.cq'::regconfig, shown.words) @@ (${wanted})`,
    [query, messages.map(({ id }) => id), messages.map(({ content }) => searchableWords(content))],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Whether the index would be asked for what is not there. */
export const excludes = async (tx: Tx, query: string): Promise<boolean> =>
  (await tx.query<{ excludes: boolean }>(`select coalesce((${wanted})::text like '%!%', true) as excludes`, [query])).rows[0]!.excludes

import type { ContactStage, ConversationListQuery } from '@chasqui/contracts'
import type { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import { soughtWords } from '../domain/sought-words.ts'
import { hasPriority } from './order.ts'
import { mentionsMe, notClosed } from './parts.ts'

export type ListQuery = z.infer<typeof ConversationListQuery>
/** Makes a value a parameter of the statement and answers its place. */
export type PlaceValue = (value: unknown) => string

/** So many people may match the words that are searched for; where there are more, the list is read in its order and soon full. */
const mostPeople = 1000

/** What is shown of a person holds the words: also of what is masked nothing else is found. Alone in its row, so that it is asked in the list's order. */
const isShownWith = (place: string) =>
  `(select public.unaccent(lower(p.name || ' ' || coalesce(p.profile_name, '') || ' ' || coalesce(p.phone, '') || ' ' || coalesce(p.email, ''))) like '%' || public.unaccent(lower(${place})) || '%'
    from contacts.contact_card p where p.tenant_id = c.tenant_id and p.id = c.contact_id limit 1)`

const peopleWith = async (tx: Tx, words: string): Promise<string[] | null> => {
  const { rows } = await tx.query<{ ids: string[] | null }>('select contacts.ids_by_words_fact($1, $2) as ids', [words, mostPeople])
  return rows[0]!.ids
}

const byWords = async (tx: Tx, written: string, place: PlaceValue): Promise<string[]> => {
  const words = soughtWords(written)
  const people = await peopleWith(tx, words)
  return [
    ...(people ? [`c.contact_id = any(${place(people)}::uuid[])`] : []),
    ...(!people || (tx.sight?.hides.length ?? 0) > 0 ? [isShownWith(place(words.replace(/[\\%_]/g, '\\$&')))] : []),
  ]
}

/** So many conversations with a tag are taken by their ids; where there are more, the list is read in its order and soon full. */
const mostTagged = 500

const byTag = async (tx: Tx, tagId: string, place: PlaceValue): Promise<string> => {
  const { rows } = await tx.query<{ ids: string[] | null }>('select conversations.ids_by_tag_fact($1, $2) as ids', [tagId, mostTagged])
  const ids = rows[0]!.ids
  if (ids) return `c.id = any(${place(ids)}::uuid[])`
  return `(select true from conversations.conversation_tag ct where ct.tenant_id = c.tenant_id and ct.conversation_id = c.id and ct.tag_id = ${place(tagId)} limit 1)`
}

/** So many people at a stage are taken by their ids; where there are more, the list is read in its order and soon full. */
const mostAtStage = 2000

const byStage = async (tx: Tx, stage: ContactStage, place: PlaceValue): Promise<string> => {
  const { rows } = await tx.query<{ ids: string[] | null }>('select contacts.ids_by_stage_fact($1, $2) as ids', [stage, mostAtStage])
  const ids = rows[0]!.ids
  if (ids) return `c.contact_id = any(${place(ids)}::uuid[])`
  return `(select p.stage = ${place(stage)} from contacts.contact_card p where p.tenant_id = c.tenant_id and p.id = c.contact_id limit 1)`
}

const minutes = (place: string) => `${place}::integer * interval '1 minute'`

/** So many who wait are taken by how long they do; where there are more, the list is read in its order and soon full. */
const mostWaiting = 1000

const byWaiting = async (tx: Tx, now: Date, longerThan: number, place: PlaceValue): Promise<string> => {
  const since = new Date(now.getTime() - longerThan * 60_000)
  const { rows } = await tx.query<{ many: boolean }>(
    `select count(*) > $3 as many from (select 1 from conversations.conversation c where c.tenant_id = $1 and ${notClosed} and c.waiting_since <= $2 limit $3 + 1) waiting`,
    [tx.tenantId, since, mostWaiting],
  )
  const waits = `c.waiting_since <= ${place(since)}::timestamptz`
  // Said in a way that the planner takes no index for and expects of nearly everybody.
  return rows[0]!.many ? `coalesce(${waits}, false)::integer <> 0` : waits
}

/** What narrows a list beside its view and tab; the words that are looked for apart, since what many people match is only found in the list's order. */
export const narrowingOf = async (tx: Tx, now: Date, query: ListQuery, place: PlaceValue): Promise<{ indexed: string[]; words: string[] }> => {
  const equal = (column: string, value: unknown): string[] => (value === undefined ? [] : [`c.${column} = ${place(value)}`])
  const indexed = [
    ...equal('channel_id', query.channelId),
    ...equal('queue_id', query.queueId),
    ...equal('campaign_id', query.campaignId),
    ...equal('assignee_id', query.assigneeId),
    ...equal('contact_id', query.contactId),
    ...equal('state', query.state ?? query.status),
    ...(query.view === 'mentions' ? [mentionsMe] : []),
    ...(query.priority ? [hasPriority(query.priority)] : []),
    ...(query.tagId === undefined ? [] : [await byTag(tx, query.tagId, place)]),
    ...(query.stage === undefined ? [] : [await byStage(tx, query.stage, place)]),
    ...(query.unread === undefined ? [] : [query.unread ? 'c.unread > 0' : 'c.unread = 0']),
    ...(query.windowClosesWithin === undefined ? [] : [`c.window_expires_at > $3 and c.window_expires_at <= $3 + ${minutes(place(query.windowClosesWithin))}`]),
    ...(query.waitingLongerThan === undefined ? [] : [await byWaiting(tx, now, query.waitingLongerThan, place)]),
  ]
  return { indexed, words: query.q ? await byWords(tx, query.q, place) : [] }
}

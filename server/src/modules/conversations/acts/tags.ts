import type { Page, Tag } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'
import { takeThread } from '../thread.ts'

/** Names of the six tag colours; the screens hold their tones for both themes. */
const colors = ['blue', 'green', 'amber', 'red', 'violet', 'teal'] as const
const colorOf = (name: string): string => colors[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colors.length]!

/** The same letters may come composed or in parts. */
const oneSpelling = (name: string): string => name.normalize('NFC')

/** Makes the tags that are not there yet, whatever the case; the names, each once. */
export const ensureTags = async (tx: Tx, ports: Pick<ConversationsPorts, 'now' | 'newId'>, names: string[]): Promise<string[]> => {
  const wanted = [...new Map(names.map(oneSpelling).map((name) => [name.toLowerCase(), name])).values()]
  await tx.query(
    `insert into conversations.tag (tenant_id, id, name, color, created_at) select $1, t.id, t.name, t.color, $2 from unnest($3::uuid[], $4::text[], $5::text[]) as t (id, name, color) on conflict (tenant_id, lower(name)) do nothing`,
    [tx.tenantId, ports.now(), wanted.map(() => ports.newId()), wanted, wanted.map(colorOf)],
  )
  return wanted
}

/** Sets the tags of a conversation by name, whatever the case; unknown ones are made. */
export const setTags = async (tx: Tx, ports: ConversationsPorts, conversationId: string, names: string[]): Promise<void> => {
  const { facts } = await takeThread(tx, ports, conversationId)
  const wanted = await ensureTags(tx, ports, names)
  const ids = // Small letters are the database's, as in the index: its İ and JavaScript's are not the same.
    (
      await tx.query<{ id: string }>(
        'select id from conversations.tag where tenant_id = $1 and lower(name) in (select lower(name) from unnest($2::text[]) as wanted (name))',
        [tx.tenantId, wanted],
      )
    ).rows.map((row) => row.id)
  const { rows: removed } = await tx.query<{ name: string }>(
    `with removed as (
       delete from conversations.conversation_tag where tenant_id = $1 and conversation_id = $2 and tag_id <> all($3::uuid[]) returning tag_id)
     select t.name from removed join conversations.tag t on t.tenant_id = $1 and t.id = removed.tag_id`,
    [tx.tenantId, conversationId, ids],
  )
  const { rows: added } = await tx.query<{ name: string }>(
    `with added as (
       insert into conversations.conversation_tag (tenant_id, conversation_id, tag_id) select $1, $2, id from unnest($3::uuid[]) as t (id) on conflict do nothing returning tag_id)
     select t.name from added join conversations.tag t on t.tenant_id = $1 and t.id = added.tag_id`,
    [tx.tenantId, conversationId, ids],
  )
  const { contactId } = facts
  await ports.retagged(tx, { conversationId, contactId }, { added: added.map(({ name }) => name), removed: removed.map(({ name }) => name) })
  tx.publish({ type: 'conversation.changed', payload: { conversationId, what: 'tags' } })
}

/** Adds a tag before any conversation has it. */
export const createTag = async (tx: Tx, ports: ConversationsPorts, name: string): Promise<Tag> => {
  const { rows } = await tx.query<Tag>(
    'insert into conversations.tag (tenant_id, id, name, color, created_at) values ($1, $2, $3, $4, $5) on conflict (tenant_id, lower(name)) do nothing returning id, name, color',
    [tx.tenantId, ports.newId(), oneSpelling(name), colorOf(oneSpelling(name)), ports.now()],
  )
  if (!rows[0]) throw new Failure('conflict', 'tag.exists', 'There is a tag with this name.')
  return rows[0]
}

export const listTags = async (tx: Tx, query: { limit: number; cursor?: string | undefined }): Promise<Page<Tag>> => {
  const { rows } = await tx.query<Tag>(
    'select id, name, color from conversations.tag where tenant_id = $1 and ($2::uuid is null or id > $2) order by id limit $3',
    [tx.tenantId, idCursor(query.cursor), query.limit + 1],
  )
  const items = rows.slice(0, query.limit)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

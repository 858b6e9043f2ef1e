import { templateObstacle, type MessageError, type MessageTemplate, type Page, type TemplateParts, type TemplateSync } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'

type Told = Pick<MessageTemplate, 'id' | 'channelId' | 'name' | 'language' | 'category' | 'status' | 'statusReason' | 'statusAdvice' | 'quality'>
type Row = Told & { parts: TemplateParts; is_fillable: boolean }
const columns = `t.id, t.channel_id as "channelId", t.name, t.language, t.category, t.status, t.status_reason as "statusReason",
  t.status_advice as "statusAdvice", t.quality, t.parts, t.is_fillable`

const templateOf = ({ parts, is_fillable, ...row }: Row): MessageTemplate => ({
  ...row,
  header: parts.header,
  body: parts.body,
  footer: parts.footer,
  buttons: [...parts.buttons],
  obstacle: templateObstacle(parts),
  usable: is_fillable && row.status === 'approved',
})

const order = (template: string) => `${template}.name, ${template}.language, ${template}.id`

export type TemplatesQuery = {
  channelId?: string | undefined
  usable?: 'true' | 'false' | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** By name and language; those of channels that were removed are not there. */
export const listTemplates = async (tx: Tx, { channelId, usable, search, cursor, limit }: TemplatesQuery): Promise<Page<MessageTemplate>> => {
  const { rows } = await tx.query<Row>(
    `select ${columns} from templates.template t
     join channels.channel_card c on c.tenant_id = t.tenant_id and c.id = t.channel_id and c.deleted_at is null
     where t.tenant_id = $1 and ($2::uuid is null or t.channel_id = $2)
     and ($3::boolean is null or $3 = (t.is_fillable and t.status = 'approved'))
     and ($4::text is null or position(public.unaccent(lower($4)) in public.unaccent(lower(t.name || ' ' || (t.parts ->> 'body')))) > 0)
     and ($5::uuid is null or (${order('t')}) > (select ${order('l')} from templates.template l where l.tenant_id = $1 and l.id = $5))
     order by ${order('t')} limit $6`,
    [tx.tenantId, channelId ?? null, usable === undefined ? null : usable === 'true', search?.trim() || null, idCursor(cursor), limit + 1],
  )
  const items = rows.slice(0, limit).map(templateOf)
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

type SyncRow = { channelId: string; syncedAt: Date | null; count: number; error: MessageError | null }
const syncs = `select s.channel_id as "channelId", s.synced_at as "syncedAt", s.count, s.error from templates.sync s
  join channels.channel_card c on c.tenant_id = s.tenant_id and c.id = s.channel_id and c.deleted_at is null where s.tenant_id = $1`
const syncOf = ({ syncedAt, ...row }: SyncRow): TemplateSync => ({ ...row, syncedAt: syncedAt?.toISOString() ?? null })

export const listSyncs = async (tx: Tx): Promise<TemplateSync[]> =>
  (await tx.query<SyncRow>(`${syncs} order by s.channel_id limit 500`, [tx.tenantId])).rows.map(syncOf)

export const readSync = async (tx: Tx, channelId: string): Promise<TemplateSync> => {
  const { rows } = await tx.query<SyncRow>(`${syncs} and s.channel_id = $2`, [tx.tenantId, channelId])
  return rows[0] ? syncOf(rows[0]) : { channelId, syncedAt: null, count: 0, error: null }
}

const unknownText = `select asked.name from unnest($2::text[]) as asked (name)
where exists (select 1 from templates.sync s join channels.channel_card c on c.tenant_id = s.tenant_id and c.id = s.channel_id and c.deleted_at is null
    where s.tenant_id = $1 and s.synced_at is not null)
  and not exists (select 1 from templates.template t join channels.channel_card c on c.tenant_id = t.tenant_id and c.id = t.channel_id and c.deleted_at is null
    where t.tenant_id = $1 and t.name = asked.name)`

/** Those of these names under which no channel has a template. Where the templates of none were ever read nothing is known, and nothing is unknown. */
export const unknownTemplates = async (tx: Tx, names: readonly string[]): Promise<string[]> =>
  names.length === 0 ? [] : (await tx.query<{ name: string }>(unknownText, [tx.tenantId, names])).rows.map(({ name }) => name)

type Name = { name: string; language: string }

/** The category of each of these templates of a channel; null for those that are not known here. */
export const readCategories = async (tx: Tx, channelId: string, templates: readonly Name[]): Promise<(template: Name) => string | null> => {
  const { rows } = await tx.query<Name & { category: string }>(
    'select name, language, category from templates.template where tenant_id = $1 and channel_id = $2 and name = any($3::text[])',
    [tx.tenantId, channelId, [...new Set(templates.map(({ name }) => name))]],
  )
  return ({ name, language }) => rows.find((row) => row.name === name && row.language === language)?.category ?? null
}

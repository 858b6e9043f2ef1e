import { templateObstacle, type TemplateParts, type TemplateSync } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { ReadTemplate, TemplatesPorts } from './ports.ts'
import { readSync } from './views.ts'

/** ms within which a provider is not asked again. */
export const patience = 60_000

/** Languages of one template are few; a name is told apart by them. */
const isSame = (one: Pick<ReadTemplate, 'name' | 'language'>, other: Pick<ReadTemplate, 'name' | 'language'>) =>
  one.name === other.name && one.language === other.language

type Reading = { channelId: string; templates: readonly ReadTemplate[]; begunAt: Date }

/** What was told of a template since `$4` is newer than the list that was read from then on. Providers tell whole seconds. */
const isNewer = (at: string) => `t.${at} >= date_trunc('second', $4::timestamptz)`
const unlessNewer = (at: string, read: string, kept: string) => `case when ${isNewer(at)} then t.${kept} else ${read} end`

/** Answers whether anything became different. */
const store = async (tx: Tx, ports: TemplatesPorts, { channelId, templates, begunAt }: Reading): Promise<boolean> => {
  const unique = templates.filter((template, index) => templates.findIndex((other) => isSame(template, other)) === index)
  const gone = await tx.query(
    `delete from templates.template t where t.tenant_id = $1 and t.channel_id = $2
     and not exists (select 1 from jsonb_to_recordset($3::jsonb) as read (name text, language text) where read.name = t.name and read.language = t.language)`,
    [tx.tenantId, channelId, JSON.stringify(unique.map(({ name, language }) => ({ name, language })))],
  )
  const rows = unique.map(({ name, language, category, status, reason = null, quality = null, header, body, footer, buttons, others }) => {
    const parts: TemplateParts = { header, body, footer, buttons, ...(others && { others }) }
    return { id: ports.newId(), name, language, category, status, reason, quality, parts, fillable: templateObstacle(parts) === null }
  })
  const told = `(t.category, t.status, t.status_reason, t.status_advice, t.quality, t.parts, t.is_fillable)`
  const read = `(${unlessNewer('category_at', 'excluded.category', 'category')}, ${unlessNewer('status_at', 'excluded.status', 'status')},
    ${unlessNewer('status_at', 'excluded.status_reason', 'status_reason')},
    case when ${isNewer('status_at')} or excluded.status = t.status then t.status_advice end,
    ${unlessNewer('quality_at', 'excluded.quality', 'quality')}, excluded.parts, excluded.is_fillable)`
  const written = await tx.query(
    `insert into templates.template as t (tenant_id, id, channel_id, name, language, category, status, status_reason, quality, parts, is_fillable)
     select $1, id, $2, name, language, category, status, reason, quality, parts, fillable
     from jsonb_to_recordset($3::jsonb)
       as read (id uuid, name text, language text, category text, status text, reason text, quality text, parts jsonb, fillable boolean)
     on conflict (tenant_id, channel_id, name, language)
     do update set (category, status, status_reason, status_advice, quality, parts, is_fillable) = row ${read}
     where ${told} is distinct from ${read}`,
    [tx.tenantId, channelId, JSON.stringify(rows), begunAt],
  )
  await tx.query(
    `update templates.template t set status_at = greatest(status_at, $3), quality_at = greatest(quality_at, $3), category_at = greatest(category_at, $3)
     where tenant_id = $1 and channel_id = $2`,
    [tx.tenantId, channelId, begunAt],
  )
  return gone.rowCount !== 0 || written.rowCount !== 0
}

/** Whether somebody asks now: one at a time, and not again within a minute. */
const begin = async (tx: Tx, channelId: string, now: Date): Promise<boolean> => {
  const begun = await tx.query(
    `insert into templates.sync as s (tenant_id, channel_id, tried_at) values ($1, $2, $3)
     on conflict (tenant_id, channel_id) do update set tried_at = excluded.tried_at, wanted_at = null where s.tried_at <= $4`,
    [tx.tenantId, channelId, now, new Date(now.getTime() - patience)],
  )
  return begun.rowCount !== 0
}

/** Reads the templates of a channel from its provider. What could not be read stays as it was, with the reason beside it. */
export const syncTemplates = async (ports: TemplatesPorts, tenantId: string, channelId: string): Promise<TemplateSync> => {
  const offers = await ports.offers(tenantId, channelId)
  if (offers === null) throw absent('channel')
  if (!offers) throw new Failure('conflict', 'template.not_offered', 'This channel has no templates.')
  const now = ports.now()
  if (await ports.inTenant(tenantId, (tx) => begin(tx, channelId, now))) {
    const read = await ports.read(tenantId, channelId)
    if (!read) throw absent('channel')
    await ports.inTenant(tenantId, async (tx) => {
      const changed = read.ok && (await store(tx, ports, { channelId, templates: read.templates, begunAt: now }))
      await tx.query(
        `update templates.sync set error = $3, synced_at = coalesce($4, synced_at), count = coalesce($5, count) where tenant_id = $1 and channel_id = $2`,
        [tx.tenantId, channelId, read.ok ? null : JSON.stringify(read.error), read.ok ? now : null, read.ok ? read.templates.length : null],
      )
      if (changed) tx.publish({ type: 'template.changed', payload: { channelId } })
    })
  }
  return ports.inTenant(tenantId, (tx) => readSync(tx, channelId))
}

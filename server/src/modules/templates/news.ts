import type { Tx } from '#platform/database/transaction'
import type { TemplateNews, TemplatesPorts } from './ports.ts'
import { patience } from './sync.ts'

/** Jobs that read the templates of a channel again. */
export const rereadQueue = 'templates'

const day = 86_400_000

/** A time that was not told, or lies ahead, is that of arrival. */
const timeOf = (at: string, now: Date): Date => {
  const instant = new Date(at)
  return instant.getTime() < Date.UTC(2009, 0) || instant.getTime() > now.getTime() + day ? now : instant
}

type Column = 'status' | 'quality' | 'category'
/** What a change writes, and what is known of when that was last told. */
const writes: Record<Column, string> = {
  status: 'status = $6, status_reason = $7, status_advice = $8, status_at = $5',
  quality: 'quality = $6, quality_at = $5',
  category: 'category = $6, category_at = $5',
}
const valuesOf = (change: Exclude<TemplateNews['change'], { what: 'content' }>): (string | null)[] => {
  if (change.what === 'status') return [change.status, change.reason, change.advice]
  return [change.what === 'quality' ? change.quality : change.category]
}

/**
 * Takes news of a template as the provider tells them: repeated and in any order, the newest stays. Providers tell whole seconds, so that of one
 * second the last to arrive counts. What is told of a template that is not known here, or without telling what changed, lets the templates be read again.
 */
export const takeNews = async (tx: Tx, ports: TemplatesPorts, channelId: string, { name, language, at, change }: TemplateNews): Promise<void> => {
  if (change.what === 'content') return readAgain(tx, ports, channelId)
  const known = await tx.query<{ older: boolean }>(
    `select ${change.what}_at is null or date_trunc('second', ${change.what}_at) <= $5 as older from templates.template
     where tenant_id = $1 and channel_id = $2 and name = $3 and language = $4 for update`,
    [tx.tenantId, channelId, name, language, timeOf(at, ports.now())],
  )
  const [template] = known.rows
  if (!template) return readAgain(tx, ports, channelId)
  if (!template.older) return
  await tx.query(`update templates.template set ${writes[change.what]} where tenant_id = $1 and channel_id = $2 and name = $3 and language = $4`, [
    tx.tenantId,
    channelId,
    name,
    language,
    timeOf(at, ports.now()),
    ...valuesOf(change),
  ])
  tx.publish({ type: 'template.changed', payload: { channelId } })
}

/** Once for everything that is told until then; a channel whose templates nobody ever looked at is left alone. */
const readAgain = async (tx: Tx, ports: TemplatesPorts, channelId: string): Promise<void> => {
  const now = ports.now()
  const { rows } = await tx.query<{ tried_at: Date }>(
    'update templates.sync set wanted_at = $3 where tenant_id = $1 and channel_id = $2 and wanted_at is null returning tried_at',
    [tx.tenantId, channelId, now],
  )
  if (!rows[0]) return
  const runAt = new Date(Math.max(now.getTime(), rows[0].tried_at.getTime() + patience))
  tx.enqueue({ queue: rereadQueue, key: channelId, payload: { channelId }, runAt })
}

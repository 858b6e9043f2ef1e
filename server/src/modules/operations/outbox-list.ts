import type { OutboxEntry, OutboxState, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { entriesOf, entryOf, type Row } from './outbox-row.ts'
import type { OperationsPorts } from './ports.ts'

export type Filter = {
  limit: number
  cursor?: string | undefined
  state?: OutboxState | undefined
  status?: OutboxState | undefined
  channelId?: string | undefined
}

/** What a state that people ask for is stored as. Some of what waits has a time before which it does not leave, and some of that because a try failed. */
const conditionOf = (wanted: OutboxState, now: Date): { condition: string; values: Date[] } => {
  if (wanted === 'scheduled') return { condition: `state = 'pending' and not_before > $3 and attempts = 0`, values: [now] }
  if (wanted === 'retry') return { condition: `state = 'pending' and not_before > $3 and attempts > 0`, values: [now] }
  return { condition: `state = '${wanted}'`, values: [] }
}

/** So many of the organisation's newest are looked through for a page of one channel where no index leads to its own: another index would be written with every message. */
const stretch = 5000

/** A page's statement, with one row more than it shows; `stretchEnd`: where the way on begins when the page is not full, for pages that are looked for. */
type PageText = { text: string; values: unknown[]; stretchEnd: { text: string; values: unknown[] } | null }

export const pageText = (tenantId: string, query: Filter, now: Date): PageText => {
  const { channelId, limit } = query
  const state = query.state ?? query.status
  const { condition, values: times } = state ? conditionOf(state, now) : { condition: 'true', values: [] }
  const values = [tenantId, idCursor(query.cursor), ...times]
  const [most, sender] = [`$${values.length + 1}`, `$${values.length + 2}`]
  const wanted = `platform.outbox where tenant_id = $1 and ($2::uuid is null or id < $2) and ${condition}`
  const newest = 'order by id desc'
  if (channelId === undefined) return { text: entriesOf(`${wanted} ${newest} limit ${most}`), values: [...values, limit + 1], stretchEnd: null }
  const own = [...values, limit + 1, channelId]
  const isLookedFor = state === undefined || state === 'sent'
  if (!isLookedFor) return { text: entriesOf(`${wanted} and sender = ${sender} ${newest} limit ${most}`), values: own, stretchEnd: null }
  return {
    text: entriesOf(`(select * from ${wanted} ${newest} limit ${stretch}) newest where sender = ${sender} ${newest} limit ${most}`),
    values: own,
    stretchEnd: { text: `select id from ${wanted} ${newest} offset ${stretch - 1} limit 1`, values },
  }
}

/** Of one channel, all of it or what has left is looked for among the newest of all channels: a page may come back with few, or none, and a way on. */
export const listOutbox = async (tx: Tx, ports: OperationsPorts, query: Filter): Promise<Page<OutboxEntry>> => {
  const now = ports.now()
  const { text, values, stretchEnd } = pageText(tx.tenantId, query, now)
  const { rows } = await tx.query<Row>(text, values)
  const items = rows.slice(0, query.limit).map((row) => entryOf(row, now))
  if (rows.length > query.limit) return { items, nextCursor: items.at(-1)!.id }
  const end = stretchEnd && (await tx.query<{ id: string }>(stretchEnd.text, stretchEnd.values)).rows[0]
  return { items, nextCursor: end?.id ?? null }
}

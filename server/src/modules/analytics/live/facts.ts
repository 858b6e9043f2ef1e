import type { Due, ServiceMetric } from '@chasqui/contracts'

/** Statements on conversations as `f`, the same for every number of the board and for the rows behind it. */
export const isWaiting = `(f.assignee_id is null and f.snoozed_until is null and f.floor in ('human', 'nobody')
  and (f.state in ('new', 'queued', 'transferred') or (f.state in ('active', 'assigned') and f.waiting_since is not null)))`
export const isInService = `(f.state <> 'closed' and f.assignee_id is not null)`
export const isWithBot = `f.state = 'bot'`
/** `$2` is now. */
export const isLate = `(f.state <> 'closed' and f.due_at <= $2::timestamptz)`
export const isAtRisk = `(f.state <> 'closed' and f.warn_at <= $2::timestamptz and f.due_at > $2::timestamptz)`
export const waitsSince = `coalesce((select w.since from routing.wait_fact w where w.tenant_id = f.tenant_id and w.conversation_id = f.id and w.ended_at is null), f.waiting_since, f.created_at)`

export const named = (card: string, id: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from ${card} n where n.tenant_id = f.tenant_id and n.id = ${id})`
export const contactName = `(select n.name from contacts.contact_card n where n.tenant_id = f.tenant_id and n.id = f.contact_id)`

export const dueColumns = 'f.due_metric, f.due_at, f.warn_at, f.due_remaining_seconds'
export type DueRow = { due_metric: ServiceMetric | null; due_at: Date | null; warn_at: Date | null; due_remaining_seconds: number | null }
export const dueOf = (row: DueRow): Due | null =>
  row.due_metric && {
    metric: row.due_metric,
    at: row.due_at?.toISOString() ?? null,
    warnAt: row.warn_at?.toISOString() ?? null,
    remainingSeconds: row.due_remaining_seconds,
  }

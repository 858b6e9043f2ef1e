import { zoneOffset, type GuardLimits } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Connection } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import { judge, type GuardDay, type Verdict } from './domain/judge.ts'

const dayMilliseconds = 86_400_000
/** Days by which a number is judged, today among them. */
const remembered = 7

/** The causes by which entries of the outbox are held here. */
export const heldCodes = ['guard.budget', 'guard.account_locked'] as const

export type Guarded = { tenantId: string; channelId: string; standard: GuardLimits; timeZone: string }

/** What guards a channel; null where its network consents to what we do. */
export const guardOf = async (ports: ChannelsPorts, connection: Pick<Connection, 'id' | 'tenantId' | 'adapter'> | null): Promise<Guarded | null> => {
  const standard = connection?.adapter.guard
  if (!connection || !standard) return null
  return { tenantId: connection.tenantId, channelId: connection.id, standard, timeZone: await ports.timeZone(connection.tenantId) }
}

/** The day of the business at an instant. */
export const dayAt = (at: Date, timeZone: string): string => new Date(at.getTime() + zoneOffset(at.getTime(), timeZone)).toISOString().slice(0, 10)

const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMilliseconds).toISOString().slice(0, 10)

export type Standing = { today: string; days: GuardDay[]; used: number; verdict: Verdict; heldUntil: Date | null; limits: { now: GuardLimits; isOwn: boolean } }

type Chosen = { first: number; step: number; most: number; per_minute: number }
type GuardRow = { held_until: Date | null; linked_at: Date | null } & (Chosen | Record<keyof Chosen, null>)

/** Nobody else counts, holds or releases on this channel until the transaction ends. */
export const lockGuard = async (tx: Tx, channelId: string): Promise<void> => {
  await tx.query('insert into channels.guard (tenant_id, channel_id) values ($1, $2) on conflict do nothing', [tx.tenantId, channelId])
  await tx.query('select 1 from channels.guard where tenant_id = $1 and channel_id = $2 for update', [tx.tenantId, channelId])
}

/** Another number is linked than before: it begins slowly, however long its channel has been there. */
export const noteLinked = (tx: Tx, channelId: string, at: Date): Promise<unknown> =>
  tx.query(
    'insert into channels.guard (tenant_id, channel_id, linked_at) values ($1, $2, $3) on conflict (tenant_id, channel_id) do update set linked_at = excluded.linked_at',
    [tx.tenantId, channelId, at],
  )

/** How a channel stands today. */
export const standingOf = async (tx: Tx, { channelId, standard, timeZone }: Guarded, now: Date): Promise<Standing> => {
  const guard = await tx.query<GuardRow>(
    'select held_until, linked_at, first, step, most, per_minute from channels.guard where tenant_id = $1 and channel_id = $2',
    [tx.tenantId, channelId],
  )
  const today = dayAt(now, timeZone)
  const [{ rows: days }, channel] = await Promise.all([
    tx.query<GuardDay>(
      'select day::text, cold, answered, failed, locks from channels.guard_day where tenant_id = $1 and channel_id = $2 and day > $3::date order by day desc',
      [tx.tenantId, channelId, daysBefore(today, remembered)],
    ),
    tx.query<{ created_at: Date }>('select created_at from channels.channel where tenant_id = $1 and id = $2', [tx.tenantId, channelId]),
  ])
  const [row] = guard.rows
  const since = Date.parse(dayAt(row?.linked_at ?? channel.rows[0]?.created_at ?? now, timeZone))
  const heldUntil = row?.held_until ?? null
  const own = row && row.first !== null ? { first: row.first, step: row.step, most: row.most, perMinute: row.per_minute } : null
  const limits = own ?? standard
  return {
    today,
    days,
    used: days.find(({ day }) => day === today)?.cold ?? 0,
    verdict: judge({ days, today, age: Math.round((Date.parse(today) - since) / dayMilliseconds) }, limits),
    heldUntil: heldUntil !== null && heldUntil > now ? heldUntil : null,
    limits: { now: limits, isOwn: own !== null },
  }
}

/** Adds to what is counted of a channel on a day. */
export const count = (tx: Tx, channelId: string, day: string, { cold = 0, failed = 0, locks = 0 }: Partial<GuardDay>): Promise<unknown> =>
  tx.query(
    `insert into channels.guard_day as d (tenant_id, channel_id, day, cold, failed, locks) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, channel_id, day) do update set cold = d.cold + excluded.cold, failed = d.failed + excluded.failed, locks = d.locks + excluded.locks`,
    [tx.tenantId, channelId, day, cold, failed, locks],
  )

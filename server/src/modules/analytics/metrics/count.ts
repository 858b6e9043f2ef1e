import type { MetricGrouping, MetricId } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { counting, knows } from './registry.ts'
import { sources, type Source, type SourceName } from './sources.ts'

/** Instants between which it lies (`ends` left out), and the same on the clock of the business. */
export type Period = { begins: Date; ends: Date; from: string; to: string; timeZone: string }
export type Narrowed = { campaignId?: string | undefined; queueId?: string | undefined; agentId?: string | undefined; channelId?: string | undefined }
export type Values = Partial<Record<MetricId, number | null>>
export type Counts = { totals: Values; groups: Map<string | null, Values> }

/** Days of the business, both with it; the last seven with today unless told. Times that a change of the clock leaves out begin when it goes on. */
export const periodOf = async (tx: Tx, now: Date, { from, to }: { from?: string | undefined; to?: string | undefined }): Promise<Period | null> => {
  const { rows } = await tx.query<Period>(
    `with days as (
       select t.time_zone, coalesce($4::date, greatest($3::date, ($2::timestamptz at time zone t.time_zone)::date)) as last, $3::date as first from tenancy.tenant_card t where t.tenant_id = $1),
     told as (select time_zone, coalesce(first, last - 6) as first, last from days)
     select first::timestamp at time zone time_zone as begins, (last + 1)::timestamp at time zone time_zone as ends, first::text as "from", last::text as "to", time_zone as "timeZone" from told`,
    [tx.tenantId, now, from ?? null, to ?? null],
  )
  return rows[0] ?? null
}

export const today = async (tx: Tx, now: Date): Promise<Period> => {
  const { rows } = await tx.query<{ day: string }>(
    `select ($2::timestamptz at time zone time_zone)::date::text as day from tenancy.tenant_card where tenant_id = $1`,
    [tx.tenantId, now],
  )
  const day = rows[0]!.day
  return (await periodOf(tx, now, { from: day, to: day }))!
}

const keyOf = ({ dimensions, local }: Source, groupBy: MetricGrouping): string => {
  if (groupBy === 'day') return `(${local})::date::text`
  return groupBy === 'hour' ? `to_char(${local}, 'HH24')` : `${dimensions[groupBy]}::text`
}

const places = { campaign: '$8', queue: '$9', agent: '$10', channel: '$11' } as const
type Dimension = keyof typeof places

const narrows = ({ campaignId, queueId, agentId, channelId }: Narrowed): Dimension[] => [
  ...(campaignId ? ['campaign' as const] : []),
  ...(queueId ? ['queue' as const] : []),
  ...(agentId ? ['agent' as const] : []),
  ...(channelId ? ['channel' as const] : []),
]

const narrowingOf = ({ dimensions }: Source, narrowed: readonly Dimension[]): string =>
  narrowed.map((dimension) => ` and ${dimensions[dimension]} = ${places[dimension]}`).join('')

// Names all places, so that each has a type wherever it is used.
const asked = `with asked as (select $1::uuid, $2::timestamptz, $3::timestamptz, $4::timestamptz, $5::text, $6::timestamp, $7::timestamp, $8::uuid, $9::uuid, $10::uuid, $11::uuid)`

const valuesOf = (tx: Tx, now: Date, period: Period, narrowed: Narrowed): unknown[] => [
  tx.tenantId,
  now,
  period.begins,
  period.ends,
  period.timeZone,
  `${period.from} 00:00`,
  `${period.to} 24:00`,
  narrowed.campaignId ?? null,
  narrowed.queueId ?? null,
  narrowed.agentId ?? null,
  narrowed.channelId ?? null,
]

/** Numbers of a period and, where asked, of each of its parts. What a number cannot be narrowed or told apart by leaves it out. */
export const countMetrics = async (
  tx: Tx,
  now: Date,
  { period, narrowed, groupBy, ids }: { period: Period; narrowed: Narrowed; groupBy: MetricGrouping | null; ids: readonly MetricId[] },
): Promise<Counts> => {
  const counts: Counts = { totals: {}, groups: new Map() }
  const dimensions = narrows(narrowed)
  const wanted = new Map<SourceName, MetricId[]>()
  for (const id of ids) {
    const { source } = counting[id]
    if (dimensions.every((dimension) => knows(source, dimension))) wanted.set(source, [...(wanted.get(source) ?? []), id])
  }
  const values = valuesOf(tx, now, period, narrowed)
  for (const [name, metrics] of wanted) {
    const source: Source = sources[name]
    const narrowing = narrowingOf(source, dimensions)
    const groups = groupBy !== null && knows(name, groupBy)
    const key = groups ? keyOf(source, groupBy) : null
    const { rows } = await tx.query<Record<string, number | string | boolean | null>>(
      `${asked} select ${key ? `grouping(${key}) = 1` : 'true'} as "isTotal", ${key ?? 'null'} as "key", ${metrics.map((id) => `(${counting[id].sql})::float8 as "${id}"`).join(', ')}
       from ${source.from} where ${source.within}${narrowing}${key ? ` group by grouping sets ((), (${key}))` : ''}`,
      values,
    )
    for (const row of rows) {
      const counted = Object.fromEntries(metrics.map((id) => [id, row[id] as number | null]))
      if (row.isTotal) Object.assign(counts.totals, counted)
      else counts.groups.set(row.key as string | null, { ...counts.groups.get(row.key as string | null), ...counted })
    }
  }
  return counts
}

/** How many lie between the limits: a number of each fact of a source. */
export const distribute = async (
  tx: Tx,
  now: Date,
  { period, narrowed, source: name, number, limits }: { period: Period; narrowed: Narrowed; source: SourceName; number: string; limits: readonly number[] },
): Promise<{ from: number; to: number | null; count: number }[]> => {
  const source: Source = sources[name]
  const narrowing = narrowingOf(source, narrows(narrowed))
  const { rows } = await tx.query<{ bucket: number; count: number }>(
    `${asked} select width_bucket((${number})::float8, $12::float8[]) as bucket, count(*)::int as count from ${source.from} where ${source.within}${narrowing} and (${number}) is not null group by 1`,
    [...valuesOf(tx, now, period, narrowed), limits],
  )
  const counts = new Map(rows.map(({ bucket, count }) => [bucket, count]))
  return limits.map((from, index) => ({ from, to: limits[index + 1] ?? null, count: counts.get(index + 1) ?? 0 }))
}

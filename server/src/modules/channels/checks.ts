import type { ChannelCheck } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { CheckedPoint } from './adapter.ts'
import type { ChannelRow } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'
import { readRow } from './views.ts'

type Noted = { event: 'checked' | 'check_failed' | 'webhook_verified'; at: Date; detail: Record<string, unknown> }
type Result = Omit<ChannelCheck, 'check'>

/** Entries of the log that are looked through: what is older was followed by so much that it proves nothing about today. */
const newest = 1000

const notedOf = async (tx: Tx, id: string): Promise<Map<Noted['event'], Noted>> => {
  const { rows } = await tx.query<Noted>(
    `select distinct on (event) event, at, detail from
       (select id, event, at, detail from channels.log where tenant_id = $1 and channel_id = $2 order by id desc limit $3) newest
     where event in ('checked', 'check_failed', 'webhook_verified') order by event, id desc`,
    [tx.tenantId, id, newest],
  )
  return new Map(rows.map((row) => [row.event, row]))
}

const waiting: Result = { result: 'waiting', at: null, until: null, error: null }
const passed = (at: Date): Result => ({ result: 'passed', at: at.toISOString(), until: null, error: null })
const failed = (at: Date, code: unknown, title: unknown): Result => ({
  result: 'failed',
  at: at.toISOString(),
  until: null,
  error: { code: String(code ?? 'unknown'), title: String(title ?? '') },
})
const seen = (at: Date | null): Result => (at ? passed(at) : waiting)

/** What the vendor last said of the account; trouble that came later than that weighs more. */
const credentials = (row: ChannelRow, { checked, refused }: { checked: Noted | undefined; refused: Noted | undefined }): Result => {
  const last = checked && refused ? (checked.at > refused.at ? checked : refused) : (checked ?? refused)
  const stopped = row.state === 'paused' || (row.state === 'error' && last?.event !== 'check_failed')
  if (stopped) return failed(row.state_since, row.state, row.state_detail)
  if (last?.event === 'check_failed') return failed(last.at, last.detail['code'], last.detail['title'])
  return last ? passed(last.at) : waiting
}

/** Who is a device of the account is accepted for as long as the line stands. */
const membership = async (tx: Tx, { id, kind, state, state_since: since, state_detail: detail }: ChannelRow): Promise<Result> => {
  if (state === 'connected') return passed(since)
  if (state !== 'error' && state !== 'paused') return waiting
  const { rows } = await tx.query<{ cause: string | null }>('select cause from channels.line where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  const cause = rows[0]?.cause
  return failed(since, cause ? `${kind}.${cause}` : state, detail)
}

/** `detail.subscribed` of an adapter's check: whether the vendor sends news of the account at all. Null where it was not said. */
const subscription = (checked: Noted | undefined): Result | null => {
  const { subscribed, subscription_error: error } = checked?.detail ?? {}
  if (!checked || typeof subscribed !== 'boolean') return null
  const { code, title } = (error ?? {}) as Record<string, unknown>
  return subscribed ? passed(checked.at) : failed(checked.at, code ?? 'channel.not_subscribed', title)
}

const day = 86_400_000
/** Days before its end in which something that ends is told of: time to renew it without a gap. */
const warningDays = 14

/** How near an end is, is judged now and not when it was told. */
const pointOf = ({ check, result, until, error }: CheckedPoint, at: Date, now: Date): ChannelCheck => {
  const left = until === undefined ? Infinity : Date.parse(until) - now.getTime()
  const ended = result === 'passed' && left <= 0
  const ending = result === 'passed' && left <= warningDays * day
  return { check, result: ended ? 'failed' : ending ? 'warning' : result, at: at.toISOString(), until: until ?? null, error: error ?? null }
}

/** What the vendor told of the account beside whether it works, by the last time that it told any of it. */
const pointsOf = (noted: (Noted | undefined)[], now: Date): ChannelCheck[] => {
  const [last] = noted.filter((one) => one?.detail['points'] !== undefined).toSorted((one, other) => Number(other?.at) - Number(one?.at))
  return last ? (last.detail['points'] as CheckedPoint[]).map((point) => pointOf(point, last.at, now)) : []
}

/** Everything that was seen of a channel so far, in the order in which one puts it right. */
export const checksOf = async (tx: Tx, ports: Pick<ChannelsPorts, 'adapters' | 'now'>, row: ChannelRow): Promise<ChannelCheck[]> => {
  const adapter = ports.adapters[row.kind]
  const noted = await notedOf(tx, row.id)
  const checked = noted.get('checked')
  const subscribed = subscription(checked)
  return [
    ...(adapter?.check ? [{ check: 'credentials' as const, ...credentials(row, { checked, refused: noted.get('check_failed') }) }] : []),
    ...(adapter?.holdsLine ? [{ check: 'credentials' as const, ...(await membership(tx, row)) }] : []),
    ...pointsOf([checked, noted.get('check_failed')], ports.now()),
    ...(subscribed ? [{ check: 'subscription' as const, ...subscribed }] : []),
    // A delivery proves the address as well as the vendor's own question does; the host's own app is verified once for all.
    ...(adapter?.challenge && !adapter.isGranted?.(row.settings)
      ? [{ check: 'webhook' as const, ...seen(noted.get('webhook_verified')?.at ?? row.last_inbound_at) }]
      : []),
    { check: 'inbound' as const, ...seen(row.last_inbound_at) },
    { check: 'outbound' as const, ...seen(row.last_outbound_at) },
  ]
}

export const readChecks = async (tx: Tx, ports: Pick<ChannelsPorts, 'adapters' | 'now'>, id: string): Promise<{ items: ChannelCheck[] }> => ({
  items: await checksOf(tx, ports, await readRow(tx, id)),
})

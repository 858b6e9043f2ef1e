import type { HoldCause, SendingHold } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { changed, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { begun, isActive, partHeldBy, type Hold } from './domain/vendor-hold.ts'
import { lockGuard } from './facts.ts'

/** What holds a channel's messages now by its vendor's word, the newest first. */
export const activeHolds = async (tx: Tx, channelId: string, now: Date): Promise<Hold[]> => {
  const { rows } = await tx.query<Hold>(
    'select cause, since, until, times from channels.vendor_hold where tenant_id = $1 and channel_id = $2 order by since desc, cause',
    [tx.tenantId, channelId],
  )
  return rows.filter((hold) => isActive(hold, now))
}

const lastHold = async (tx: Tx, channelId: string, cause: HoldCause): Promise<Hold | null> => {
  const { rows } = await tx.query<Hold>('select cause, since, until, times from channels.vendor_hold where tenant_id = $1 and channel_id = $2 and cause = $3', [
    tx.tenantId,
    channelId,
    cause,
  ])
  return rows[0] ?? null
}

export const shownHold = ({ cause, since, until }: Hold): SendingHold => ({
  cause,
  holds: partHeldBy[cause],
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
})

/** A cause begins to hold; nothing when it does already. `said`: the refusal that told of it, where there was one. */
export const beginHold = async (
  tx: Tx,
  ports: ChannelsPorts,
  channelId: string,
  { cause, until, said }: { cause: HoldCause; until: Date | null; said?: { code: string; title: string } | undefined },
): Promise<void> => {
  const now = ports.now()
  await lockGuard(tx, channelId)
  const next = begun(await lastHold(tx, channelId, cause), { cause, until }, now)
  if (next === null) return
  await tx.query(
    `insert into channels.vendor_hold (tenant_id, channel_id, cause, since, until, times) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, channel_id, cause) do update set since = excluded.since, until = excluded.until, times = excluded.times`,
    [tx.tenantId, channelId, cause, next.since, next.until, next.times],
  )
  const level = partHeldBy[cause] === 'everything' || partHeldBy[cause] === 'answers' ? 'error' : 'warn'
  await writeLog(tx, ports, channelId, { level, event: 'sending_held', detail: { cause, until: next.until?.toISOString() ?? null, ...said } })
  changed(tx, ports, channelId, (await readRow(tx, channelId)).state)
}

/** Causes hold no more, whoever says so; those that did. */
export const endHolds = async (tx: Tx, ports: ChannelsPorts, channelId: string, causes: readonly HoldCause[]): Promise<Hold[]> => {
  const now = ports.now()
  await lockGuard(tx, channelId)
  const ended = (await activeHolds(tx, channelId, now)).filter(({ cause }) => causes.includes(cause))
  if (ended.length === 0) return ended
  await tx.query('update channels.vendor_hold set until = $4 where tenant_id = $1 and channel_id = $2 and cause = any($3::text[])', [
    tx.tenantId,
    channelId,
    ended.map(({ cause }) => cause),
    now,
  ])
  for (const { cause } of ended) await writeLog(tx, ports, channelId, { level: 'info', event: 'sending_goes_on', detail: { cause } })
  changed(tx, ports, channelId, (await readRow(tx, channelId)).state)
  return ended
}

import type { Database } from '#platform/database/open'
import type { HealthParts } from '#platform/http/server'
import type { Limiter } from '#platform/limits/limiter'

type Ports = { database: Database; now(): Date; working(): boolean; limiter: Limiter }
type Row = { version: string; waiting: number; oldest: number | null; connected: number; trouble: number }

/** Seconds that due work may wait before the product calls itself degraded. */
const lateAfter = 60

/** The state of the parts, in one statement, for operators and supervisors. */
export const createHealth =
  ({ database, now, working, limiter }: Ports) =>
  async (): Promise<HealthParts> => {
    const started = performance.now()
    const { rows } = await database.system.query<Row>(
      `select current_setting('server_version') as version, (select count(*)::int from platform.lane where lease_until is null and ready_at <= $1) as waiting,
      (select extract(epoch from $1 - min(ready_at))::float from platform.lane where lease_until is null and ready_at <= $1) as oldest,
      (select count(*)::int from channels.channel where deleted_at is null and state = 'connected') as connected, (select count(*)::int from channels.channel where deleted_at is null and state in ('error', 'paused')) as trouble`,
      [now()],
    )
    const { version, waiting, oldest, connected, trouble } = rows[0]!
    return {
      database: { status: 'ok', version, milliseconds: Math.round(performance.now() - started) },
      cache: await limiter.health(),
      jobs: { status: working() ? ((oldest ?? 0) > lateAfter ? 'degraded' : 'ok') : 'off', waiting, oldestSeconds: Math.max(0, Math.round(oldest ?? 0)) },
      channels: { status: trouble > 0 ? 'degraded' : 'ok', connected, trouble },
    }
  }

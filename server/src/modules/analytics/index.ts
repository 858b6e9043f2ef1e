/**
 * Numbers for screens: what goes on now, and what went on in a period. Each is defined once (`metrics/`) and counted from other modules' published views,
 * or from what consumers of the event log keep.
 * Owns: analytics.{day, talk, wall_link}. Consumes the event log as `analytics` and `talks`.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { countDays } from './count-days.ts'
import { countTalk, countTalks, type Counted } from './count-talks.ts'
import { recentReplies } from './recent-replies.ts'
import { readLive } from './live/read.ts'
import type { AnalyticsPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { trafficToday } from './traffic.ts'

export type { Counted } from './count-talks.ts'
export type Analytics = ReturnType<typeof createAnalytics>

export const createAnalytics = (ports: AnalyticsPorts) => ({
  consumers: [countDays, countTalks],
  /** Counts what was said without events: talks of the demo. */
  countTalk: (tx: Tx, counted: readonly Counted[]) => countTalk(tx, counted),
  /** As far as the transaction sees it. */
  live: (tx: Tx, campaignId: string | undefined) => readLive(tx, ports, campaignId),
  recentReplies,
  /** How many messages came in and were written today on each channel, or on one, as far as the transaction sees them. */
  trafficToday: (tx: Tx, channelId?: string) => trafficToday(tx, ports.now(), channelId),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})

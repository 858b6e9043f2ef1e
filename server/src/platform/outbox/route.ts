import type { UnreachableCause } from '@chasqui/contracts'
import type { ClaimedEntry } from './entry.ts'
import type { Pace } from './pacing.ts'
import type { RetryScope } from './retry-curve.ts'
import type { Failing } from './settle.ts'

/** What became of one try to send. `restSeconds`: it was taken, and the sender has to send nothing more for so long. */
export type Outcome =
  | { result: 'accepted'; providerMessageId: string; aliases: unknown[]; restSeconds?: number; reached?: true }
  | { result: 'retry'; error: Failing; afterSeconds: number | null; scope: RetryScope }
  | { result: 'failed'; error: Failing; windowClosed: boolean; pauseChannel: boolean; alert?: boolean; optedOut?: boolean; unreachable?: UnreachableCause }
  | { result: 'uncertain'; error: Failing }

/**
 * How to reach one sender from here. `refuse` answers which claimed entries must not leave any more, by their ids, with the cause: they fail. `hold` puts claimed entries back that must not leave yet, with the cause (`hold.ts`), and answers which; it must not have begun to send
 * them. When one of them fails, all entries wait a moment.
 */
export type Route = {
  pace: Pace
  refuse?(entries: ClaimedEntry[]): Promise<ReadonlyMap<string, Failing>>
  hold?(entries: ClaimedEntry[]): Promise<ReadonlySet<string>>
  send(entry: ClaimedEntry): Promise<Outcome>
}
/** Null while it must not send (paused, removed); `elsewhere` where another node has the only way to it. */
export type RouteFound = Route | 'elsewhere' | null

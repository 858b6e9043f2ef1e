import type { Clock } from '../clock.ts'
import { isConnectionLoss } from '../database/connection-loss.ts'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import type { Breaker } from './breaker.ts'
import type { ClaimedEntry } from './entry.ts'
import { isLastTry, retrySeconds } from './retry-curve.ts'
import type { Outcome } from './route.ts'
import { settle, type Settled, type Settlement } from './settle.ts'

/** An outcome, and what is written of it at its entry. */
export type Answered = { settlement: Settlement; outcome: Outcome }

/** Runs in the transaction that stores the outcomes: the state they belong to changes with them. */
export type OnSettled = (tx: Tx, sender: string, settled: Settled[], outcomes: Map<string, Outcome>) => Promise<void>

/** What an outcome means for its entry, and teaches of its sender: troubles of the whole account open its breaker and slow it down. */
export const settlementOf = (
  entry: ClaimedEntry,
  outcome: Outcome,
  { breaker, slowDown, now, random }: { breaker: Breaker; slowDown: (until: number) => void; now: number; random: () => number },
): Settlement => {
  const base = { id: entry.id, fence: entry.fence, providerMessageId: null, error: null, notBefore: null }
  if (outcome.result === 'accepted') {
    breaker.success()
    if (outcome.restSeconds !== undefined) slowDown(now + outcome.restSeconds * 1000)
    return { ...base, state: 'sent', providerMessageId: outcome.providerMessageId }
  }
  if (outcome.result === 'uncertain') {
    breaker.failure(now)
    return { ...base, state: 'uncertain', error: outcome.error }
  }
  if (outcome.result === 'failed') return { ...base, state: 'failed', error: { ...outcome.error, retryable: outcome.error.retryable ?? false } }
  const seconds = retrySeconds(entry.attempts, outcome.afterSeconds, random)
  if (outcome.scope === 'channel') {
    if (outcome.afterSeconds !== null || /rate|429/.test(outcome.error.code)) slowDown(now + seconds * 1000)
    breaker.failure(now)
  }
  if (isLastTry(entry.attempts, outcome.scope)) return { ...base, state: 'failed', error: { ...outcome.error, retryable: true } }
  return { ...base, state: 'pending', error: outcome.error, notBefore: new Date(now + seconds * 1000) }
}

const triesToStore = 60
const longestPauseMilliseconds = 2000

/** Stores outcomes and what changes with them, in one transaction. A lost connection, a deadlock and a conflict are tried again for about two minutes. */
export const storeOutcomes = async (
  { database, clock, onSettled }: { database: Database; clock: Clock; onSettled: OnSettled },
  tenantId: string,
  sender: string,
  batch: Answered[],
): Promise<void> => {
  const byId = new Map(batch.map(({ settlement, outcome }) => [settlement.id, outcome]))
  for (let attempt = 0; ; attempt++) {
    try {
      await database.inTurn(tenantId, async (tx) => {
        const settlements = batch.map((entry) => entry.settlement)
        const settled = await settle(tx, settlements, clock.now())
        if (settled.length > 0) await onSettled(tx, sender, settled, byId)
      })
      return
    } catch (error) {
      // An answer in hand is worth waiting for the database: without it the entry would have to count as uncertain.
      const worthTrying = isConnectionLoss(error) || ['40P01', '40001'].includes((error as { code?: string }).code ?? '')
      if (!worthTrying || attempt >= triesToStore) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestPauseMilliseconds, 50 * 2 ** attempt)))
    }
  }
}

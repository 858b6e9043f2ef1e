import type { Effect } from '@chasqui/flow'
import { onceKey } from '@chasqui/flow/engine/once'
import type { Tx } from '#platform/database/transaction'
import { takeFirstTime } from './first-time.ts'

type Who = { contactId: string; flowId: string; now: Date }

/**
 * A turn in which every first time is one. The engine takes a step for new that is not in `again`; each first time is then taken in the database, and where
 * somebody was quicker the turn, which has done nothing yet, is thought through once more. Turns without such steps ask nothing.
 */
export const takeOnce = async <Taken extends { effects: Effect[] }>(
  tx: Tx,
  { contactId, flowId, now }: Who,
  take: (again: ReadonlySet<string>) => Taken,
): Promise<Taken> => {
  const again = new Set<string>()
  const taken = new Set<string>()
  for (;;) {
    const turn = take(again)
    let missed: string | null = null
    for (const effect of turn.effects) {
      if (effect.type !== 'once' || taken.has(onceKey(effect))) continue
      const { step, flow = flowId, days } = effect
      if (await takeFirstTime(tx, { contactId, flowId: flow, step, days }, now)) taken.add(onceKey(effect))
      else {
        missed = onceKey(effect)
        break
      }
    }
    if (missed === null) return turn
    again.add(missed)
  }
}

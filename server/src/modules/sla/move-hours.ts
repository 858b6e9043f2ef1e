import type { Tx } from '#platform/database/transaction'
import { rehour } from './domain/clock.ts'
import { tellLater } from './follow.ts'
import type { HoursChange } from './ports.ts'
import { clocksBy, storeInstants } from './store.ts'

/**
 * The clocks of a conversation in hand run by other hours. Each knows by which hours it was reckoned, so that it may be done twice; what is due first is
 * placed on the conversation by `follow`, afterwards.
 */
export const moveHours = (tx: Tx, conversationId: string, { at, before, after }: HoursChange): Promise<void> =>
  tx.beyondReach(async () => {
    if (before.key === after.key) return
    for (const clock of await clocksBy(tx, conversationId, before.key)) {
      const moved = rehour(clock, before.time, after.time, at)
      await storeInstants(tx, moved, after.key)
      if (moved.state === 'running') tellLater(tx, conversationId, moved, clock)
    }
  })

import { LRUCache } from 'lru-cache'
import type { SendOutcome } from '#channels'

const PAIR_RATE = 'whatsapp.131056'
/** 4, 16, 64, 256 seconds. */
const MOST_STEPS = 4

/** Meta asks for 4^n seconds after the nth refusal in a row for one recipient (reference 5). Forgotten with the process: then it begins at 4. */
export const createPairPatience = () => {
  const refusals = new LRUCache<string, number>({ max: 20_000 })
  return {
    /** The same outcome, with the wait that this recipient has come to. */
    taught: (pair: string, outcome: SendOutcome): SendOutcome => {
      if (outcome.result !== 'retry' || outcome.error.code !== PAIR_RATE) {
        if (outcome.result === 'accepted') refusals.delete(pair)
        return outcome
      }
      const count = Math.min((refusals.get(pair) ?? 0) + 1, MOST_STEPS)
      refusals.set(pair, count)
      return { ...outcome, afterSeconds: Math.max(outcome.afterSeconds ?? 0, 4 ** count) }
    },
  }
}

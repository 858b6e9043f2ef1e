import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const any: TriggerBehaviour<'any'> = {
  needsPlace: true,
  listen: () => (occasion) => (occasion.type === 'message' ? { rank: rank.any, words: 0 } : null),
}

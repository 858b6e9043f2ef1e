import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const firstMessage: TriggerBehaviour<'first_message'> = {
  needsPlace: true,
  listen: () => (occasion) => (occasion.type === 'message' && occasion.isFirst ? { rank: rank.firstMessage, words: 0 } : null),
}

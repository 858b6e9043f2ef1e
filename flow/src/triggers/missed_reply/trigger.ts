import { warning } from '../../problems/found.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

/** Hours after a customer's last word in which most channels take free words. */
const windowHours = 24

export const missedReply: TriggerBehaviour<'missed_reply'> = {
  listen: () => (occasion) => (occasion.type === 'missed_reply' ? { rank: rank.event, words: 0 } : null),
  claims: ({ hours }) => [{ what: `missed_reply:${hours}`, shown: String(hours) }],
  problems: ({ hours, template }) =>
    hours >= windowHours && !template
      ? [warning('opening_missing', 'After a day of silence only a template reaches the customer; without one this does not begin.')]
      : [],
}

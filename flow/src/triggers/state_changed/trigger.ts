import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const stateChanged: TriggerBehaviour<'state_changed'> = {
  listen: ({ to }) => {
    const wanted = new Set<string>(to)
    return (occasion) => (occasion.type === 'state_changed' && wanted.has(occasion.to) ? { rank: rank.event, words: 0 } : null)
  },
  claims: ({ to }) => to.map((state) => ({ what: `state:${state}`, shown: state })),
}

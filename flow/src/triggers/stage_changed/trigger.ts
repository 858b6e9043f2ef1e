import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'

export const stageChanged: TriggerBehaviour<'stage_changed'> = {
  listen: ({ to }) => {
    const wanted = new Set<string>(to)
    return (occasion) => (occasion.type === 'stage_changed' && wanted.has(occasion.to) ? { rank: rank.event, words: 0 } : null)
  },
  claims: ({ to }) => to.map((stage) => ({ what: `stage:${stage}`, shown: stage })),
}

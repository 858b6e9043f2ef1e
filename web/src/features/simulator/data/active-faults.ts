import type { Faults } from '@chasqui/contracts'

/** One thing that goes wrong now, and how much of it where there is a measure. */
export type ActiveFault = { key: 'delay' | 'duplicate' | 'reorder' | 'never_read' | 'never_deliver' | 'refusals' | 'lost'; count: number }

/** What goes wrong on purpose, for the line above the phone; empty when all is well. */
export const activeFaults = ({ delaySeconds, duplicate, reorder, neverRead, neverDeliver, failSends, lostAnswers }: Faults): ActiveFault[] => {
  const all: [ActiveFault['key'], number][] = [
    ['refusals', failSends?.times ?? 0],
    ['delay', delaySeconds],
    ['never_deliver', Number(neverDeliver)],
    ['never_read', Number(neverRead)],
    ['duplicate', Number(duplicate)],
    ['reorder', Number(reorder)],
    ['lost', Math.round(lostAnswers * 100)],
  ]
  return all.flatMap(([key, count]) => (count > 0 ? [{ key, count }] : []))
}

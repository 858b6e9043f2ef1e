import type { Comparison } from '../definition.ts'
import { holds } from './compare.ts'
import type { Turn } from './turn.ts'
import { fillForMachine, valueOf } from './turn.ts'

/** Whether a comparison holds at this moment of the turn. */
export const holdsNow = (turn: Turn, comparison: Comparison): boolean =>
  holds(comparison, { value: valueOf(turn, comparison.variable), fill: (template) => fillForMachine(turn, template), context: turn.context })

import { openingProblems } from '../opening-problems.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { unwrittenProblems } from '../unwritten.ts'

export const schedule: TriggerBehaviour<'schedule'> = {
  listen: () => () => null,
  problems: (trigger) => [...unwrittenProblems(trigger.tags), ...openingProblems(trigger)],
}

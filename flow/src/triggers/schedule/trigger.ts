import { openingProblems } from '../opening-problems.ts'
import type { TriggerBehaviour } from '../behaviour.ts'

export const schedule: TriggerBehaviour<'schedule'> = {
  listen: () => () => null,
  problems: openingProblems,
}

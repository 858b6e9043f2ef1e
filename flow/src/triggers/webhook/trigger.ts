import { openingProblems } from '../opening-problems.ts'
import type { TriggerBehaviour } from '../behaviour.ts'

export const webhook: TriggerBehaviour<'webhook'> = {
  listen: () => () => null,
  sets: ({ variables }) => variables.map(({ name }) => name),
  problems: openingProblems,
}

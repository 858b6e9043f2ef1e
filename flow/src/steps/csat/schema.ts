import { z } from 'zod'
import { asking } from '../../schema/asking.ts'
import { at, next, VariableName, Words } from '../../schema/parts.ts'

/** Asks how the service was, from 1 to 5. The mark counts among those of the surveys; up to `badUpTo` the flow goes on by `bad`. */
export const CsatStep = z.object({
  type: z.literal('csat'),
  text: Words,
  badUpTo: z.number().int().min(1).max(4).default(3),
  saveAs: VariableName.default('score'),
  ...asking,
  good: next,
  bad: next,
  ...at,
})

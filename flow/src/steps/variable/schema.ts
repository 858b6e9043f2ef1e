import { z } from 'zod'
import { at, next, VariableName } from '../../schema/parts.ts'

/**
 * Sets variables in the order written, so that a later value can use an earlier one. The value of one with `formula` is reckoned out (`flow/src/formula`): the
 * variable is empty where that comes to nothing.
 */
export const VariableStep = z.object({
  type: z.literal('variable'),
  set: z
    .array(z.object({ name: VariableName, value: z.string().max(4096), formula: z.boolean().optional() }))
    .min(1)
    .max(20),
  next,
  ...at,
})

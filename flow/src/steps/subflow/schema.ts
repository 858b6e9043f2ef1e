import { z } from 'zod'
import { at, next, VariableName } from '../../schema/parts.ts'

/**
 * Goes into another flow, as it is published at that moment, and comes back when that ends. It knows only the variables that are given to it (`input`, with
 * variables of this flow), and `output` keeps those of it (`from`) under names of this flow. Always-on words stay those of the run's own flow.
 */
export const SubflowStep = z.object({
  type: z.literal('subflow'),
  flow: z.uuid().nullable(),
  input: z
    .array(z.object({ name: VariableName, value: z.string().max(4096) }))
    .max(20)
    .default([]),
  output: z
    .array(z.object({ name: VariableName, from: VariableName }))
    .max(20)
    .default([]),
  next,
  ...at,
})

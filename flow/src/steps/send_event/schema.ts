import { z } from 'zod'
import { at, next, VariableName } from '../../schema/parts.ts'

/** Writes an event with a name and values into the event log, which other programs follow. */
export const SendEventStep = z.object({
  type: z.literal('send_event'),
  name: z.string().regex(/^[a-z][a-z0-9_.]{0,59}$/),
  data: z
    .array(z.object({ name: VariableName, value: z.string().max(1000) }))
    .max(20)
    .default([]),
  next,
  ...at,
})

import { z } from 'zod'
import { at, next, VariableName } from '../../schema/parts.ts'
import { EventName } from '../../schema/milestone.ts'

/** Writes an event with a name and values into the event log, which other programs follow. */
export const SendEventStep = z.object({
  type: z.literal('send_event'),
  name: EventName,
  data: z
    .array(z.object({ name: VariableName, value: z.string().max(1000) }))
    .max(20)
    .default([]),
  next,
  ...at,
})

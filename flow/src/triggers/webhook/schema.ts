import { z } from 'zod'
import { VariableName } from '../../schema/parts.ts'
import { Opening } from '../../schema/opening.ts'
import { jsonPath } from '../../schema/json-path.ts'

const Path = z
  .string()
  .max(200)
  .regex(jsonPath)

/** Another program calls the address of the flow. `phone` tells where the number stands of whom the flow begins with; what `variables` name is kept. */
export const WebhookTrigger = z.object({
  type: z.literal('webhook'),
  channelId: z.uuid().nullable().default(null),
  phone: Path.default('phone'),
  name: Path.optional(),
  variables: z
    .array(z.object({ name: VariableName, path: Path }))
    .max(30)
    .default([]),
  template: Opening.optional(),
})

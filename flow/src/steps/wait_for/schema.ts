import { contactStages } from '@chasqui/contracts/contact-stages'
import { z } from 'zod'
import { Timeout } from '../../schema/asking.ts'
import { at, next, VariableName } from '../../schema/parts.ts'

/**
 * Says nothing and waits for whatever the customer writes or sends (unless `hears` is false), for an `event` of the conversation, or for the time to pass.
 * `tag_added`, `tag_removed`: one of the `tags` was put on or taken off; `stage_changed`: the contact came to one of the `stages`; `webhook`: another program called the address of this flow for this customer, and what it brings is kept as
 * the trigger says. After the event it goes on by `happened`.
 */
export const WaitForStep = z.object({
  type: z.literal('wait_for'),
  timeout: Timeout,
  saveAs: VariableName.optional(),
  event: z.enum(['tag_added', 'tag_removed', 'stage_changed', 'webhook']).optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  stages: z.array(z.enum(contactStages)).max(contactStages.length).default([]),
  hears: z.boolean().default(true),
  happened: next.default(null),
  next,
  ...at,
})

import { contactStages } from '@chasqui/contracts/contact-stages'
import { z } from 'zod'

/** The name of an event that other programs may follow. */
export const EventName = z.string().regex(/^[a-z][a-z0-9_.]{0,59}$/)

/** What counts as a success of an A/B test wherever it happens afterwards: the customer is given a tag, comes to a stage, or a flow sends an event for them. */
export const GoalMilestone = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tag'), tag: z.string().trim().min(1).max(60) }),
  z.object({ what: z.literal('stage'), stage: z.enum(contactStages) }),
  z.object({ what: z.literal('event'), event: EventName }),
])
export type GoalMilestone = z.infer<typeof GoalMilestone>

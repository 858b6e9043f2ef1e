import { z } from 'zod'

/** States of a conversation in which a flow can begin: it is open, and no bot has it. */
export const WatchedState = z.enum(['queued', 'assigned', 'active', 'pending', 'transferred'])

/** A conversation came into one of these states. `takesOver`: also where a person has it. */
export const StateChangedTrigger = z.object({
  type: z.literal('state_changed'),
  to: z.array(WatchedState).min(1).max(5),
  takesOver: z.boolean().default(false),
})

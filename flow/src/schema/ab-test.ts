import { z } from 'zod'
import { GoalMilestone } from './milestone.ts'

/** `share` in per cent of the people; what is left of a hundred is the share of the flow itself. */
const Rival = z.object({ flow: z.uuid(), share: z.number().int().min(1).max(99) })

/**
 * Other published flows that begin in place of this one for a share of the people, to see which does better. The same person always meets the same flow, as
 * long as the shares stay as they are. `goal`: the end of a run that counts as a success; `milestone` counts in its place.
 */
export const AbTest = z.object({
  goal: z.enum(['finished', 'transferred', 'closed']).default('finished'),
  milestone: GoalMilestone.optional(),
  against: z.array(Rival).min(1).max(4),
})

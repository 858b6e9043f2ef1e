import { z } from 'zod'
import { at, next, NodeId, VariableName } from '../../schema/parts.ts'
import { GoalMilestone } from '../../schema/milestone.ts'

/** `share` in per cent of the people. */
const Arm = z.object({ id: z.string().min(1).max(60), label: z.string().min(1).max(100), share: z.number().int().min(1).max(99), next })

/**
 * Sends people different ways by chance, to see which does better. `sticky` to the contact: the same person always goes the same way; to the run: drawn
 * anew each time. `goal` is the step whose reaching counts as a success, `milestone` what counts in its place wherever it happens; `saveAs` keeps the id of the arm.
 */
export const AbSplitStep = z.object({
  type: z.literal('ab_split'),
  arms: z.array(Arm).min(2).max(5),
  sticky: z.enum(['contact', 'run']).default('contact'),
  goal: NodeId.optional(),
  milestone: GoalMilestone.optional(),
  saveAs: VariableName.optional(),
  ...at,
})

import { z } from 'zod'
import { ContactStage } from '../../contact.ts'
import { GoalMilestone, EventName, NodeId } from '../../flow.ts'
import { GivenInstant, Id, Instant } from '../../ids.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { common } from './common.ts'
import { FlowRun, LostAs } from './runs.ts'

/** A success that counts wherever it happens: at most one of them. */
const AnyMilestone = {
  goalTag: z.string().trim().min(1).max(60).optional(),
  goalStage: ContactStage.optional(),
  goalEvent: EventName.optional(),
}
type Goals = { [Name in keyof typeof AnyMilestone | 'goalStep' | 'goalOutcome' | 'goal']?: unknown }
const isOneGoal = (goals: Goals): boolean =>
  [goals.goalStep, goals.goalOutcome, goals.goal, goals.goalTag, goals.goalStage, goals.goalEvent].filter((goal) => goal !== undefined).length <= 1
const oneGoal = { path: ['goalTag'], message: 'At most one goal.' }

const people = z.number().int()
/** Within which time, and inside which version; the last thirty days unless told, and a year at most. */
const Span = z.object({
  from: GivenInstant.optional(),
  to: GivenInstant.optional(),
  version: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
})

/**
 * A step with the people (conversations) who came to it, who were lost there and as what, the share of them, how long half of those who left stood there
 * at most, and where they went: `to` null is the end of the flow.
 */
export const StepPeople = z
  .object({
    step: z.string(),
    people,
    lost: people,
    lostAs: z.partialRecord(LostAs, people),
    leaveRate: z.number(),
    medianMs: z.number().nullable(),
    ways: z.array(z.object({ way: z.string().nullable(), to: z.string().nullable(), people })),
  })
  .meta({ id: 'FlowStepPeople' })
export type StepPeople = z.infer<typeof StepPeople>
export const DropOff = z
  .object({ from: Instant, to: Instant, version: z.number().int().nullable(), people, steps: z.array(StepPeople) })
  .meta({ id: 'FlowDropOff' })
export type DropOff = z.infer<typeof DropOff>

/** The way out that people of a split step took, how many of them reached the goal, and between which shares the true one lies with 95 % (Wilson). */
export const Arm = z
  .object({ way: z.string().nullable(), people, reached: people, rate: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'FlowArm' })
export type Arm = z.infer<typeof Arm>
/**
 * `needed`: people per arm before anything is said, for a difference of `effect` to be seen in four of five times. `verdict` is `no_difference_yet` until all
 * arms have so many and one is better than every other with 95 % certainty.
 */
export const ArmsCompared = z
  .object({
    from: Instant,
    to: Instant,
    arms: z.array(Arm),
    needed: people,
    verdict: z.enum(['no_difference_yet', 'difference']),
    best: z.string().nullable(),
  })
  .meta({ id: 'FlowArms' })
export type ArmsCompared = z.infer<typeof ArmsCompared>

/** `way` of an arm is the id of a flow. `isRunning`: the published flow is tested against others now; `goal`: the end of a run that counts, where no `milestone` does. */
export const AbTestCompared = ArmsCompared.extend({
  isRunning: z.boolean(),
  goal: z.enum(['finished', 'transferred', 'closed']),
  milestone: GoalMilestone.nullable(),
  flows: z.array(z.object({ id: Id, name: z.string() })),
}).meta({ id: 'FlowAbTest' })
export type AbTestCompared = z.infer<typeof AbTestCompared>

export const measureRoutes = {
  dropOff: route({
    ...common,
    id: 'flows.dropOff',
    method: 'GET',
    path: '/api/flows/:id/drop-off',
    summary: 'Where people came, were lost and went on, step by step; of all conversations, whoever asks',
    permission: 'flows.read',
    rate: 'read',
    query: Span,
    response: { status: 200, body: DropOff },
  }),
  dropOffConversations: route({
    ...common,
    id: 'flows.dropOffConversations',
    method: 'GET',
    path: '/api/flows/:id/drop-off/conversations',
    summary: 'The conversations behind a number of the drop-off, within reach, newest run first',
    permission: 'flows.read',
    rate: 'read',
    query: PageQuery.extend({
      ...Span.shape,
      step: NodeId,
      what: z.enum(['came', 'lost', 'left']).default('came'),
      lostAs: LostAs.optional(),
      way: z.string().max(210).optional(),
      next: NodeId.optional(),
    }),
    response: { status: 200, body: page(FlowRun) },
  }),
  abTest: route({
    ...common,
    id: 'flows.abTest',
    method: 'GET',
    path: '/api/flows/:id/ab-test',
    summary: 'How the flows do that begin in place of this one for a share of the people, and itself; whether that differs',
    permission: 'flows.read',
    rate: 'read',
    query: Span.omit({ version: true })
      .extend({
        goal: z.enum(['finished', 'transferred', 'closed']).optional(),
        ...AnyMilestone,
        effect: z.coerce.number().min(0.01).max(0.5).default(0.05),
      })
      .refine(isOneGoal, oneGoal),
    response: { status: 200, body: AbTestCompared },
  }),
  arms: route({
    ...common,
    id: 'flows.arms',
    method: 'GET',
    path: '/api/flows/:id/arms',
    summary:
      'What became of people by the way that they took out of a step: how many reached a step or an end, were given a tag, came to a stage or had an event sent for them (what counts for the split, unless told), and whether that differs',
    permission: 'flows.read',
    rate: 'read',
    query: Span.extend({
      step: NodeId,
      goalStep: NodeId.optional(),
      goalOutcome: z.enum(['finished', 'transferred', 'closed']).optional(),
      ...AnyMilestone,
      effect: z.coerce.number().min(0.01).max(0.5).default(0.05),
    }).refine(isOneGoal, oneGoal),
    response: { status: 200, body: ArmsCompared },
  }),
} as const

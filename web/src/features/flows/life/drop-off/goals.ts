import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { same } from '@chasqui/flow/life/same'
import type { Milestone } from '../../form/milestone-field.tsx'

const outcomes = ['finished', 'transferred', 'closed'] as const

/** What may count as having done well in a variant. */
export type Goal = { outcome: (typeof outcomes)[number] } | { step: string } | { milestone: Milestone }

type Split = Extract<FlowNode, { type: 'ab_split' }>

const milestonesIn = ({ nodes }: FlowDefinition): Milestone[] =>
  Object.values(nodes).flatMap((node): Milestone[] => {
    if (node.type === 'tag') return node.add.map((tag) => ({ what: 'tag', tag }))
    if (node.type === 'stage') return [{ what: 'stage', stage: node.stage }]
    return node.type === 'send_event' ? [{ what: 'event', event: node.name }] : []
  })

/** Every goal to choose from: ends, what the split or a step of the flow brings about, and steps. */
export const goalsFor = (definition: FlowDefinition, id: string, split: Split): Goal[] => {
  const milestones = [...(split.milestone ? [split.milestone] : []), ...milestonesIn(definition)]
  return [
    ...outcomes.map((outcome) => ({ outcome })),
    ...milestones.filter((one, at) => milestones.findIndex((other) => same(one, other)) === at).map((milestone) => ({ milestone })),
    ...Object.keys(definition.nodes).flatMap((step) => (step === id ? [] : [{ step }])),
  ]
}

/** What the split says, else the end of the flow. */
export const goalOf = ({ milestone, goal }: Split): Goal => {
  if (milestone) return { milestone }
  return goal === undefined ? { outcome: 'finished' } : { step: goal }
}

/** A goal as it is asked for. */
export const askedGoal = (goal: Goal) => {
  if ('outcome' in goal) return { goalOutcome: goal.outcome }
  if ('step' in goal) return { goalStep: goal.step }
  const { milestone } = goal
  if (milestone.what === 'tag') return { goalTag: milestone.tag }
  return milestone.what === 'stage' ? { goalStage: milestone.stage } : { goalEvent: milestone.event }
}

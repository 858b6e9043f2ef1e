import type { ArmsCompared, FlowNode } from '@chasqui/contracts'
import { compareArms, type Counted } from '@chasqui/flow/life/compare-arms'
import { behaviourOf } from '@chasqui/flow/steps/behaviours'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { readFlow, readVersion } from '../store.ts'
import { movesOf, movesText, spanOf, type Span } from './span.ts'
import { askedMilestone, type AskedMilestone, cameToIt, type Milestone, milestoneOf } from './milestone.ts'

type Asked = {
  from?: string | undefined
  to?: string | undefined
  version?: number | undefined
  step: string
  goalStep?: string | undefined
  goalOutcome?: string | undefined
  effect: number
} & AskedMilestone

/** Who took which way out of a step first, and whether they came to the goal after that. */
export const armsText = `with arm as (
    select distinct on (p.conversation_id) p.conversation_id, p.run_id, p.id, p.way from ${movesText} and p.from_step = $6 order by p.conversation_id, p.id)
  select way, count(*)::integer as people, (count(*) filter (where exists (
    select 1 from flows.path g where g.tenant_id = $1 and g.run_id = arm.run_id and g.id >= arm.id and (g.step = $7 and g.cause in ('start', 'went_on') or g.cause = 'ended' and g.outcome = $8))))::integer as reached
  from arm group by way`

/** The same for what counts wherever it happens. */
export const armsWithMilestoneText = `with arm as (
    select distinct on (p.conversation_id) p.conversation_id, p.at, p.way from ${movesText} and p.from_step = $6 order by p.conversation_id, p.id)
  select way, count(*)::integer as people, (count(*) filter (where ${cameToIt('arm.conversation_id', 'arm.at', ['$7', '$8'])}))::integer as reached
  from arm group by way`

/** What became of people by the way that they took out of a step; all of them, whoever asks, as with the drop-off. */
export const armsOf = async (tx: Tx, ports: FlowsPorts, flowId: string, asked: Asked): Promise<ArmsCompared> => {
  const span = await spanOf(tx, ports, flowId, asked)
  const node = await nodeOf(tx, flowId, asked)
  const goal = goalOf(asked, node)
  const { step, effect } = asked
  const counted = await tx.beyondReach(() => countedBy(tx, flowId, span, step, goal))
  const drawn = node ? waysOutOf(node) : []
  const untaken = drawn.filter((id) => !counted.rows.some(({ way }) => way === id)).map((way) => ({ way, people: 0, reached: 0 }))
  const compared = compareArms([...counted.rows, ...untaken], effect)
  return { from: span.from.toISOString(), to: span.to.toISOString(), ...compared }
}

type Goal = Milestone | { step: string | null; outcome: string | null }

/** What is asked about, else what its author wrote down. */
const goalOf = (asked: Asked, node: FlowNode | undefined): Goal => {
  const { goalStep = null, goalOutcome = null } = asked
  const milestone = askedMilestone(asked)
  if (milestone) return milestoneOf(milestone)
  if (goalStep !== null || goalOutcome !== null) return { step: goalStep, outcome: goalOutcome }
  const drawn = node?.type === 'ab_split' ? node : null
  if (drawn?.milestone) return milestoneOf(drawn.milestone)
  if (drawn?.goal === undefined) throw goalMissing()
  return { step: drawn.goal, outcome: null }
}

const countedBy = (tx: Tx, flowId: string, span: Span, step: string, goal: Goal) => {
  const values = [...movesOf(tx, flowId, span), step]
  return 'kind' in goal
    ? tx.query<Counted>(armsWithMilestoneText, [...values, goal.kind, goal.name])
    : tx.query<Counted>(armsText, [...values, goal.step, goal.outcome])
}

const goalMissing = (): Failure =>
  new Failure('invalid', 'flow.goal_missing', 'Say which step or end counts as the goal: this step names none.', {
    errors: [{ path: 'goalStep', code: 'flow.goal_missing', message: 'Neither told nor drawn' }],
  })

/** The step in the version that is asked about, else in the one that is published. */
const nodeOf = async (tx: Tx, flowId: string, { version, step }: Asked): Promise<FlowNode | undefined> => {
  const { definition, published } = await readFlow(tx, flowId)
  const number = version ?? published?.number
  const { nodes } = number === undefined ? definition : (await readVersion(tx, flowId, number)).definition
  return Object.hasOwn(nodes, step) ? nodes[step] : undefined
}

/** Nobody may have taken one of them yet. */
const waysOutOf = (node: FlowNode): string[] => [
  ...new Set(
    behaviourOf(node)
      .outputs(node)
      .flatMap(({ id }) => (id === 'invalid' || id === 'timeout' ? [] : [id])),
  ),
]

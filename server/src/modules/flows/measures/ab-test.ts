import type { AbTestCompared } from '@chasqui/contracts'
import { compareArms, type Counted } from '@chasqui/flow/life/compare-arms'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import { readFlow } from '../store.ts'
import { definitionOf } from '../versions.ts'
import { spanOf } from './span.ts'
import { askedMilestone, type AskedMilestone, cameToIt, milestoneOf } from './milestone.ts'

type Goal = AbTestCompared['goal']
type Asked = { from?: string | undefined; to?: string | undefined; goal?: Goal | undefined; effect: number } & AskedMilestone

/** Who met which flow first where `$2` was to begin, and whether that run came to the goal. */
const met = `with met as (
    select distinct on (r.conversation_id) r.id, r.flow_id, r.conversation_id, r.started_at from flows.run r
    where r.tenant_id = $1 and r.ab_test_of = $2 and r.started_at >= $3 and r.started_at < $4 order by r.conversation_id, r.started_at, r.id)`
export const abTestText = `${met}
  select flow_id as way, count(*)::integer as people, (count(*) filter (where exists (
    select 1 from flows.path g where g.tenant_id = $1 and g.run_id = met.id and g.cause = 'ended' and g.outcome = $5)))::integer as reached
  from met group by flow_id`
/** The same for what counts wherever it happens. */
export const abTestWithMilestoneText = `${met}
  select flow_id as way, count(*)::integer as people, (count(*) filter (where ${cameToIt('met.conversation_id', 'met.started_at', ['$5', '$6'])}))::integer as reached
  from met group by flow_id`

/** How the flows of an A/B test do, by the measure of the split step; of all conversations, whoever asks. */
export const abTestOf = async (tx: Tx, ports: FlowsPorts, flowId: string, asked: Asked): Promise<AbTestCompared> => {
  const span = await spanOf(tx, ports, flowId, asked)
  const { published } = await readFlow(tx, flowId)
  const test = published && (await definitionOf(tx, published.versionId)).abTest
  const goal = asked.goal ?? test?.goal ?? 'finished'
  const milestone = asked.goal === undefined ? (askedMilestone(asked) ?? test?.milestone ?? null) : null
  const values = [tx.tenantId, flowId, span.from, span.to]
  const { rows } = await tx.beyondReach(() =>
    milestone === null
      ? tx.query<Counted>(abTestText, [...values, goal])
      : tx.query<Counted>(abTestWithMilestoneText, [...values, milestoneOf(milestone).kind, milestoneOf(milestone).name]),
  )
  const inTest = test ? [flowId, ...test.against.map(({ flow }) => flow)] : []
  // In the order of the test; those that were in it earlier last.
  const now = inTest.map((way) => rows.find((row) => row.way === way) ?? { way, people: 0, reached: 0 })
  const compared = compareArms([...now, ...rows.filter(({ way }) => way !== null && !inTest.includes(way))], asked.effect)
  return {
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    isRunning: !!test,
    goal,
    milestone,
    flows: await namesOf(
      tx,
      compared.arms.flatMap(({ way }) => way ?? []),
    ),
    ...compared,
  }
}

const namesOf = async (tx: Tx, ids: string[]): Promise<{ id: string; name: string }[]> =>
  (
    await tx.query<{ id: string; name: string }>('select id, name from flows.flow where tenant_id = $1 and id = any($2::uuid[]) order by id', [
      tx.tenantId,
      ids,
    ])
  ).rows

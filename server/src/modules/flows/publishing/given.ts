import type { FlowDefinition, FlowNode, FlowProblem } from '@chasqui/contracts'
import { fieldOfVariable } from '@chasqui/flow/problems/step-problems'
import { readBy, setIn, wantedBy } from '@chasqui/flow/problems/variables'
import type { Tx } from '#platform/database/transaction'

/** What flows that go into each other give and keep: variables of one that stand in the other. */

type Subflow = Extract<FlowNode, { type: 'subflow' }>
type Giver = { names: ReadonlySet<string>; isPublished: boolean }

/** Every step that goes into a flow, in drafts and in what is published; and who puts it in its own place in a test, which gives nothing. */
const giversText = `select step -> 'input' as input, is_published from flows.flow f
   left join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
   cross join lateral (
     select jsonb_path_query(f.draft, $3::jsonpath, $4) as step, false as is_published
     union all select jsonb_path_query(v.definition, $3::jsonpath, $4), true
     union all select jsonb_path_query(v.definition, $5::jsonpath, $4), true) into_it
   where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null`

const giversOf = async (tx: Tx, flowId: string): Promise<Giver[]> => {
  const { rows } = await tx.query<{ input: { name: string }[] | null; is_published: boolean }>(giversText, [
    tx.tenantId,
    flowId,
    '$.nodes.* ? (@.type == "subflow" && @.flow == $flow)',
    JSON.stringify({ flow: flowId }),
    '$.abTest.against[*] ? (@.flow == $flow)',
  ])
  return rows.map(({ input, is_published }) => ({ names: new Set((input ?? []).map(({ name }) => name)), isPublished: is_published }))
}

/**
 * What a flow without a trigger reads and is not given: by nobody, or not by all that go into it already. `isServed`: a channel begins it, and gives nothing.
 * What a flow with triggers reads has to be set in it, which it tells by itself.
 */
export const givenProblems = async (tx: Tx, { id, definition }: { id: string; definition: FlowDefinition }, isServed: boolean): Promise<FlowProblem[]> => {
  const wanted = definition.triggers.length > 0 ? [] : wantedBy(definition)
  if (wanted.length === 0) return []
  const givers = isServed ? [] : await giversOf(tx, id)
  const isGiven = (name: string) => givers.some(({ names }) => names.has(name)) && givers.every(({ names, isPublished }) => !isPublished || names.has(name))
  return wanted.filter((name) => !isGiven(name)).map((name) => notGiven(definition, name))
}

const notGiven = ({ nodes }: FlowDefinition, name: string): FlowProblem => {
  const [nodeId, node] = Object.entries(nodes).find(([, other]) => readBy(other).includes(name)) ?? [null, null]
  return {
    severity: 'error',
    nodeId,
    code: 'flow.variable_not_given',
    message: `No step sets the variable “${name}”, and not every flow that goes into this one gives it.`,
    ...(node ? fieldOfVariable(node, name) : { field: 'handlers.onMedia' }),
    values: { name },
  }
}

/** What a step that goes into another flow, as that is published, does not give although it is wanted there, or keeps although nothing sets it there. */
export const exchangeProblems = (nodeId: string, { input, output }: Subflow, other: { name: string; definition: FlowDefinition }): FlowProblem[] => {
  const given = new Set(input.map(({ name }) => name))
  const set = setIn(other.definition)
  const missing = other.definition.triggers.length > 0 ? [] : wantedBy(other.definition).filter((name) => !given.has(name))
  const unset = output.map(({ from }) => from).filter((name) => !set.has(name) && !given.has(name))
  const told = (code: string, field: string, name: string, message: string): FlowProblem => ({
    severity: 'error',
    nodeId,
    code: `flow.${code}`,
    message,
    field,
    values: { name, flow: other.name },
  })
  return [
    ...missing.map((name) => told('input_missing', 'input', name, `The flow “${other.name}” has to be given “${name}”.`)),
    ...unset.map((name) => told('output_unknown', 'output', name, `The flow “${other.name}” never sets “${name}”.`)),
  ]
}

import type { FlowDefinition, FlowVersion, PeopleInside, PublishBody, TestResult } from '@chasqui/contracts'
import type { Doer } from '#platform/acts/act'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { same } from '@chasqui/flow/life/same'
import { startSchedules } from '../beginning/schedule.ts'
import type { FlowsPorts } from '../ports.ts'
import { runEveryTest } from '../tests/run.ts'
import { lockFlow, readVersion, type LockedFlow } from '../store.ts'
import { problemsOf } from './world.ts'

/** `by`: the member or key in whose name; null: the product's. `doer`: who does it for the trail, where nobody calls. */
export type Publication = {
  definition: FlowDefinition
  note: string | null
  peopleInside: PeopleInside
  override: string | null
  by: string | null
  doer?: Doer
}

/** Freezes the draft as the next version. Refused while it has errors, each with its step, or a test of it fails and nobody says why it may. */
export const publishDraft = async (tx: Tx, ports: FlowsPorts, flowId: string, by: string | null, body: PublishBody): Promise<FlowVersion> => {
  const flow = await lockFlow(tx, flowId)
  const { note = null, people, override = null } = body
  return publishVersion(tx, ports, flowId, flow, { definition: flow.definition, note, peopleInside: people, override, by })
}

/** Makes a definition the next version of a flow that is in hand: the one that new runs begin with. */
export const publishVersion = async (tx: Tx, ports: FlowsPorts, flowId: string, flow: LockedFlow, publication: Publication): Promise<FlowVersion> => {
  const { definition, note, peopleInside, by, doer } = publication
  await refuseErrors(tx, ports, { id: flowId, definition })
  const failing = (await runEveryTest(tx, ports, flowId, definition)).filter(({ passed }) => !passed)
  if (failing.length > 0 && publication.override === null) throw testsFailed(failing)
  const override = failing.length > 0 ? publication.override : null
  const { rows } = await tx.query<{ id: string; number: number }>(
    `insert into flows.version (tenant_id, id, flow_id, number, note, definition, published_at, published_by, people_inside, override)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9 from flows.version where tenant_id = $1 and flow_id = $3 returning id, number`,
    [tx.tenantId, ports.newId(), flowId, note, JSON.stringify(definition), ports.now(), by, peopleInside, override],
  )
  const { id: versionId, number } = rows[0]!
  await tx.query(
    `update flows.flow set published_version_id = $3, people_inside = $4, draft_of = case when $5 then $6 else draft_of end, updated_at = $7 where tenant_id = $1 and id = $2`,
    [tx.tenantId, flowId, versionId, peopleInside, same(flow.definition, definition), number, ports.now()],
  )
  await startSchedules(tx, ports, { flowId, versionId }, definition)
  tx.record({
    action: 'flow.published',
    subject: { kind: 'flow', id: flowId, name: flow.name },
    after: { number, note, peopleInside, ...(override !== null && { override, failedTests: failing.map(({ name }) => name) }) },
    ...(doer && { by: doer }),
  })
  tx.publish({ type: 'flow.published', payload: { flowId, versionId } })
  return readVersion(tx, flowId, number)
}

/** Each error by its step (`definition.nodes.<id>`), by its place outside of steps (`definition.triggers.<place>.<field>`), or of the whole (`definition`). */
const refuseErrors = async (tx: Tx, ports: FlowsPorts, drafted: { id: string; definition: FlowDefinition }): Promise<void> => {
  const errors = (await problemsOf(tx, ports, drafted)).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  throw new Failure('invalid', 'flow.has_errors', 'The flow has errors and cannot be published.', {
    errors: errors.map(({ nodeId, field, code, message }) => ({ path: pathOf(nodeId, field), code, message })),
  })
}

const pathOf = (nodeId: string | null, field: string | undefined): string => {
  if (nodeId !== null) return `definition.nodes.${nodeId}`
  return field !== undefined && /^(?:triggers|abTest|always|handlers)\./.test(field) ? `definition.${field}` : 'definition'
}

const testsFailed = (failing: readonly TestResult[]): Failure =>
  new Failure('invalid', 'flow.tests_failed', 'Tests of the flow fail. Mend the flow or the tests, or say why it may be published all the same.', {
    errors: failing.map(({ id, name }) => ({ path: `tests.${id}`, code: 'flow.test_failed', message: name })),
  })

import type { PeopleInside, PlannedPublish, PublishBody } from '@chasqui/contracts'
import { readDefinition } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { lockFlow, readFlow, type LockedFlow } from '../store.ts'
import { publishVersion } from './publish.ts'

export type PublishTimer = { type: 'publish_flow'; flowId: string; plannedId: string }
type Maker = { userId: string; keyId: string | null }
type Row = {
  definition: unknown
  note: string | null
  people_inside: PeopleInside
  override: string | null
  over_version_id: string | null
  made_by: string
  made_by_is_key: boolean
}

/** Publishes the draft, as it is now, at a later instant. One that was planned before is planned no more. */
export const planPublish = async (
  tx: Tx,
  ports: FlowsPorts,
  flowId: string,
  by: Maker,
  { at, ...body }: PublishBody & { at: string },
): Promise<PlannedPublish> => {
  const flow = await lockFlow(tx, flowId)
  const when = new Date(at)
  if (when <= ports.now())
    throw new Failure('invalid', 'flow.planned_in_past', 'This instant has passed already.', {
      errors: [{ path: 'at', code: 'flow.planned_in_past', message: 'In the past' }],
    })
  const plannedId = ports.newId()
  await tx.query('delete from flows.planned_publish where tenant_id = $1 and flow_id = $2', [tx.tenantId, flowId])
  await tx.query(
    `insert into flows.planned_publish (tenant_id, id, flow_id, definition, note, people_inside, override, over_version_id, at, made_by, made_by_is_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      plannedId,
      flowId,
      JSON.stringify(flow.definition),
      body.note ?? null,
      body.people,
      body.override ?? null,
      flow.publishedVersionId,
      when,
      by.userId,
      by.keyId !== null,
      ports.now(),
    ],
  )
  tx.enqueue({ queue: 'due', key: flowId, payload: { type: 'publish_flow', flowId, plannedId } satisfies PublishTimer, runAt: when })
  tx.record({ subject: { kind: 'flow', id: flowId, name: flow.name }, after: { at: when.toISOString(), note: body.note ?? null, peopleInside: body.people } })
  tx.publish({ type: 'flow.changed', payload: { flowId, revision: flow.revision } })
  return (await readFlow(tx, flowId)).planned!
}

export const unplanPublish = async (tx: Tx, flowId: string): Promise<void> => {
  const flow = await lockFlow(tx, flowId)
  const { rows } = await tx.query<{ at: Date }>('delete from flows.planned_publish where tenant_id = $1 and flow_id = $2 returning at', [tx.tenantId, flowId])
  if (!rows[0]) throw absent('planned publish')
  tx.record({ subject: { kind: 'flow', id: flowId, name: flow.name }, before: { at: rows[0].at.toISOString() } })
  tx.publish({ type: 'flow.changed', payload: { flowId, revision: flow.revision } })
}

/** The time has come: it is published if it still can be, else it stays with the reason, for its people to see. What is planned no more is passed over. */
export const publishDue = async (tx: Tx, ports: FlowsPorts, { flowId, plannedId }: PublishTimer): Promise<void> => {
  const flow = await lockFlow(tx, flowId)
  const { rows } = await tx.query<Row>(
    `select definition, note, people_inside, override, over_version_id, made_by, made_by_is_key from flows.planned_publish
     where tenant_id = $1 and id = $2 and flow_id = $3 and state = 'waiting' and at <= $4`,
    [tx.tenantId, plannedId, flowId, ports.now()],
  )
  const [planned] = rows
  if (!planned) return
  try {
    await publishPlanned(tx, ports, flowId, flow, planned)
    await tx.query('delete from flows.planned_publish where tenant_id = $1 and id = $2', [tx.tenantId, plannedId])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await leaveFailed(tx, { flowId, plannedId, name: flow.name }, error)
  }
}

const theProduct = { kind: 'system', id: null, name: null } as const

const publishPlanned = async (tx: Tx, ports: FlowsPorts, flowId: string, flow: LockedFlow, planned: Row): Promise<void> => {
  const { note, people_inside: peopleInside, override, over_version_id, made_by, made_by_is_key } = planned
  if (over_version_id !== flow.publishedVersionId)
    throw new Failure('conflict', 'flow.published_since', 'Another version was published after this one was planned.')
  // Nothing is published in the name of somebody who may not do it any more.
  if (!(await ports.mayManage(tx.tenantId, { userId: made_by, keyId: made_by_is_key ? made_by : null })))
    throw new Failure('forbidden', 'flow.planner_may_not', 'Whoever planned this may not publish flows any more.')
  await publishVersion(tx, ports, flowId, flow, { definition: readDefinition(planned.definition), note, peopleInside, override, by: made_by, doer: theProduct })
}

const leaveFailed = async (tx: Tx, { flowId, plannedId, name }: { flowId: string; plannedId: string; name: string }, failure: Failure): Promise<void> => {
  const { code, errors = [] } = failure
  await tx.query(`update flows.planned_publish set state = 'failed', problem = $3 where tenant_id = $1 and id = $2`, [
    tx.tenantId,
    plannedId,
    JSON.stringify({ code, errors }),
  ])
  tx.record({ action: 'flow.publish_failed', by: theProduct, subject: { kind: 'flow', id: flowId, name }, after: { code } })
  tx.publish({ type: 'flow.publish_failed', payload: { flowId, plannedId, code } })
}

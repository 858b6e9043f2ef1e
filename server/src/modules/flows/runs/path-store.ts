import type { Tx } from '#platform/database/transaction'
import type { PathRow } from '@chasqui/flow/life/path'
import type { FlowsPorts } from '../ports.ts'

/** `versionOf`: the version of another flow that the run went into. */
type Walked = { runId: string; conversationId: string; flowId: string; versionId: string; versionOf(flow: string): string | undefined }

const text = `insert into flows.path (tenant_id, run_id, id, conversation_id, flow_id, version_id, at, step, cause, outcome, from_step, waited_ms, way, lost_as, answer, set_values)
select $1, i.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[], $13::text[], $14::text[], $15::text[], $16::jsonb[]) as i`

/** Adds to the path of a run, in the flight of the run's own state: what strands of a convoy add goes into one statement. */
export const storePath = (tx: Tx, ports: FlowsPorts, { runId, conversationId, flowId, versionId, versionOf }: Walked, rows: readonly PathRow[]): void => {
  if (rows.length === 0) return
  const now = ports.now()
  const values = rows.map(({ flow, step, cause, outcome, fromStep, waitedMs, way, lostAs, answer, set }) => [
    runId,
    ports.newId(),
    conversationId,
    flow ?? flowId,
    (flow !== null && versionOf(flow)) || versionId,
    now,
    step,
    cause,
    outcome,
    fromStep,
    waitedMs,
    way,
    lostAs,
    answer,
    set && JSON.stringify(set),
  ])
  tx.alongCommit(tx.queryEach(text, values))
}

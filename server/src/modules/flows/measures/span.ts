import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { readFlow } from '../store.ts'

type Asked = { from?: string | undefined; to?: string | undefined; version?: number | undefined }
export type Span = { from: Date; to: Date; versionId: string | null }

const day = 86_400_000
const longest = 366 * day

/** Of which flow, from when to when, and inside which version: the last thirty days of all of them unless told. */
export const spanOf = async (tx: Tx, ports: FlowsPorts, flowId: string, asked: Asked): Promise<Span> => {
  await readFlow(tx, flowId)
  const to = asked.to === undefined ? ports.now() : new Date(asked.to)
  const from = asked.from === undefined ? new Date(to.getTime() - 30 * day) : new Date(asked.from)
  if (from >= to || to.getTime() - from.getTime() > longest)
    throw new Failure('invalid', 'flow.span', 'The time has to begin before it ends, and to last a year at most.', {
      errors: [{ path: 'from', code: 'flow.span', message: 'Before the end, by a year at most' }],
    })
  return { from, to, versionId: asked.version === undefined ? null : await versionIdOf(tx, flowId, asked.version) }
}

const versionIdOf = async (tx: Tx, flowId: string, number: number): Promise<string> => {
  const { rows } = await tx.query<{ id: string }>('select id from flows.version where tenant_id = $1 and flow_id = $2 and number = $3', [
    tx.tenantId,
    flowId,
    number,
  ])
  if (rows[0]) return rows[0].id
  throw new Failure('invalid', 'flow.version_unknown', 'There is no such version.', {
    errors: [{ path: 'version', code: 'flow.version_unknown', message: 'Not a version of this flow' }],
  })
}

/** Moves of runs of a flow within a span: `$1` to `$5` are tenant, flow, from, to, version. The causes stand as the index has them. */
export const movesText = `flows.path p where p.tenant_id = $1 and p.flow_id = $2 and p.at >= $3 and p.at < $4 and p.cause in ('start', 'went_on', 'ended') and ($5::uuid is null or p.version_id = $5)`

export const movesOf = (tx: Tx, flowId: string, { from, to, versionId }: Span): unknown[] => [tx.tenantId, flowId, from, to, versionId]

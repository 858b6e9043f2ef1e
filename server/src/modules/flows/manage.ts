import type { Flow, FlowDefinition, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { problemsIn } from '@chasqui/flow'
import type { FlowsPorts } from './ports.ts'

type Row = {
  id: string
  name: string
  draft: FlowDefinition
  draft_of: number
  created_at: Date
  updated_at: Date
  version_id: string | null
  number: number | null
  published_at: Date | null
  note: string | null
}
type VersionRow = { id: string; number: number; note: string | null; definition: FlowDefinition; published_at: Date }

const select = `select f.id, f.name, f.draft, f.draft_of, f.created_at, f.updated_at, v.id as version_id, v.number, v.published_at, v.note from flows.flow f
  left join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id where f.tenant_id = $1 and f.deleted_at is null`

const flowOf = (row: Row): Flow => ({
  id: row.id,
  name: row.name,
  definition: row.draft,
  draftOf: row.draft_of,
  published: row.version_id ? { versionId: row.version_id, number: row.number!, at: row.published_at!.toISOString(), note: row.note } : null,
  problems: problemsIn(row.draft),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})
const versionOf = (row: VersionRow) => ({
  id: row.id,
  number: row.number,
  note: row.note,
  definition: row.definition,
  publishedAt: row.published_at.toISOString(),
})

export const listFlows = async (tx: Tx, query: { limit: number; cursor?: string | undefined }): Promise<Page<Flow>> => {
  const { rows } = await tx.query<Row>(`${select} and ($2::uuid is null or f.id > $2) order by f.id limit $3`, [
    tx.tenantId,
    idCursor(query.cursor),
    query.limit + 1,
  ])
  const items = rows.slice(0, query.limit).map(flowOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

export const readFlow = async (tx: Tx, id: string): Promise<Flow> => {
  const { rows } = await tx.query<Row>(`${select} and f.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('flow')
  return flowOf(rows[0])
}

/** A new flow. A draft may be unfinished: its problems are listed, and only publishing refuses them. */
export const createFlow = async (tx: Tx, ports: FlowsPorts, name: string, definition: FlowDefinition): Promise<Flow> => {
  const id = ports.newId()
  await tx.query('insert into flows.flow (tenant_id, id, name, draft, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [
    tx.tenantId,
    id,
    name,
    JSON.stringify(definition),
    ports.now(),
  ])
  return readFlow(tx, id)
}

export const updateFlow = async (
  tx: Tx,
  ports: FlowsPorts,
  id: string,
  change: { name?: string | undefined; definition?: FlowDefinition | undefined },
): Promise<Flow> => {
  const { rowCount } = await tx.query(
    'update flows.flow set name = coalesce($3, name), draft = coalesce($4, draft), updated_at = $5 where tenant_id = $1 and id = $2 and deleted_at is null',
    [tx.tenantId, id, change.name ?? null, change.definition ? JSON.stringify(change.definition) : null, ports.now()],
  )
  if (rowCount === 0) throw absent('flow')
  return readFlow(tx, id)
}

/** Freezes the draft as the next version. Runs under way stay on theirs. Refused while the draft has errors, each with its step. */
export const publishFlow = async (tx: Tx, ports: FlowsPorts, id: string, userId: string | null, note: string | null) => {
  const { rows } = await tx.query<{ draft: FlowDefinition }>(
    'select draft from flows.flow where tenant_id = $1 and id = $2 and deleted_at is null for update',
    [tx.tenantId, id],
  )
  if (!rows[0]) throw absent('flow')
  const errors = problemsIn(rows[0].draft).filter((problem) => problem.severity === 'error')
  if (errors.length > 0) {
    throw new Failure('invalid', 'flow.has_errors', 'The flow has errors and cannot be published.', {
      errors: errors.map((problem) => ({
        path: problem.nodeId ? `definition.nodes.${problem.nodeId}` : 'definition',
        code: problem.code,
        message: problem.message,
      })),
    })
  }
  const version = await tx.query<VersionRow>(
    `insert into flows.version (tenant_id, id, flow_id, number, note, definition, published_at, published_by)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7 from flows.version where tenant_id = $1 and flow_id = $3 returning id, number, note, definition, published_at`,
    [tx.tenantId, ports.newId(), id, note, JSON.stringify(rows[0].draft), ports.now(), userId],
  )
  const published = version.rows[0]!
  await tx.query('update flows.flow set published_version_id = $3, draft_of = $4, updated_at = $5 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    published.id,
    published.number,
    ports.now(),
  ])
  tx.record({ action: 'flow.published', subject: { kind: 'flow', id }, after: { number: published.number, note } })
  tx.publish({ type: 'flow.published', payload: { flowId: id, versionId: published.id } })
  return versionOf(published)
}

export const removeFlow = async (tx: Tx, ports: FlowsPorts, id: string): Promise<void> => {
  const used = await tx.query<{ name: string }>('select name from channels.channel_card where tenant_id = $1 and flow_id = $2 and deleted_at is null limit 1', [
    tx.tenantId,
    id,
  ])
  if (used.rows[0]) throw new Failure('conflict', 'flow.in_use', `The channel “${used.rows[0].name}” answers with this flow.`)
  const campaign = await tx.query<{ name: string }>(
    `select name from campaigns.campaign_card where tenant_id = $1 and (flow_id = $2 or closed_flow_id = $2) and state <> 'finished' limit 1`,
    [tx.tenantId, id],
  )
  if (campaign.rows[0]) throw new Failure('conflict', 'flow.in_use', `The campaign “${campaign.rows[0].name}” answers with this flow.`)
  const flow = await tx.query<{ name: string }>(
    `select f.name from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
     where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null and jsonb_path_exists(v.definition, '$.nodes.* ? (@.type == "subflow" && @.flow == $flow)', jsonb_build_object('flow', $2::text)) limit 1`,
    [tx.tenantId, id],
  )
  if (flow.rows[0]) throw new Failure('conflict', 'flow.in_use', `The flow “${flow.rows[0].name}” goes into this flow.`)
  const { rowCount } = await tx.query('update flows.flow set deleted_at = $3 where tenant_id = $1 and id = $2 and deleted_at is null', [
    tx.tenantId,
    id,
    ports.now(),
  ])
  if (rowCount === 0) throw absent('flow')
}

export const listVersions = async (tx: Tx, id: string, query: { limit: number; cursor?: string | undefined }) => {
  await readFlow(tx, id)
  const { rows } = await tx.query<VersionRow>(
    'select id, number, note, definition, published_at from flows.version where tenant_id = $1 and flow_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4',
    [tx.tenantId, id, idCursor(query.cursor), query.limit + 1],
  )
  const items = rows.slice(0, query.limit).map(versionOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

import type { FlowChange, WhichVersion } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { mergeDraft, type Draft, type Merged } from '@chasqui/flow/life/merge-draft'
import type { FlowsPorts } from './ports.ts'
import { lockFlow, readFlow, readVersion, type KeptFlow } from './store.ts'

/** A new flow. A draft may be unfinished: its problems are listed, and only publishing refuses them. */
export const createFlow = async (tx: Tx, ports: FlowsPorts, name: string, definition: FlowDefinition): Promise<KeptFlow> => {
  const id = ports.newId()
  await tx.query('insert into flows.flow (tenant_id, id, name, draft, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [
    tx.tenantId,
    id,
    name,
    JSON.stringify(definition),
    ports.now(),
  ])
  tx.publish({ type: 'flow.changed', payload: { flowId: id, revision: 1 } })
  return readFlow(tx, id)
}

const collision = ({ steps, settings }: Extract<Merged, { ok: false }>): Failure => {
  const names = [...steps.map((id) => `steps.${id}`), ...settings.map((name) => `settings.${name}`)]
  return new Failure('conflict', 'flow.step_changed', 'Somebody else changed the same meanwhile. Look at it and change it again.', {
    errors: names.map((path) => ({ path, code: 'flow.step_changed', message: 'Changed by somebody else since' })),
  })
}

/** What was put together of two people's changes has to be a definition, too: 500 steps each are too many together. */
const whole = (draft: Draft): Draft => {
  const { success, error } = FlowDefinition.safeParse(draft.definition)
  if (success) return draft
  throw new Failure('invalid', 'invalid', 'The flow would not be one any more.', {
    errors: error.issues.map(({ path, code, message }) => ({ path: ['definition', ...path].join('.'), code, message })),
  })
}

/** Changes name or draft; what others changed since the revision that this was made on stays. */
export const updateFlow = async (tx: Tx, ports: FlowsPorts, id: string, { name, ...change }: FlowChange): Promise<KeptFlow> => {
  const before = await lockFlow(tx, id)
  if (change.revision !== undefined && change.revision > before.revision)
    throw new Failure('invalid', 'flow.revision_unknown', 'There is no such revision yet.', {
      errors: [{ path: 'revision', code: 'flow.revision_unknown', message: `The newest is ${before.revision}` }],
    })
  const merged = mergeDraft(before, change)
  if (!merged.ok) throw collision(merged)
  if (merged.draft !== before) await storeDraft(tx, ports, id, whole(merged.draft))
  if (name !== undefined && name !== before.name) await rename(tx, ports, id, name)
  if (merged.draft !== before || name !== undefined) tx.publish({ type: 'flow.changed', payload: { flowId: id, revision: merged.draft.revision } })
  return readFlow(tx, id)
}

const rename = (tx: Tx, ports: FlowsPorts, id: string, name: string) =>
  tx.query('update flows.flow set name = $3, updated_at = $4 where tenant_id = $1 and id = $2', [tx.tenantId, id, name, ports.now()])

const storeDraft = (tx: Tx, ports: FlowsPorts, id: string, { definition, revision, changedAt }: Draft) =>
  tx.query('update flows.flow set draft = $3, revision = $4, changed_at = $5, updated_at = $6 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    JSON.stringify(definition),
    revision,
    JSON.stringify(changedAt),
    ports.now(),
  ])

/** Makes a version the draft again. With a revision it is refused where somebody changed the draft since: their work would be gone. */
export const restoreVersion = async (tx: Tx, ports: FlowsPorts, id: string, which: WhichVersion, revision: number | undefined): Promise<KeptFlow> => {
  const before = await lockFlow(tx, id)
  if (revision !== undefined && revision !== before.revision)
    throw new Failure('conflict', 'flow.draft_changed', 'The draft is another one by now. Look at it and restore again.')
  const { definition, number } = await readVersion(tx, id, which)
  const merged = mergeDraft(before, { definition })
  if (merged.ok && merged.draft !== before) {
    await storeDraft(tx, ports, id, merged.draft)
    tx.publish({ type: 'flow.changed', payload: { flowId: id, revision: merged.draft.revision } })
  }
  await tx.query('update flows.flow set draft_of = $3 where tenant_id = $1 and id = $2', [tx.tenantId, id, number])
  return readFlow(tx, id)
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
  const caller = await tx.query<{ name: string }>(
    `select f.name from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
     where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null and jsonb_path_exists(v.definition, '$.nodes.* ? (@.type == "subflow" && @.flow == $flow)', jsonb_build_object('flow', $2::text)) limit 1`,
    [tx.tenantId, id],
  )
  if (caller.rows[0]) throw new Failure('conflict', 'flow.in_use', `The flow “${caller.rows[0].name}” goes into this flow.`)
  const tester = await tx.query<{ name: string }>(
    `select f.name from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
     where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null and jsonb_path_exists(v.definition, '$.abTest.against[*] ? (@.flow == $flow)', jsonb_build_object('flow', $2::text)) limit 1`,
    [tx.tenantId, id],
  )
  if (tester.rows[0]) throw new Failure('conflict', 'flow.in_use', `The flow “${tester.rows[0].name}” is tested against this flow.`)
  const { rows } = await tx.query<{ revision: number }>(
    'update flows.flow set deleted_at = $3 where tenant_id = $1 and id = $2 and deleted_at is null returning revision',
    [tx.tenantId, id, ports.now()],
  )
  if (!rows[0]) throw absent('flow')
  await tx.query('delete from flows.planned_publish where tenant_id = $1 and flow_id = $2', [tx.tenantId, id])
  tx.publish({ type: 'flow.changed', payload: { flowId: id, revision: rows[0].revision } })
}

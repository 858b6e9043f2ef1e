import type { Flow, FlowVersion, PeopleInside, PlannedPublish, WhichVersion } from '@chasqui/contracts'
import { readDefinition } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { ChangedAt, Draft } from '@chasqui/flow/life/merge-draft'

type Problem = NonNullable<PlannedPublish['problem']>
export type PlannedRow = {
  planned_id: string
  planned_at: Date
  planned_state: PlannedPublish['state']
  planned_problem: Problem | null
  planned_note: string | null
  planned_people: PeopleInside
  planned_by: string
  planned_by_name: string | null
}
export type HeadRow = {
  id: string
  name: string
  draft_of: number
  revision: number
  created_at: Date
  updated_at: Date
  version_id: string | null
  number: number | null
  published_at: Date | null
  note: string | null
} & (PlannedRow | { planned_id: null })
type Row = HeadRow & { draft: unknown }

/** The name of a member or an API key, as it is now. */
export const nameOf = (id: string): string =>
  `coalesce((select m.name from identity.member_card m where m.tenant_id = $1 and m.id = ${id}), (select k.name from identity.api_key_card k where k.tenant_id = $1 and k.id = ${id}))`

/** What there is of flows beside their drafts; `more` columns on top. */
export const headsText = (
  more = '',
) => `select f.id, f.name${more}, f.draft_of, f.revision, f.created_at, f.updated_at, v.id as version_id, v.number, v.published_at, v.note,
    p.id as planned_id, p.at as planned_at, p.state as planned_state, p.problem as planned_problem, p.note as planned_note, p.people_inside as planned_people,
    p.made_by as planned_by, ${nameOf('p.made_by')} as planned_by_name
  from flows.flow f left join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
  left join flows.planned_publish p on p.tenant_id = f.tenant_id and p.flow_id = f.id where f.tenant_id = $1 and f.deleted_at is null`

const plannedOf = (row: PlannedRow): PlannedPublish => ({
  id: row.planned_id,
  at: row.planned_at.toISOString(),
  state: row.planned_state,
  problem: row.planned_problem,
  note: row.planned_note,
  peopleInside: row.planned_people,
  madeBy: { id: row.planned_by, name: row.planned_by_name },
})

/** A flow as it is kept: what is wrong with it is worked out where somebody wants to know. */
export type KeptFlow = Omit<Flow, 'problems'>

/** A flow without its draft. */
export const headOf = (row: HeadRow): Omit<KeptFlow, 'definition'> => ({
  id: row.id,
  name: row.name,
  revision: row.revision,
  draftOf: row.draft_of,
  published: row.version_id ? { versionId: row.version_id, number: row.number!, at: row.published_at!.toISOString(), note: row.note } : null,
  planned: row.planned_id === null ? null : plannedOf(row),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

export const readFlow = async (tx: Tx, id: string): Promise<KeptFlow> => {
  const { rows } = await tx.query<Row>(`${headsText(', f.draft')} and f.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('flow')
  return { ...headOf(rows[0]), definition: readDefinition(rows[0].draft) }
}

export type LockedFlow = Draft & { name: string; publishedVersionId: string | null }

/** The draft in the hand of this transaction: who changes or publishes it meanwhile waits. */
export const lockFlow = async (tx: Tx, id: string): Promise<LockedFlow> => {
  const { rows } = await tx.query<{ name: string; draft: unknown; revision: number; changed_at: ChangedAt; published_version_id: string | null }>(
    'select name, draft, revision, changed_at, published_version_id from flows.flow where tenant_id = $1 and id = $2 and deleted_at is null for update',
    [tx.tenantId, id],
  )
  const row = rows[0]
  if (!row) throw absent('flow')
  return {
    name: row.name,
    definition: readDefinition(row.draft),
    revision: row.revision,
    changedAt: row.changed_at,
    publishedVersionId: row.published_version_id,
  }
}

type VersionRow = {
  id: string
  number: number
  note: string | null
  definition: unknown
  published_at: Date
  published_by: string | null
  published_by_name: string | null
  people_inside: PeopleInside
  override: string | null
  people: number
}

const versionsText = `select v.id, v.number, v.note, v.definition, v.published_at, v.published_by, ${nameOf('v.published_by')} as published_by_name, v.people_inside, v.override, inside.people
  from flows.version v cross join lateral (
    select count(*)::integer as people from flows.run r where r.tenant_id = $1 and r.flow_id = $2 and r.version_id = v.id and r.status = 'active') inside
  where v.tenant_id = $1 and v.flow_id = $2`

const versionOf = (row: VersionRow): FlowVersion => ({
  id: row.id,
  number: row.number,
  note: row.note,
  definition: readDefinition(row.definition),
  publishedAt: row.published_at.toISOString(),
  publishedBy: row.published_by === null ? null : { id: row.published_by, name: row.published_by_name },
  peopleInside: row.people_inside,
  override: row.override,
  people: row.people,
})

/** Newest first, before this id. */
export const versionsBefore = async (tx: Tx, flowId: string, before: string | null, limit: number): Promise<FlowVersion[]> =>
  (
    await tx.query<VersionRow>(`${versionsText} and ($3::uuid is null or v.id < $3) order by v.id desc limit $4`, [tx.tenantId, flowId, before, limit])
  ).rows.map(versionOf)

export const readVersion = async (tx: Tx, flowId: string, which: WhichVersion): Promise<FlowVersion> => {
  const { rows } = await tx.query<VersionRow>(`${versionsText} and ${typeof which === 'number' ? 'v.number' : 'v.id'} = $3`, [tx.tenantId, flowId, which])
  if (!rows[0]) throw absent('version')
  return versionOf(rows[0])
}

import type { SignedAct, Trail } from '#platform/acts/act'

/** The columns of `audit.pending` that an act fills by itself, with their types. */
const columns = {
  actor_kind: 'text',
  actor_id: 'text',
  actor_name: 'text',
  on_behalf_of: 'text',
  on_behalf_name: 'text',
  action: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  subject_name: 'text',
  before: 'jsonb',
  after: 'jsonb',
  address: 'text',
  country: 'text',
  agent: 'text',
  request_id: 'text',
  result: 'text',
  for_host: 'boolean',
}
const names = Object.keys(columns).join(', ')
const typed = Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')
const insert = `insert into audit.pending (tenant_id, at, ${names})
select tenant_id, $2, a.* from jsonb_array_elements($3::jsonb) with ordinality as act (facts, position)
cross join lateral jsonb_to_record(act.facts) as a (${typed})
cross join unnest($1::uuid[]) with ordinality as owner (tenant_id, place) order by place, position`

const columnsOf = ({ doer, subject, onBehalfOf, requestId, forHost, ...act }: SignedAct): Record<keyof typeof columns, unknown> => ({
  ...act,
  actor_kind: doer.kind,
  actor_id: doer.id,
  actor_name: doer.name,
  on_behalf_of: onBehalfOf?.id ?? null,
  on_behalf_name: onBehalfOf?.name ?? null,
  subject_kind: subject?.kind ?? null,
  subject_id: subject?.id ?? null,
  subject_name: subject?.name ?? null,
  request_id: requestId,
  for_host: forHost,
})

/** Leaves acts with the transaction that they belong to, for each of these tenants. They get their places in the chains right after its commit. */
export const leaveActs: Trail['leave'] = (client, tenantIds, acts, at) => client.query(insert, [tenantIds, at, JSON.stringify(acts.map(columnsOf))])

import type { FlowSecretUse } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

type Row = { secret: string; id: string; name: string; places: FlowSecretUse['flows'][number]['places'] }

/**
 * Which flows ask for which secret (`$2` null: any), and where: in the draft, in what is published or planned, or in an earlier version that people are
 * still inside.
 */
const usesText = `with written as (
    select f.id, f.name, 'draft' as place, f.draft as definition from flows.flow f where f.tenant_id = $1 and f.deleted_at is null
    union all select f.id, f.name, 'published', v.definition from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
      where f.tenant_id = $1 and f.deleted_at is null
    union all select f.id, f.name, 'planned', p.definition from flows.planned_publish p join flows.flow f on f.tenant_id = p.tenant_id and f.id = p.flow_id
      where p.tenant_id = $1 and p.state = 'waiting'
    union all select f.id, f.name, 'inside', v.definition from (select distinct version_id from flows.run where tenant_id = $1 and status = 'active') r
      join flows.version v on v.tenant_id = $1 and v.id = r.version_id join flows.flow f on f.tenant_id = v.tenant_id and f.id = v.flow_id
      where f.published_version_id is distinct from v.id)
  select found[1] as secret, id, name, array_agg(distinct place order by place) as places
  from written cross join lateral regexp_matches(definition::text, '\\{\\{\\s*secret\\.([a-zA-Z0-9_.]+)\\s*\\}\\}', 'g') as found
  where $2::text is null or found[1] = $2 group by 1, 2, 3 order by 1, 3, 2`

/** Of everybody's conversations: that somebody is inside is told, not who. */
export const usesOf = async (tx: Tx, secret: string | null): Promise<FlowSecretUse[]> => {
  const { rows } = await tx.beyondReach(() => tx.query<Row>(usesText, [tx.tenantId, secret]))
  const uses = new Map<string, FlowSecretUse>()
  for (const { secret: name, id, name: flowName, places } of rows) {
    const use = uses.get(name) ?? { secret: name, flows: [] }
    use.flows.push({ id, name: flowName, places })
    uses.set(name, use)
  }
  return [...uses.values()]
}

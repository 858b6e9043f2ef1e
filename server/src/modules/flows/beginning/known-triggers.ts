import { type FlowDefinition, FlowTrigger } from '@chasqui/contracts'
import { claimsOf, indexTriggers, type Candidate, type TriggerIndex } from '@chasqui/flow'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/transaction'

export type PublishedFlow = Candidate & { versionId: string; once: FlowDefinition['once'] }
/** The triggers of a tenant's published flows, ready to choose by. `wanted`: which flows want the same; `hearsReplies`: whether one waits for answers to templates. */
export type KnownTriggers = {
  index: TriggerIndex
  flows: ReadonlyMap<string, PublishedFlow>
  wanted: ReadonlyMap<string, ReadonlySet<string>>
  hearsReplies: boolean
}

/** By the stamp under which they hold: another publish, another stamp, so that nothing kept can be stale. */
const known = new LRUCache<string, KnownTriggers>({ max: 2000 })
const nothing: KnownTriggers = { index: indexTriggers([]), flows: new Map(), wanted: new Map(), hearsReplies: false }

const stampText = `select asked.position, b.stamp from unnest($2::integer[]) with ordinality as asked (once, position)
cross join lateral (select stamp from flows.beginning where tenant_id = $1 limit 1) b`

type Row = { id: string; name: string; created_at: Date; version_id: string; triggers: unknown[]; priority: number | null; once: FlowDefinition['once'] }

/** One that cannot be read keeps no other from beginning. */
const triggersIn = (stored: unknown[]): FlowTrigger[] =>
  stored.flatMap((trigger) => {
    const { success, data } = FlowTrigger.safeParse(trigger)
    return success ? [data] : []
  })

const load = async (tx: Tx): Promise<KnownTriggers> => {
  const { rows } = await tx.query<Row>(
    `select f.id, f.name, f.created_at, v.id as version_id, coalesce(v.definition -> 'triggers', '[{"type": "any"}]') as triggers, (v.definition ->> 'priority')::integer as priority, v.definition -> 'once' as once
     from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id where f.tenant_id = $1 and f.deleted_at is null`,
    [tx.tenantId],
  )
  const flows = rows.map(({ id, name, created_at, version_id, triggers, priority, once }): PublishedFlow => ({
    flowId: id,
    name,
    createdAt: created_at.getTime(),
    versionId: version_id,
    triggers: triggersIn(triggers),
    priority: priority ?? 0,
    once,
  }))
  return {
    index: indexTriggers(flows),
    flows: new Map(flows.map((flow) => [flow.flowId, flow])),
    wanted: wantedBy(flows),
    hearsReplies: flows.some(({ triggers }) => triggers.some(({ type }) => type === 'broadcast_reply')),
  }
}

const wantedBy = (flows: readonly PublishedFlow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const wanted = new Map<string, Set<string>>()
  for (const { flowId, triggers } of flows) for (const { what } of claimsOf(triggers)) wanted.set(what, (wanted.get(what) ?? new Set()).add(flowId))
  return wanted
}

/** As they stand in this transaction: one look at their stamp, shared with the other strands; they themselves from memory. */
export const triggersOf = async (tx: Tx): Promise<KnownTriggers> => {
  const [row] = await tx.queryEach<{ stamp: string }>(stampText, [[0]])
  if (!row) return nothing
  const key = `${tx.tenantId} ${row.stamp}`
  const kept = known.get(key)
  if (kept) return kept
  const loaded = await load(tx)
  known.set(key, loaded)
  return loaded
}

import { tagKey } from '@chasqui/flow/engine/same-tag'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'

/** What may count as the goal of an A/B test: a tag was put on, a stage reached, an event sent. */
export type MilestoneKind = 'tag' | 'stage' | 'event'

/** As milestones of a kind are told apart. */
export const milestoneName = (kind: MilestoneKind, name: string): string => (kind === 'tag' ? tagKey(name) : name)

// Grouped, because several conversations of one contact may travel together; in one order, so that none waits for another that waits for it.
const text = `insert into flows.milestone as known (tenant_id, contact_id, kind, name, at)
select $1, contact_id, kind, name, max(at) from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as i (contact_id, kind, name, at) group by 2, 3, 4 order by 2, 3, 4
on conflict (tenant_id, contact_id, kind, name) do update set at = greatest(known.at, excluded.at)`

/** Something happened to a contact, now. */
export const noteMilestones = (tx: Tx, ports: Pick<FlowsPorts, 'now'>, contactId: string, kind: MilestoneKind, names: readonly string[]): void => {
  if (names.length === 0) return
  const at = ports.now()
  tx.alongCommit(
    tx.queryEach(
      text,
      names.map((name) => [contactId, kind, milestoneName(kind, name), at]),
    ),
  )
}

/** Two contacts turned out to be one: what happened to one has happened to the other. */
export const moveMilestones = async (tx: Tx, { from, into }: { from: string; into: string }): Promise<void> => {
  await tx.query(
    `with gone as (delete from flows.milestone where tenant_id = $1 and contact_id = $2 returning kind, name, at)
     insert into flows.milestone as known (tenant_id, contact_id, kind, name, at) select $1, $3, kind, name, at from gone order by kind, name
     on conflict (tenant_id, contact_id, kind, name) do update set at = greatest(known.at, excluded.at)`,
    [tx.tenantId, from, into],
  )
}

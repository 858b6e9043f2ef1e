import type { Tx } from '#platform/database/transaction'

/** What happened once for one contact has happened for another: the two turned out to be one person. */
export const moveFirstTimes = async (tx: Tx, { from, into }: { from: string; into: string }): Promise<void> => {
  for (const id of [from, into].toSorted()) await tx.hold(`first times of ${id}`)
  await tx.query(
    `with gone as (delete from flows.once where tenant_id = $1 and contact_id = $2 returning flow_id, step, at)
     insert into flows.once as known (tenant_id, contact_id, flow_id, step, at) select $1, $3, flow_id, step, at from gone
     on conflict (tenant_id, contact_id, flow_id, step) do update set at = greatest(known.at, excluded.at)`,
    [tx.tenantId, from, into],
  )
}

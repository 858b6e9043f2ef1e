import type { Tx } from '#platform/database/transaction'

/** Files that flows send, of those asked for: in drafts and in every version of a flow that is there. */
export const filesAmong = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct held.id from (
       select jsonb_path_query(draft, '$.nodes.*.file.fileId') #>> '{}' as id from flows.flow where tenant_id = $1 and deleted_at is null
       union all
       select jsonb_path_query(v.definition, '$.nodes.*.file.fileId') #>> '{}' from flows.version v
       join flows.flow f on f.tenant_id = v.tenant_id and f.id = v.flow_id and f.deleted_at is null where v.tenant_id = $1
     ) as held where held.id = any($2::text[])`,
    [tx.tenantId, ids],
  )
  return rows.map(({ id }) => id)
}

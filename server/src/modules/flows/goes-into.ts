import type { Tx } from '#platform/database/transaction'

/** The name of a flow whose published version goes into this one; null when there is none. */
export const flowThatGoesInto = async (tx: Tx, flowId: string): Promise<string | null> => {
  const { rows } = await tx.query<{ name: string }>(
    `select f.name from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
     where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null
       and jsonb_path_exists(v.definition, '$.nodes.* ? (@.type == "subflow" && @.flow == $flow)', jsonb_build_object('flow', $2::text)) limit 1`,
    [tx.tenantId, flowId],
  )
  return rows[0]?.name ?? null
}

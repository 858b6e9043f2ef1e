import { type FlowDefinition, readDefinition } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import type { Tx } from '#platform/database/transaction'

/** Published versions never change, so that they are read once and kept. */
const versions = new LRUCache<string, FlowDefinition>({ max: 500 })

export const definitionOf = async (tx: Tx, versionId: string): Promise<FlowDefinition> => {
  const key = `${tx.tenantId} ${versionId}`
  const known = versions.get(key)
  if (known) return known
  const { rows } = await tx.query<{ definition: unknown }>('select definition from flows.version where tenant_id = $1 and id = $2', [tx.tenantId, versionId])
  if (!rows[0]) throw new Error(`flow version ${versionId} is gone`)
  const definition = readDefinition(rows[0].definition)
  versions.set(key, definition)
  return definition
}

export const publishedVersion = async (tx: Tx, flowId: string): Promise<string | null> =>
  (
    await tx.query<{ published_version_id: string | null }>(
      'select published_version_id from flows.flow where tenant_id = $1 and id = $2 and deleted_at is null',
      [tx.tenantId, flowId],
    )
  ).rows[0]?.published_version_id ?? null

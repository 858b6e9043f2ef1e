import type { Runner, TenantRunner } from './runner.ts'

/** Shows another photo, or none, and answers which file showed the one before. Two at once take turns, so that neither file is forgotten. */
export const replacePhoto = async (tx: TenantRunner, userId: string, fileId: string | null): Promise<string | null> => {
  const key = [tx.tenantId, userId]
  const { rows } = await tx.query<{ fileId: string | null }>(
    'select photo_file_id as "fileId" from identity.membership where tenant_id = $1 and user_id = $2 for no key update',
    key,
  )
  await tx.query('update identity.membership set photo_file_id = $3 where tenant_id = $1 and user_id = $2', [...key, fileId])
  return rows[0]?.fileId ?? null
}

/** Of these files, those that are somebody's photo. */
export const photosAmong = async (tx: TenantRunner, fileIds: readonly string[]): Promise<string[]> =>
  (
    await tx.query<{ id: string }>('select photo_file_id as id from identity.membership where tenant_id = $1 and photo_file_id = any($2::uuid[])', [
      tx.tenantId,
      fileIds,
    ])
  ).rows.map(({ id }) => id)

/** Across tenants, as the system: the file of a person's photo in one of them. */
export const photoOf = async (system: Runner, tenantId: string, userId: string): Promise<string | null> =>
  (
    await system.query<{ fileId: string | null }>(
      `select photo_file_id as "fileId" from identity.membership where tenant_id = $1 and user_id = $2 and status = 'active'`,
      [tenantId, userId],
    )
  ).rows[0]?.fileId ?? null

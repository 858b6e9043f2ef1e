import { type FilesPorts, Unconvertible } from './ports.ts'

/** A file that ended the process so often is left alone. */
const mostOpenings = 3

const countText = 'update files.file set openings = openings + 1 where tenant_id = $1 and id = $2 returning openings'

/**
 * Opens a file that somebody made, which may end the process however carefully it is read: that is written down before, and taken back after any other
 * end. So no file brings the product down again and again.
 */
export const opened = async <Result>(ports: Pick<FilesPorts, 'database'>, tenantId: string, id: string, work: () => Promise<Result>): Promise<Result> => {
  const { rows } = await ports.database.inTenant(tenantId, (tx) => tx.query<{ openings: number }>(countText, [tenantId, id]))
  if ((rows[0]?.openings ?? 0) > mostOpenings)
    throw new Unconvertible('file.not_convertible', 'The file could not be read, although it was tried several times.')
  try {
    return await work()
  } finally {
    await ports.database.inTenant(tenantId, (tx) => tx.query('update files.file set openings = 0 where tenant_id = $1 and id = $2', [tenantId, id]))
  }
}

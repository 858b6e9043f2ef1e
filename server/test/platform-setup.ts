import pg from 'pg'
import { migrate } from '#platform/database/migrate'
import { openDatabase, type Database } from '#platform/database/open'
import { ensureRoles } from '#platform/database/roles'
import { createHints, type Hints } from '#platform/events/hints'
import { startTestDatabase } from './kit/test-database.ts'

const secret = 'a secret of the test installation'

export type PlatformStage = { database: Database; admin: pg.Client; hints: Hints; close(): Promise<void> }

/** A migrated database and the product's ways into it, without the product. */
export const openPlatform = async (now: () => Date): Promise<PlatformStage> => {
  const cluster = await startTestDatabase()
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  await admin.connect()
  await ensureRoles(admin, secret)
  await migrate(cluster.adminUrl)
  const hints = createHints()
  const database = await openDatabase({ adminUrl: cluster.adminUrl, connections: 16, secret, ports: { now, hints } })
  const close = async () => {
    await database.close()
    await admin.end()
    await cluster.stop()
  }
  return { database, admin, hints, close }
}

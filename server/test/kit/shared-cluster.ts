import { makeTemplate } from './cluster.ts'
import { startTestDatabase, type TestDatabase } from './test-database.ts'

let cluster: TestDatabase | null = null

/** Before the first file of a whole run (Node's `--test-global-setup`): one cluster for all of them, with a migrated database to copy from. */
export const globalSetup = async (): Promise<void> => {
  if (process.env['TEST_DATABASE_URL']) return
  cluster = await startTestDatabase()
  process.env['TEST_CLUSTER_URL'] = cluster.adminUrl
  process.env['TEST_TEMPLATE'] = await makeTemplate(cluster.adminUrl)
}

export const globalTeardown = async (): Promise<void> => cluster?.stop()

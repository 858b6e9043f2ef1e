import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientTo, copyText, databaseAt, jwtSecret, makeTemplate } from '../../server/test/kit/cluster.ts'
import { startTestDatabase, type TestDatabase } from '../../server/test/kit/test-database.ts'
import { hostProduct } from './hosted-product.ts'
import type { SharedDemo } from './shared-database.ts'

let cluster: TestDatabase | null = null
const undo: (() => unknown)[] = []

/** Before the first file of a whole run (Node's `--test-global-setup`): one database server for all of them, and a demo to copy. */
export const globalSetup = async (): Promise<void> => {
  cluster = await startTestDatabase()
  const { adminUrl } = cluster
  const drop = (name: string) => clientTo({ connectionString: adminUrl }, (admin) => admin.query(`drop database if exists ${name} with (force)`))
  const template = await makeTemplate(adminUrl)
  const database = `${template}_demo`
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-e2e-demo-'))
  undo.push(
    () => drop(database),
    () => drop(template),
    () => rmSync(dataDir, { recursive: true, force: true }),
  )
  await clientTo({ connectionString: adminUrl }, (admin) => admin.query(copyText(database, template)))
  const { email, password, stop } = await hostProduct(dataDir, { DATABASE_URL: databaseAt(adminUrl, database), JWT_SECRET: jwtSecret })
  await stop()
  const demo: SharedDemo = { database, dataDir, email, password }
  Object.assign(process.env, { TEST_CLUSTER_URL: adminUrl, TEST_TEMPLATE: template, TEST_DEMO_TEMPLATE: database, SHARED_DEMO: JSON.stringify(demo) })
}

export const globalTeardown = async (): Promise<void> => {
  for (const step of undo) await step()
  await cluster?.stop()
}

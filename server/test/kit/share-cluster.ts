import { clientTo, makeTemplate } from './cluster.ts'
import { makeDemoTemplate } from './demo-template.ts'
import { startTestDatabase, type TestDatabase } from './test-database.ts'

let cluster: TestDatabase | null = null
const templates: string[] = []

/** Before the first file of a whole run (Node's `--test-global-setup`): one cluster for all of them, with databases to copy from. */
export const globalSetup = async (): Promise<void> => {
  cluster = await startTestDatabase()
  const { adminUrl } = cluster
  const template = await makeTemplate(adminUrl)
  const demoTemplate = await makeDemoTemplate(adminUrl, template)
  templates.push(demoTemplate, template)
  Object.assign(process.env, { TEST_CLUSTER_URL: adminUrl, TEST_TEMPLATE: template, TEST_DEMO_TEMPLATE: demoTemplate })
}

export const globalTeardown = async (): Promise<void> => {
  if (!cluster) return
  await clientTo({ connectionString: cluster.adminUrl }, async (admin) => {
    for (const name of templates) await admin.query(`drop database if exists ${name} with (force)`)
  })
  await cluster.stop()
}

import { clientTo, copyText, databaseAt, makeTemplate } from './cluster.ts'
import { startTestDatabase } from './test-database.ts'

type Demo = { database: string; address: string }
/** What a run makes of an empty database before its first file. `told` goes to the files as their environment; `undo` comes after the last of them. */
type Filled = { told?: Record<string, string>; undo?: () => unknown }

/**
 * What Node's `--test-global-setup` calls for a whole run: one cluster for all its files, with databases to copy from, empty ones and ones with a demo, which
 * `fill` puts there.
 */
export const shareCluster = (fill: (demo: Demo) => Promise<Filled>) => {
  const undo: (() => unknown)[] = []
  return {
    globalSetup: async (): Promise<void> => {
      const { adminUrl, stop } = await startTestDatabase()
      undo.unshift(stop)
      const drop = (name: string) => clientTo({ connectionString: adminUrl }, (admin) => admin.query(`drop database if exists ${name} with (force)`))
      const template = await makeTemplate(adminUrl)
      undo.unshift(() => drop(template))
      const database = `${template}_demo`
      await clientTo({ connectionString: adminUrl }, (admin) => admin.query(copyText(database, template)))
      undo.unshift(() => drop(database))
      const filled = await fill({ database, address: databaseAt(adminUrl, database) })
      if (filled.undo) undo.unshift(filled.undo)
      Object.assign(process.env, { TEST_CLUSTER_URL: adminUrl, TEST_TEMPLATE: template, TEST_DEMO_TEMPLATE: database, ...filled.told })
    },
    globalTeardown: async (): Promise<void> => {
      for (const step of undo.splice(0)) await step()
    },
  }
}

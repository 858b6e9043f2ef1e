import { AsyncLocalStorage } from 'node:async_hooks'
import { after, describe } from 'node:test'
import pg from 'pg'
import { hmac } from '#platform/crypto/signature'
import { migrate } from '#platform/database/migrate'
import { ensureRolesAt } from '#platform/database/roles'
import { startTestDatabase, type TestDatabase } from './test-database.ts'

/** One secret for all products of a test process: the roles' passwords are made from it, and roles are shared by the cluster's databases. */
export const jwtSecret = 'a secret of the tests, long enough for the product'

export const databaseAt = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** One connection for some work. */
export const clientTo = async <Result>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A copy of a small database is made sooner by its files than by its log. */
export const copyText = (name: string, template: string): string => `create database ${name} template ${template} strategy file_copy`

/** What the passwords of the database's roles are made from. */
export const databaseSecret = hmac(jwtSecret, 'database-roles').toString('hex')

/** Makes a migrated database to copy others from; its name, with the process's number, which keeps test files apart that share a server. */
export const makeTemplate = async (adminUrl: string): Promise<string> => {
  const template = `product_template_${process.pid}`
  await clientTo({ connectionString: adminUrl }, (admin) => admin.query(`create database ${template}`))
  const url = databaseAt(adminUrl, template)
  await ensureRolesAt(url, databaseSecret)
  await migrate(url)
  return template
}

/** Databases of this process, dropped at its end. */
const made: string[] = []

type Cluster = TestDatabase & { template: string; demoTemplate?: string | undefined }
let cluster: Promise<Cluster> | null = null

/** The cluster of this process. It takes a second where the run has not made one for all files, so it starts with the first that asks. */
const open = async (): Promise<Cluster> => {
  const { TEST_CLUSTER_URL: shared, TEST_TEMPLATE: sharedTemplate, TEST_DEMO_TEMPLATE: demoTemplate } = process.env
  if (shared && sharedTemplate) return { adminUrl: shared, stop: async () => {}, template: sharedTemplate, demoTemplate }
  const started = await startTestDatabase()
  const template = await makeTemplate(started.adminUrl)
  made.push(template)
  return { ...started, template }
}

type Ending = () => Promise<void>
const endAll = async (endings: Ending[]): Promise<void> => {
  for (const ending of endings) await ending()
}
const ofProcess: Ending[] = []
/** Of each file, where several share the process. */
const ofFile = new AsyncLocalStorage<Ending[]>()

/** Something to do after the last test of the file, before the cluster goes; the last asked for comes first. */
export const atEnd = (ending: Ending): void => void (ofFile.getStore() ?? ofProcess).unshift(ending)

/** Loads a test file as one of several of this process, from within its suite: what it asks for at its end happens at the suite's. @public */
export const loadFile = (load: () => Promise<unknown>): Promise<unknown> => {
  const endings: Ending[] = []
  after(() => endAll(endings))
  return ofFile.run(endings, load)
}

/** A suite for each file, loaded when the one before has ended: for files that start something as soon as they are loaded. @public */
export const loadInTurn = async (files: Record<string, () => Promise<unknown>>): Promise<void> => {
  for (const [name, load] of Object.entries(files))
    await new Promise<void>((ended) => {
      describe(name, async () => {
        after(() => ended())
        // Of a suite that cannot be made, no end is told.
        await loadFile(load).catch((error: unknown) => (ended(), Promise.reject(error)))
      })
    })
}

after(async () => {
  await endAll(ofProcess)
  const opened = await cluster
  if (!opened) return
  await clientTo({ connectionString: opened.adminUrl }, async (admin) => {
    for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  })
  await opened.stop()
})

/**
 * A fresh database of this process's cluster; the address of its administrator. It has the tables; or `nothing`, which leaves the migrations to
 * the product; or the `demo` too where the run has made one to copy.
 */
export const newDatabase = async (holding: 'nothing' | 'tables' | 'demo' = 'tables'): Promise<string> => {
  cluster ??= open()
  const { adminUrl, template, demoTemplate } = await cluster
  const name = `product_${process.pid}_${made.length + 1}`
  made.push(name)
  const copied = { nothing: null, tables: template, demo: demoTemplate ?? template }[holding]
  await clientTo({ connectionString: adminUrl }, (admin) => admin.query(copied ? copyText(name, copied) : `create database ${name}`))
  return databaseAt(adminUrl, name)
}

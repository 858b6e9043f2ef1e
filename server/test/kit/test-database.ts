import pg from 'pg'
import { startThrowAwayDatabase } from '#platform/database/embedded/throw-away-database'

export type TestDatabase = { adminUrl: string; stop(): Promise<void> }

const runOn = async (adminUrl: string, statement: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

let databases = 0

/** A new database of a server that runs already; roles are shared with everything else on it. */
const newDatabaseOf = async (server: string): Promise<TestDatabase> => {
  const name = `chasqui_test_${process.pid}_${(databases += 1)}`
  await runOn(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { adminUrl: url.href, stop: () => runOn(server, `drop database if exists ${name} with (force)`) }
}

/**
 * A database for tests: one of the cluster that the run has for all its files, else an embedded cluster of its own; or with `TEST_DATABASE_URL`
 * (a superuser's address) a database of that server, so that the same tests show that any PostgreSQL from 15 on does.
 */
export const startTestDatabase = (): Promise<TestDatabase> => {
  const server = process.env['TEST_DATABASE_URL'] ?? process.env['TEST_CLUSTER_URL']
  return server ? newDatabaseOf(server) : startThrowAwayDatabase()
}

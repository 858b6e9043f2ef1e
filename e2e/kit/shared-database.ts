import { jwtSecret, newDatabase } from '../../server/test/kit/cluster.ts'

/** What a whole run makes once: a product as its first start leaves it, to begin on copies of. */
export type SharedDemo = { database: string; dataDir: string; email: string; password: string }

/** A file alone has none: its product starts for the first time, on a database server of its own. */
export const sharedDemo = (): SharedDemo | null => {
  const told = process.env['SHARED_DEMO']
  return told ? (JSON.parse(told) as SharedDemo) : null
}

/** A database of the run's server, empty or with the demo; none for a file alone. */
export const sharedDatabase = async (holding: 'tables' | 'demo'): Promise<Record<string, string>> =>
  // The passwords of the server's roles are made from the secret.
  process.env['TEST_CLUSTER_URL'] ? { DATABASE_URL: await newDatabase(holding), JWT_SECRET: jwtSecret } : {}

import type { Database } from '#platform/database/open'

/** Of all advisory locks of the product, that of the first run. */
const lockKey = 7_223_847_001

/** Lets nodes that start together do something one after the other. The lock ends with its connection, whatever happens to this process. */
export const oneNodeAtATime = async <Result>(database: Database, work: () => Promise<Result>): Promise<Result> => {
  const client = await database.connectSystem()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    return await work()
  } finally {
    await client.end()
  }
}

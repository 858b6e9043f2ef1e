import type { Database } from '../database/open.ts'

/**
 * Asks the database to have all on disk that was committed before: a transaction that has a number writes its commit, and waits until the log is on disk to there
 * (PostgreSQL, "Asynchronous Commit"; a commit that waits for nothing has its place in the log before it). Settings of the server hold: one with a standby waits for that too.
 */
const commitSomething = 'select pg_current_xact_id()'

export type Disk = {
  /** Resolves when all that had been committed at the call is on disk. Rejects when the database is away; then nobody knows. */
  untilOnDisk(): Promise<void>
  end(): Promise<void>
}

/** A disk takes a millisecond or more whatever is to be written: whoever asks while one writing is under way shares the next one. */
export const createDisk = (database: Database, onWriting: () => void): Disk => {
  const line = database.line('')
  let next: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  const write = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => {})
    next = null
    onWriting()
    await line.query(commitSomething, [])
  }
  return {
    untilOnDisk: () => (next ??= running = write(running)),
    end: () => line.end(),
  }
}

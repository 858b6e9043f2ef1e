import type { Database } from '../database/open.ts'

/**
 * Asks the database to have all on disk that was committed before: a transaction that has written to the log waits at its commit until the log is on disk to there
 * (PostgreSQL, "Asynchronous Commit"; a commit that waits for nothing has its place in the log before it). A transaction that has only a number waits for
 * nothing, so this one writes a message that nobody reads (`pg_logical_emit_message`, written whatever `wal_level` is). Settings of the server hold: one with a
 * standby waits for that too.
 */
const writeAndWait = `select pg_logical_emit_message(true, 'chasqui', '')`

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
    await line.query(writeAndWait, [])
  }
  return {
    untilOnDisk: () => (next ??= running = write(running)),
    end: () => line.end(),
  }
}

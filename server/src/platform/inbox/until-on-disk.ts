import type pg from 'pg'
import type { Database } from '../database/open.ts'
import { createDiskTimes } from './disk-times.ts'

/**
 * Asks the database to have all on disk that was committed before: a transaction that has written to the log waits at its commit until the log is on disk to there
 * (PostgreSQL, "Asynchronous Commit"; a commit that waits for nothing has its place in the log before it). A transaction that has only a number waits for
 * nothing, so this one writes a message that nobody reads (`pg_logical_emit_message`, written whatever `wal_level` is). Settings of the server hold: one with a
 * standby waits for that too.
 */
export const writeAndWait = `select pg_logical_emit_message(true, 'chasqui', '')`
/** By the database's own clock, told before and after: this process may come to the answer late. */
const clock = 'extract(epoch from clock_timestamp())::float8 as at'
const writeByTheClock = `${writeAndWait}, ${clock}`
const theClock = `select ${clock}`

export type Disk = {
  /** Resolves when all that had been committed at the call is on disk. Rejects when the database is away; then nobody knows. */
  untilOnDisk(): Promise<void>
  /** Whether the disk takes so little that whoever commits may as well wait for it. */
  isQuick(): boolean
}

/** A disk takes a millisecond or more whatever is to be written: whoever asks while one writing is under way shares the next one. The commits of `line` wait. */
export const createDisk = (line: Pick<ReturnType<Database['line']>, 'query'>, onWriting: () => void): Disk => {
  const times = createDiskTimes()
  let next: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()

  const writeTimed = async (): Promise<void> => {
    const [begun, over] = (await Promise.all([line.query(writeByTheClock, []), line.query(theClock, [])])) as pg.QueryResult<{ at: number }>[]
    times.note((over!.rows[0]!.at - begun!.rows[0]!.at) * 1000, performance.now())
  }
  const write = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => {})
    next = null
    onWriting()
    if (times.areDue(performance.now())) await writeTimed()
    else await line.query(writeAndWait, [])
  }
  return {
    untilOnDisk: () => (next ??= running = write(running)),
    isQuick: () => times.areShort(performance.now()),
  }
}

import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processFacts } from '../../process-facts.ts'
import type { ServerAddress } from './server-address.ts'

/**
 * `postmaster.pid` in the data directory, one fact a line: 1 process, 2 data directory, 3 start time, 4 port, 5 socket folder (empty on
 * Windows), 6 address, 7 shared memory, 8 state (starting, stopping, ready, standby).
 * Source: src/include/utils/pidfile.h of PostgreSQL.
 */
export type Postmaster = { pid: number; port: number; socketFolder: string; state: string }

const pathOf = (clusterDir: string) => join(clusterDir, 'postmaster.pid')

export const readPostmaster = (clusterDir: string): Postmaster | null => {
  try {
    const lines = readFileSync(pathOf(clusterDir), 'utf8')
      .split('\n')
      .map((line) => line.trim())
    return { pid: Number(lines[0]), port: Number(lines[3]), socketFolder: lines[4] ?? '', state: lines[7] ?? 'starting' }
  } catch {
    return null
  }
}

export const addressOf = ({ socketFolder, port }: Postmaster): ServerAddress => ({ host: socketFolder || '127.0.0.1', port })

/** A server's working directory is its data directory. Linux tells it of our own processes; elsewhere nothing is known and true is told. */
const worksIn = (pid: number, clusterDir: string): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir)
  } catch {
    return false
  }
}

/** Whether the file's process is alive and a PostgreSQL server on this folder; numbers are reused, in containers after every restart. */
export const isLivePostmaster = (clusterDir: string, { pid }: Postmaster): boolean => {
  const facts = processFacts(pid)
  return facts !== null && (facts.name === '' || facts.name.startsWith('postgres')) && worksIn(pid, clusterDir)
}

/**
 * Makes the file name a process that cannot exist. PostgreSQL refuses to start while the number in the file is in use, even by another
 * program or by a zombie that nobody collects (a container without an init process); the file itself must stay, because its line 7 lets
 * PostgreSQL find backends that outlived their postmaster.
 */
export const disownPostmaster = (clusterDir: string): void => {
  const [, ...rest] = readFileSync(pathOf(clusterDir), 'utf8').split('\n')
  writeFileSync(pathOf(clusterDir), [String(2 ** 31 - 1), ...rest].join('\n'))
}

/** Makes the file of a dead server harmless, if there is one. */
export const disownDeadPostmaster = (clusterDir: string): void => {
  const postmaster = readPostmaster(clusterDir)
  if (postmaster && !isLivePostmaster(clusterDir, postmaster)) disownPostmaster(clusterDir)
}

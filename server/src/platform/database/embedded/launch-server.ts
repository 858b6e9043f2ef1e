import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../../start-error.ts'
import { clusterDirIn, folderFor } from './cluster-files.ts'
import { disownDeadPostmaster } from './postmaster-file.ts'
import type { ServerAddress } from './server-address.ts'
import type { ServerHome } from './server-home.ts'
import { runProgram } from './server-program.ts'

export type ServerSettings = Record<string, string>

/** Recovery after a crash replays up to `max_wal_size`; a slow disk needs minutes for that. */
const startTimeoutSeconds = 300
const largestLogBytes = 10_000_000

/** Sized for a 4 GB machine. `idle_in_transaction_session_timeout` frees the locks of a process that hangs inside a transaction. */
const productSettings: ServerSettings = {
  shared_buffers: '256MB',
  max_connections: '60',
  max_wal_size: '2GB',
  wal_compression: 'pglz',
  random_page_cost: '1.1',
  shared_preload_libraries: 'pg_stat_statements',
  // Tables grow from nothing to thousands of rows within seconds; the planner should know it soon. Queues leave dead rows as quickly.
  autovacuum_naptime: '2s',
  idle_in_transaction_session_timeout: '60s',
  log_min_duration_statement: '500',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const addressSettings = ({ host, port }: ServerAddress): ServerSettings =>
  process.platform === 'win32'
    ? { listen_addresses: host, port: String(port) }
    : { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port: String(port) }

/** pg_ctl hands this text to a shell (or cmd), so each setting is quoted in the way that both understand. */
const asOptions = (settings: ServerSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c "${name}=${value}"`)
    .join(' ')

/** The server's log, in the product's log folder. It is opened here because the server's own account may not enter that folder. */
const openLog = (dataDir: string): { path: string; file: number; offset: number } => {
  const folder = join(dataDir, 'logs')
  const path = join(folder, 'postgres.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(path) && statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`)
  const file = openSync(path, 'a', 0o600)
  return { path, file, offset: statSync(path).size }
}

/** The socket's lock file has the same weakness as `postmaster.pid`; the folder belongs to this data folder alone, so it can go. */
const removeDeadSocket = ({ host, port }: ServerAddress): void => {
  if (process.platform === 'win32') return
  for (const ending of ['', '.lock']) rmSync(join(host, `.s.PGSQL.${port}${ending}`), { force: true })
}

const reasonIn = (text: string): string => {
  const lines = text.split('\n').filter((line) => /FATAL|PANIC|ERROR|error|could not/.test(line))
  return (
    lines
      .at(-1)
      ?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')
      .trim() ?? 'It did not become ready.'
  )
}

/** Starts the server and waits until it accepts connections. It goes on living when this process dies; the next start adopts it. */
export const launchServer = async (dataDir: string, home: ServerHome, address: ServerAddress, extra: ServerSettings = {}): Promise<void> => {
  const log = openLog(dataDir)
  disownDeadPostmaster(clusterDirIn(dataDir))
  removeDeadSocket(address)
  const { cwd, name } = folderFor(home, clusterDirIn(dataDir))
  const options = asOptions({ ...productSettings, ...addressSettings(address), ...extra })
  const args = ['start', '-s', '-w', '-t', String(startTimeoutSeconds), '-D', name, '-o', options]
  const { code } = await runProgram(home.programs.pgCtl, args, { ...home, ...(cwd ? { cwd } : {}), logFile: log.file })
  closeSync(log.file)
  if (code === 0) return
  const reason = reasonIn(readFileSync(log.path).subarray(log.offset).toString('utf8'))
  throw new StartError('database', 'The embedded database did not start.', reason, `Read the end of ${log.path}, or set DATABASE_URL to another PostgreSQL.`)
}

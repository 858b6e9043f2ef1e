import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processFacts } from '../../process-facts.ts'
import { clusterDirIn } from './cluster-files.ts'
import { startEmbedded } from './start-embedded.ts'
import { stopServer } from './stop-server.ts'

const prefix = 'chasqui-test-'

/** Nothing in it must survive a crash, so nothing waits for the disk. */
const carelessSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Hundreds of small databases are each too short-lived for it.
  autovacuum: 'off',
  max_connections: '300',
  // Nobody looks at its processes.
  update_process_title: 'off',
  max_wal_size: '8GB',
  // Hundreds of connections sign in with passwords that are worth nothing.
  scram_iterations: '1',
  log_min_duration_statement: '-1',
}

/** Ends the clusters of test runs that were killed; the folder's name tells the process that made it. */
const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (processFacts(Number(name.slice(prefix.length).split('-')[0]))) continue
    const folder = join(tmpdir(), name)
    await stopServer(clusterDirIn(folder), 'immediate').catch(() => {})
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A cluster for one test run: fast, and gone after `stop`. It takes about a second. */
export const startThrowAwayDatabase = async (): Promise<{ adminUrl: string; stop(): Promise<void> }> => {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const database = await startEmbedded({ dataDir, log: () => {}, settings: carelessSettings })
  const stop = async () => {
    await database.stop('immediate')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
  return { adminUrl: database.adminUrl, stop }
}

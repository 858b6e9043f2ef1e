import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { adoptServer } from './adopt-server.ts'
import { clusterDirIn, prepareCluster, readPassword } from './cluster-files.ts'
import { launchServer } from './launch-server.ts'
import type { ServerSettings } from './launch-server.ts'
import { chooseAddress, connectionString, withConnection } from './server-address.ts'
import type { ServerAddress } from './server-address.ts'
import { isRoot } from './server-account.ts'
import { findServerHome } from './server-home.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { stopServer } from './stop-server.ts'
import type { StopMode } from './stop-server.ts'

const database = 'chasqui'

/** `log` gets one line per step worth knowing. `settings` are server settings on top of the product's. */
export type EmbeddedOptions = { dataDir: string; log: (message: string) => void; settings?: ServerSettings }

/**
 * A running embedded PostgreSQL. `adminUrl` signs in as the superuser on the database `chasqui`; it holds a password, so it is never
 * logged. `adopted` means that the server was left by a killed process. `location` is for people.
 */
export type EmbeddedDatabase = {
  adminUrl: string
  version: string
  adopted: boolean
  created: boolean
  location: string
  stop(mode?: StopMode): Promise<void>
}

const createDatabase = (url: string): Promise<void> =>
  withConnection(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  })

const locationOf = ({ host, port }: ServerAddress): string => (host.startsWith('/') ? `socket ${host}` : `${host}:${port}`)

/**
 * Starts the PostgreSQL of the npm package on `<dataDir>/postgres`, or takes over the one that still runs there, and makes sure that
 * the database `chasqui` exists. The caller must hold the data folder's lock: two starts at once are not told apart here.
 * Throws a StartError (exit code 3 or 5) that says what to do.
 */
export const startEmbedded = async ({ dataDir: path, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const dataDir = resolve(path)
  mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const home = findServerHome(dataDir)
  const socketFolder = makeSocketFolder(dataDir, home.account)
  const { created } = await prepareCluster(dataDir, home, socketFolder)
  if (created) log(`created the database in ${clusterDirIn(dataDir)}`)
  const password = readPassword(dataDir)
  const left = await adoptServer(dataDir, password, home.programs.version)
  const address = left?.address ?? (await chooseAddress(socketFolder))
  if (left) log(`took over the database server of process ${left.pid}, which a killed start left running`)
  else await launchServer(dataDir, home, address, settings)
  await createDatabase(connectionString(address, password, 'postgres'))
  return {
    adminUrl: connectionString(address, password, database),
    version: home.programs.version,
    adopted: left !== null,
    created,
    location: locationOf(address),
    stop: (mode) => stopServer(clusterDirIn(dataDir), mode)
  }
}

import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { adoptServer } from './adopt-server.ts'
import { clusterDirIn, prepareCluster, readPassword } from './cluster-files.ts'
import { launchServer } from './launch-server.ts'
import type { ServerSettings } from './launch-server.ts'
import { addressOf, isLivePostmaster, readPostmaster } from './postmaster-file.ts'
import { chooseAddress, connectionString, withConnection } from './server-address.ts'
import type { ServerAddress } from './server-address.ts'
import { isRoot } from './server-account.ts'
import { findServerHome } from './server-home.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { stopServer } from './stop-server.ts'
import type { StopMode } from './stop-server.ts'
import { watchServer } from './watch-server.ts'

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

type Server = { address: ServerAddress; version: string; password: string; adopted: boolean; created: boolean; launch: () => Promise<void> }

const openServer = async ({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<Server> => {
  const home = findServerHome(dataDir)
  const socketFolder = makeSocketFolder(dataDir, home.account)
  const { created } = await prepareCluster(dataDir, home, socketFolder)
  const password = readPassword(dataDir)
  const { version } = home.programs
  const left = await adoptServer(dataDir, password, version)
  const address = left?.address ?? (await chooseAddress(socketFolder))
  const launch = () => launchServer(dataDir, home, address, settings)
  if (left) log(`took over the database server of process ${left.pid}, which a killed start left running`)
  else await launch()
  return { address, version, password, adopted: left !== null, created, launch }
}

/**
 * Starts the PostgreSQL of the npm package on `<dataDir>/postgres`, or takes over the one that still runs there, makes sure that the
 * database `chasqui` exists, and starts the server again if it dies. The caller must hold the data folder's lock: two starts at once are
 * not told apart here. Throws a StartError (exit code 3 or 5) that says what to do.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const clusterDir = clusterDirIn(dataDir)
  const { address, version, password, adopted, created, launch } = await openServer({ ...options, dataDir })
  await createDatabase(connectionString(address, password, 'postgres'))
  const stopWatching = watchServer({ clusterDir, relaunch: launch, log: options.log })
  const stop = async (mode?: StopMode) => {
    await stopWatching()
    await stopServer(clusterDir, mode)
    removeSocketFolder(address.host)
  }
  return { adminUrl: connectionString(address, password, database), version, adopted, created, location: locationOf(address), stop }
}

/** The address of the server that another process of ours runs on this data folder right now, for a command beside a running product. */
export const attachEmbedded = (dataDir: string): { adminUrl: string } | null => {
  const folder = resolve(dataDir)
  const postmaster = readPostmaster(clusterDirIn(folder))
  if (!postmaster || !isLivePostmaster(clusterDirIn(folder), postmaster)) return null
  return { adminUrl: connectionString(addressOf(postmaster), readPassword(folder), database) }
}

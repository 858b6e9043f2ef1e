import type { Config } from '../config.ts'
import { StartError } from '../platform/start-error.ts'
import { holderOf, lockDataFolder } from './data-folder-lock.ts'

/**
 * The database that a command works on: the one of DATABASE_URL, or the embedded one, started here or already running under another
 * process of ours. `close` stops only what was started here.
 */
export type ProductDatabase = {
  adminUrl: string
  /** Major and minor version; null for an embedded server that another process runs. */
  version: string | null
  embedded: boolean
  created: boolean
  adopted: boolean
  /** Where it is, for people; never with a password. */
  location: string
  close(): Promise<void>
}

export type Access =
  /** This process alone; a holder of the data folder is an error. */
  | 'alone'
  /** Beside a running product if there is one. */
  | 'beside'

const hostOf = (databaseUrl: string): string => {
  const parsed = URL.parse(databaseUrl)
  return parsed ? `${parsed.hostname || parsed.searchParams.get('host') || 'localhost'}:${parsed.port || 5432}` : 'DATABASE_URL'
}

const oldestMajor = 15

const tooOld = (version: string): StartError =>
  new StartError(
    'database',
    'The database server is too old.',
    `It is PostgreSQL ${version}, and ${oldestMajor} or newer is needed.`,
    'Point DATABASE_URL to a newer server, or leave it out to use the embedded one.',
  )

/** Several processes may share a database server, on one machine too, so the data folder is not locked for it. */
const external = async (databaseUrl: string): Promise<ProductDatabase> => {
  const { withConnection } = await import('../platform/database/embedded/server-address.ts')
  const { rows } = await withConnection(databaseUrl, (client) => client.query<{ server_version: string }>('show server_version'))
  const version = rows[0]?.server_version.split(' ')[0] ?? ''
  if (Number.parseInt(version, 10) < oldestMajor) throw tooOld(version)
  return { adminUrl: databaseUrl, version, embedded: false, created: false, adopted: false, location: hostOf(databaseUrl), close: async () => {} }
}

const startHere = async (dataDir: string, release: () => void, log: (message: string) => void): Promise<ProductDatabase> => {
  const { startEmbedded } = await import('../platform/database/embedded/start-embedded.ts')
  const { stop, ...database } = await startEmbedded({ dataDir, log })
  const close = async () => {
    await stop()
    release()
  }
  return { ...database, embedded: true, close }
}

const attach = async (dataDir: string, pid: number): Promise<ProductDatabase> => {
  const { attachEmbedded } = await import('../platform/database/embedded/start-embedded.ts')
  const attached = attachEmbedded(dataDir)
  if (!attached)
    throw new StartError(
      'database',
      'The embedded database does not run yet.',
      `Process ${pid} works with ${dataDir} and is starting or stopping.`,
      'Try again in some seconds.',
    )
  return { ...attached, version: null, embedded: true, created: false, adopted: false, location: dataDir, close: async () => {} }
}

/** Opens the database. `log` takes lines about the embedded server's life. */
export const openProductDatabase = async (config: Config, access: Access, log: (message: string) => void = () => {}): Promise<ProductDatabase> => {
  const { databaseUrl } = config.secrets
  if (databaseUrl) return external(databaseUrl)
  const holder = access === 'beside' ? holderOf(config.dataDir) : null
  if (holder) return attach(config.dataDir, holder.pid)
  const lock = await lockDataFolder(config.dataDir)
  try {
    return await startHere(config.dataDir, lock.release, log)
  } catch (error) {
    lock.release()
    throw error
  }
}

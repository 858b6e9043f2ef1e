import { readlinkSync, realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { StartError } from '../../start-error.ts'
import { isConnectionLoss } from '../connection-loss.ts'
import { clusterDirIn } from './cluster-files.ts'
import { addressOf, disownPostmaster, isLivePostmaster, readPostmaster } from './postmaster-file.ts'
import type { Postmaster } from './postmaster-file.ts'
import { connectionString, withConnection } from './server-address.ts'
import type { ServerAddress } from './server-address.ts'
import { stopServer } from './stop-server.ts'

/** A server that a killed process left behind and that still serves this cluster. */
export type LeftServer = { address: ServerAddress; pid: number }

const checkEveryMs = 50
const patienceMs = 60_000

/** A server that was started inside its folder knows it as /proc/self/cwd; its process tells the real name. */
const folderServedBy = (dataDirectory: string, pid: number): string =>
  realpathSync(dataDirectory === '/proc/self/cwd' ? readlinkSync(`/proc/${pid}/cwd`) : dataDirectory)

const ask = async (client: pg.Client, setting: 'data_directory' | 'server_version'): Promise<string> => {
  const { rows } = await client.query<Record<string, string>>(`show ${setting}`)
  return Object.values(rows[0] ?? {})[0] ?? ''
}

/** Waits until a starting server is ready or a stopping one is gone. */
const settled = async (clusterDir: string): Promise<Postmaster | null> => {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const postmaster = readPostmaster(clusterDir)
    if (!postmaster || !isLivePostmaster(clusterDir, postmaster) || postmaster.state === 'ready') return postmaster
    if (Date.now() > giveUpAt) throw cannotAdopt(postmaster.pid, `It has been ${postmaster.state} for a minute.`)
    await pause(checkEveryMs)
  }
}

const cannotAdopt = (pid: number, why: string): StartError =>
  new StartError(
    'database',
    `A database server (process ${pid}) already uses the data folder and cannot be taken over.`,
    why,
    `Stop it with "kill -INT ${pid}" and start again.`,
  )

/** Still starting, recovering after one of its processes crashed, or stopping: it says so, or breaks the connection. */
const isUnderWay = (error: unknown): boolean => (error as { code?: string }).code === '57P03' || isConnectionLoss(error)

/** Asks the server who it is; waits for one that recovers. Its file says `ready` all the while, so that only the answer tells. */
const inspect = async (clusterDir: string, postmaster: Postmaster, password: string): Promise<{ version: string; ours: boolean } | null> => {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    try {
      return await withConnection(connectionString(addressOf(postmaster), password, 'postgres'), async (client) => ({
        version: await ask(client, 'server_version'),
        ours: folderServedBy(await ask(client, 'data_directory'), postmaster.pid) === realpathSync(clusterDir),
      }))
    } catch (error) {
      if (!isLivePostmaster(clusterDir, postmaster)) return null
      if (!isUnderWay(error) || Date.now() > giveUpAt) throw cannotAdopt(postmaster.pid, `It does not let us in: ${(error as Error).message}.`)
      await pause(checkEveryMs)
    }
  }
}

/**
 * Looks for a server that outlived its process. A living one on this cluster with the installed version is taken over, one of another
 * version is stopped. Null means that a server has to be started.
 */
export const adoptServer = async (dataDir: string, password: string, installedVersion: string): Promise<LeftServer | null> => {
  const clusterDir = clusterDirIn(dataDir)
  const postmaster = await settled(clusterDir)
  if (!postmaster || !isLivePostmaster(clusterDir, postmaster)) return null
  const found = await inspect(clusterDir, postmaster, password)
  if (!found) return null
  const { version, ours } = found
  if (!ours) {
    disownPostmaster(clusterDir)
    return null
  }
  if (version.split(' ')[0] === installedVersion) return { address: addressOf(postmaster), pid: postmaster.pid }
  await stopServer(clusterDir)
  return null
}

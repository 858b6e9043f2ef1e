import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname } from 'node:path'
import type { Config } from '../../config.ts'
import { webIsBuilt } from '../../platform/web-root.ts'
import { holderOf } from '../data-folder-lock.ts'
import { localUrl, shortPath } from '../start-addresses.ts'
import type { Finding } from './finding.ts'

const gigabyte = 1024 ** 3
const inGigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(1)} GB`

export const checkNode = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isTested = major === 24 && minor >= 15
  return {
    state: isTested ? 'ok' : '!!',
    subject: 'node',
    detail: `${process.versions.node} on ${process.platform} ${process.arch}${isTested ? '' : ', tested with 24.15 and newer of 24'}`,
  }
}

const existingParent = (path: string): string => (existsSync(path) ? path : existingParent(dirname(path)))

/** A start needs about 100 MB; under 1 GB the database's own log of changes can fill the disk in a busy hour. */
export const checkDisk = ({ dataDir }: Config): Finding => {
  const { bavail, bsize } = statfsSync(existingParent(dataDir))
  const free = bavail * bsize
  const detail = `${inGigabytes(free)} free for ${shortPath(dataDir)}`
  if (free < gigabyte / 5) return { state: 'xx', subject: 'disk', detail, failure: 'disk' }
  return { state: free < gigabyte ? '!!' : 'ok', subject: 'disk', detail }
}

export const checkMemory = (): Finding => {
  const free = process.availableMemory()
  return { state: free < gigabyte / 2 ? '!!' : 'ok', subject: 'memory', detail: `${inGigabytes(free)} available of ${inGigabytes(totalmem())}` }
}

/** Tokens and certificates fail on a machine that thinks it is another year. The time zone is the machine's; tenants have their own. */
export const checkClock = (): Finding => {
  const now = new Date()
  const isPlausible = now.getUTCFullYear() >= 2026 && now.getUTCFullYear() < 2100
  return { state: isPlausible ? 'ok' : '!!', subject: 'clock', detail: `${now.toISOString()}, ${Intl.DateTimeFormat().resolvedOptions().timeZone}` }
}

const canListen = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().on('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

export const checkPort = async (config: Config): Promise<Finding> => {
  const { port, host } = config.http
  const holder = holderOf(config.dataDir)
  if (await canListen(port, host)) return { state: 'ok', subject: 'port', detail: `${port} on ${host} is free` }
  if (holder) return { state: 'ok', subject: 'port', detail: `${port} on ${host}, in use while Chasqui runs (process ${holder.pid})` }
  return {
    state: '!!',
    subject: 'port',
    detail: `${port} on ${host} is used by another program; a start takes the next free one (${localUrl(config, port + 1)})`,
  }
}

export const checkWebApp = (): Finding =>
  webIsBuilt() ? { state: 'ok', subject: 'web app', detail: 'built' } : { state: '!!', subject: 'web app', detail: 'not built: npm run build' }

import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Linux keeps a file system in memory, and how such a one is known (`TMPFS_MAGIC` of statfs(2)). */
const shared = '/dev/shm'
const inMemory = 0x0102_1994
/** Bytes; a whole run leaves about a third of it there. */
const room = 6 * 1024 ** 3
const prefix = 'chasqui-tests-'

const isRoomy = (): boolean => {
  if (process.platform !== 'linux' || process.availableMemory() < room) return false
  try {
    const { type, bavail, bsize } = statfsSync(shared)
    return type === inMemory && bavail * bsize >= room
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What runs that were killed left behind; a database server whose folder is gone ends by itself. */
const sweep = (): void => {
  for (const name of readdirSync(shared).filter((entry) => entry.startsWith(prefix)))
    if (!isAlive(Number(name.slice(prefix.length)))) rmSync(join(shared, name), { recursive: true, force: true, maxRetries: 3 })
}

/**
 * Where a run of tests may write: in memory when the machine has the room, since a database of its own for each file is mostly the making of a
 * thousand small files. A `TMPDIR` that somebody has set stays. The folder goes with the process.
 */
export const inMemoryFolder = (): Record<string, string> => {
  if (process.env['TMPDIR'] || !isRoomy()) return {}
  sweep()
  const folder = join(shared, `${prefix}${process.pid}`)
  mkdirSync(folder)
  // Database servers run as another user when the tests run as root.
  chmodSync(folder, 0o1777)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return { TMPDIR: folder }
}

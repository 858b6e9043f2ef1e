import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { StartError } from '../../start-error.ts'
import { ownerFor } from './server-account.ts'
import type { ServerAccount } from './server-account.ts'

/** A socket's path may have 107 bytes (103 on macOS), and `/.s.PGSQL.5432` takes 14 of them. */
const longestFolder = 85
const prefix = 'chasqui-'

const isOurs = (folder: string, uid: number | undefined): boolean => {
  const facts = lstatSync(folder)
  return facts.isDirectory() && (facts.mode & 0o077) === 0 && facts.uid === uid
}

/**
 * A private folder for the server's socket with a short path, the same for the same data folder. The temporary folder is used and not
 * XDG_RUNTIME_DIR, which disappears when its user logs out while the server goes on. A folder that another user prepared under the
 * expected name is left alone and the next name is tried. Windows needs no socket; there the data folder serves.
 */
export const makeSocketFolder = (dataDir: string, account: ServerAccount): string => {
  const parent = tmpdir().length <= longestFolder - 24 ? tmpdir() : '/tmp'
  const owner = ownerFor(account)
  if (process.platform === 'win32') return dataDir
  for (let attempt = 0; attempt < 100; attempt++) {
    const name = createHash('sha256')
      .update(`${realpathSync(dataDir)} ${process.getuid?.()} ${attempt}`)
      .digest('hex')
      .slice(0, 12)
    const folder = join(parent, `${prefix}${name}`)
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined && owner) chownSync(folder, owner.uid, owner.gid)
    if (isOurs(folder, owner?.uid ?? process.getuid?.())) return folder
  }
  throw new StartError(
    'disk',
    'The embedded database has no place for its socket.',
    `Every expected folder name in ${parent} is taken by another user.`,
    `Remove the folders ${join(parent, `${prefix}*`)} that are not yours.`,
  )
}

/** Leaves nothing behind in the temporary folder. A folder that is no socket folder of ours (Windows has an address here) is not touched. */
export const removeSocketFolder = (folder: string): void => {
  if (basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true })
}

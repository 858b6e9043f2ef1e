import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Programs } from './installed-programs.ts'

/**
 * npm archives cannot hold symbolic links; the package makes its 14 library links in an install script. Install scripts may be switched
 * off, and then the server fails with "libicui18n.so.60: cannot open shared object", so the links are made here when they are missing.
 * `native/pg-symlinks.json` lists them: [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }].
 */
type Link = { source: string; target: string }

/** Absolute paths; the list itself is relative to the folder above `programs.root`. No list (Windows) means no links. */
const listLinks = (programs: Programs): Link[] => {
  const absolute = (path: string) => join(programs.root, path.replace(/^native\//, ''))
  try {
    const links = JSON.parse(readFileSync(join(programs.root, 'pg-symlinks.json'), 'utf8')) as Link[]
    return links.map(({ source, target }) => ({ source: absolute(source), target: absolute(target) }))
  } catch {
    return []
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

const link = (from: string, to: string): void => {
  try {
    symlinkSync(to, from)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Makes the missing links beside their libraries and tells how many. Throws EROFS or EACCES when the packages cannot be written. */
export const repairLinks = (programs: Programs): number => {
  const missing = listLinks(programs).filter(({ target }) => !exists(target))
  for (const { source, target } of missing) link(target, basename(source))
  return missing.length
}

/** Makes all links in a folder of their own, to be named in LD_LIBRARY_PATH; for packages that cannot be written. */
export const linkInto = (folder: string, programs: Programs): void => {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  for (const { source, target } of listLinks(programs)) {
    const from = join(folder, basename(target))
    rmSync(from, { force: true })
    link(from, source)
  }
}

import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { FileStore } from '#files'
import { newId } from '#platform/ids'

const nothingThere = (error: unknown): null => {
  if ((error as { code?: string }).code === 'ENOENT') return null
  throw error
}

/** Makes a rename last a loss of power. Systems that cannot sync folders (Windows) do without. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Files in a folder. A file appears whole or not at all: it is written aside, synced and moved into place. */
export const diskStore = (root: string): FileStore => {
  const pathOf = (location: string): string => {
    const path = resolve(root, location)
    if (!path.startsWith(resolve(root) + sep)) throw new Error('file location leaves the store')
    return path
  }
  const write = async (aside: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> => {
    const file = await open(aside, 'wx', 0o600)
    try {
      if (bytes instanceof Uint8Array) await file.writeFile(bytes)
      // One after the other: what comes faster than the disk takes it waits with its sender.
      else for await (const chunk of bytes) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  return {
    put: async (location, bytes) => {
      const path = pathOf(location)
      const aside = join(dirname(path), `.${newId()}`)
      await mkdir(dirname(path), { recursive: true })
      try {
        await write(aside, bytes)
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    remove: (location) => rm(pathOf(location), { force: true }),
    removeFolder: (folder) => rm(pathOf(folder), { recursive: true, force: true }),
    get: (location) => readFile(pathOf(location)).catch(nothingThere),
    stream: async (location, range) => {
      const file = await open(pathOf(location)).catch(nothingThere)
      return file && file.createReadStream(range)
    },
    list: async function* (folder) {
      const top = folder === undefined ? resolve(root) : pathOf(folder)
      const entries = await opendir(top, { recursive: true }).catch(nothingThere)
      for await (const entry of entries ?? []) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const found = await stat(path).catch(nothingThere)
        if (found) yield { location: relative(resolve(root), path).split(sep).join('/'), size: found.size, at: found.mtime }
      }
    },
  }
}

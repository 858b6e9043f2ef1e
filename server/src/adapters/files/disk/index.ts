import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { FileStore } from '#files'
import { newId } from '#platform/ids'

/** Locations that are listed at a time. */
const listed = 500

const nothingThere = (error: { code?: string }): null => {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Files in a folder. A file appears whole or not at all: it is written aside, synced and moved into place. */
export const diskStore = (root: string): FileStore => {
  const pathOf = (location: string): string => {
    const path = resolve(root, location)
    if (!path.startsWith(resolve(root) + sep)) throw new Error('file location leaves the store')
    return path
  }
  return {
    put: async (location, bytes) => {
      const path = pathOf(location)
      const aside = join(dirname(path), `.${newId()}`)
      await mkdir(dirname(path), { recursive: true })
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path).catch(async (error) => {
        await rm(aside, { force: true })
        throw error
      })
    },
    stream: async (location) => {
      const file = await open(pathOf(location)).catch(nothingThere)
      return file && file.createReadStream()
    },
    removeFolder: (folder) => rm(pathOf(folder), { recursive: true, force: true }),
    remove: (location) => rm(pathOf(location), { force: true }),
    get: (location) => readFile(pathOf(location)).catch(nothingThere),
    list: async function* (folder) {
      const entries = await opendir(pathOf(folder), { recursive: true }).catch(nothingThere)
      let locations: string[] = []
      for await (const entry of entries ?? []) {
        if (!entry.isFile()) continue
        locations.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        if (locations.length < listed) continue
        yield locations
        locations = []
      }
      if (locations.length > 0) yield locations
    },
    writtenAt: async (location) => (await stat(pathOf(location)).catch(nothingThere))?.mtime ?? null,
  }
}

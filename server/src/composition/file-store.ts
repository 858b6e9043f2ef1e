import { join } from 'node:path'
import type { FileStore } from '#files'
import { createGuardedFetch } from '#platform/egress/guarded-fetch'
import { diskStore } from '../adapters/files/disk/index.ts'
import { s3Store } from '../adapters/files/s3/index.ts'
import type { Config } from '../config.ts'
import { moveBetween, type FileMove } from './move-files.ts'
import { StartError } from '#platform/start-error'

type Opened = { store: FileStore; move: FileMove; close(): Promise<void> }

/**
 * New files go to `first`; what is not there yet is looked for in `second`, where files lay before the bucket was set. So the way to a bucket needs no
 * stop: `chasqui files move` brings the rest while the product works.
 */
export const layered = (first: FileStore, second: FileStore): FileStore => ({
  put: first.put,
  get: async (location) => (await first.get(location)) ?? second.get(location),
  stream: async (location, range) => (await first.stream(location, range)) ?? second.stream(location, range),
  remove: async (location) => void (await Promise.all([first.remove(location), second.remove(location)])),
  removeFolder: async (folder) => void (await Promise.all([first.removeFolder(folder), second.removeFolder(folder)])),
  list: async function* (folder) {
    yield* first.list(folder)
    yield* second.list(folder)
  },
})

/** Where this installation keeps its files: in the data folder, or in the bucket that is configured. */
export const openFileStore = ({ dataDir, objectStore, egressAllow, secrets }: Pick<Config, 'dataDir' | 'objectStore' | 'egressAllow' | 'secrets'>): Opened => {
  const disk = diskStore(join(dataDir, 'files'))
  if (!objectStore)
    return {
      store: disk,
      move: () => {
        throw new StartError(
          'configuration',
          'Files cannot be moved.',
          'No bucket is configured.',
          'Set S3_BUCKET and what belongs to it; .env.example explains each.',
        )
      },
      close: async () => {},
    }
  // The operator's own endpoint may be anywhere, and nothing else is called.
  const guarded = createGuardedFetch({ allow: egressAllow, trustedOrigins: [new URL(objectStore.endpoint).origin] })
  const bucket = s3Store({ ...objectStore, secretAccessKey: secrets.s3SecretAccessKey! }, guarded.fetch)
  return {
    store: layered(bucket, disk),
    move: (to, tell) => (to === 'bucket' ? moveBetween(disk, bucket, tell) : moveBetween(bucket, disk, tell)),
    close: guarded.close,
  }
}

import { createHash } from 'node:crypto'
import type { FileStore } from '#files'

export type Moved = { files: number; bytes: number; left: number }
export type FileMove = (to: 'bucket' | 'disk', tell: (moved: Moved) => void) => Promise<Moved>

/**
 * Brings what lies in one store to another, one after the other: it is there, read back and the same, before it goes where it was. Cut off anywhere, the
 * next run goes on. `left`: what did not arrive the same and stays.
 */
export const moveBetween = async (from: FileStore, to: FileStore, tell: (moved: Moved) => void): Promise<Moved> => {
  const moved: Moved = { files: 0, bytes: 0, left: 0 }
  for await (const { location, size } of from.list()) {
    // What a cut-off upload left beside its place.
    if (location.split('/').at(-1)!.startsWith('.')) continue
    const bytes = await from.stream(location)
    if (!bytes) continue
    const hash = createHash('sha256')
    await to.put(location, hashed(bytes, hash))
    const arrived = createHash('sha256')
    for await (const chunk of (await to.stream(location)) ?? []) arrived.update(chunk)
    if (arrived.digest('hex') === hash.digest('hex')) {
      await from.remove(location)
      moved.files += 1
      moved.bytes += size
    } else moved.left += 1
    tell(moved)
  }
  return moved
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: { update(chunk: Uint8Array): unknown }): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
}

import { Readable } from 'node:stream'
import { S3mini } from 's3mini'
import type { FileStore } from '#files'

export type ObjectStoreSettings = {
  /** Root of the service; the bucket follows as the first part of the path. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/** What a part of a large object holds; the service takes no smaller ones than 5 MB. It is all that a file takes of the memory. */
const partBytes = 8 * 1024 * 1024

/** Files in a bucket of an S3-compatible service. An object appears whole or not at all, as the protocol promises. */
export const s3Store = ({ endpoint, bucket, ...settings }: ObjectStoreSettings, fetch: typeof globalThis.fetch): FileStore => {
  const s3 = new S3mini({ ...settings, endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`, fetch })

  const putInParts = async (location: string, first: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<void> => {
    const upload = await s3.getMultipartUploadId(location, 'application/octet-stream')
    try {
      const parts = []
      for (let part: Uint8Array | null = first; part; part = await nextPart(rest)) parts.push(await s3.uploadPart(location, upload, part, parts.length + 1))
      await s3.completeMultipartUpload(location, upload, parts)
    } catch (error) {
      await s3.abortMultipartUpload(location, upload).catch(() => undefined)
      throw error
    }
  }
  const put: FileStore['put'] = async (location, bytes) => {
    if (bytes instanceof Uint8Array) return void (await s3.putObject(location, bytes, 'application/octet-stream'))
    const source = bytes[Symbol.asyncIterator]()
    const first = (await nextPart(source)) ?? new Uint8Array()
    if (first.byteLength < partBytes) return void (await s3.putObject(location, first, 'application/octet-stream'))
    await putInParts(location, first, source)
  }
  const list = async function* (folder?: string) {
    for (let token: string | undefined; ;) {
      const page = await s3.listObjectsPaged('/', folder === undefined ? '' : `${folder}/`, 1000, token)
      for (const { Key, Size, LastModified } of page?.objects ?? []) yield { location: Key, size: Size, at: LastModified }
      token = page?.nextContinuationToken
      if (!token) return
    }
  }
  return {
    put,
    get: async (location) => {
      const bytes = await s3.getObjectArrayBuffer(location)
      return bytes && new Uint8Array(bytes)
    },
    stream: async (location, range) => {
      try {
        // Its end is the first byte that is not asked for.
        const answer = range ? await s3.getObjectRaw(location, false, range.start, range.end + 1) : await s3.getObjectResponse(location)
        return answer?.body ? Readable.fromWeb(answer.body) : null
      } catch (error) {
        if ((error as { status?: number }).status === 404) return null
        throw error
      }
    },
    remove: async (location) => void (await s3.deleteObject(location)),
    removeFolder: async (folder) => {
      for await (const { location } of list(folder)) await s3.deleteObject(location)
    },
    list,
  }
}

/** So many bytes as a part takes, or what is left; null at the end. */
const nextPart = async (source: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  for (let size = 0; size < partBytes;) {
    const next = await source.next()
    if (next.done) break
    chunks.push(next.value)
    size += next.value.byteLength
  }
  return chunks.length === 0 ? null : Buffer.concat(chunks)
}

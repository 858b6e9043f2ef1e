import { Failure } from '#platform/failure'
import type { Tx } from '#platform/database/transaction'
import { refusalOf } from './domain/refusal.ts'
import { headBytes, largestFile, limitOf, megabyte, safeName, sniff } from './kinds.ts'
import { locationOf, queue, type FileJob } from './domain/row.ts'
import { type FilesPorts, storeAway } from './ports.ts'

export type Kept = { id: string; name: string; mime: string; size: number; createdAt: Date }

export type Given = {
  bytes: Uint8Array | AsyncIterable<Uint8Array>
  mime: string | null
  name: string | null
  /** Who brings it; null = a customer sent it. */
  userId: string | null
  /** The caller's own key of this upload. */
  key?: string | null
  /** No person brings it, and yet it is held to what people may upload: a flow fetched it, or a stranger uploaded it. */
  fetched?: true
}

/** What is written together with the row of a new file. */
export type Along = (tx: Tx, fileId: string) => Promise<void>

/**
 * Stores bytes for a tenant as they come: first where they live, then the row. A crash in between leaves bytes nobody refers to (`orphans.ts`), never a
 * row without bytes. What may not be kept is refused as soon as it shows, without reading the rest.
 */
export const keepFile = async (ports: FilesPorts, tenantId: string, given: Given, along: Along = async () => {}): Promise<Kept> => {
  const id = ports.newId()
  const createdAt = ports.now()
  const location = locationOf(tenantId, id, createdAt)
  const file = await admitted(ports, given)
  await ports.store.put(location, file.bytes).catch((error) => {
    // What a customer sent is fetched again later; a person is told.
    if (given.userId === null || (error as { statusCode?: number }).statusCode || error instanceof Failure) throw error
    ports.log.warn({ err: error }, 'a file could not be stored')
    throw storeAway()
  })
  const kept: Kept = { id, name: file.name, mime: file.mime, size: file.facts().size, createdAt }
  const insert = async (tx: Tx): Promise<Kept> => {
    const before = given.key == null ? null : await repeated(tx, given, file.facts().sha256)
    if (before) return before
    // What customers send is no act of the organisation.
    if (given.userId !== null)
      tx.record({ action: 'file.uploaded', subject: { kind: 'file', id, name: kept.name }, after: { mime: kept.mime, size: kept.size } })
    await tx.query(
      `insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_by, created_at, upload_key, fetched)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [tenantId, id, kept.name, kept.mime, kept.size, file.facts().sha256, location, given.userId, createdAt, given.key ?? null, given.fetched === true],
    )
    tx.enqueue({ queue, key: id, payload: { look: id } satisfies FileJob })
    await along(tx, id)
    return kept
  }
  // Refused, by a limit for one, its bytes would fill the disk beyond that very limit.
  const stored = await ports.database.inTenant(tenantId, insert).catch(async (error) => {
    await dropUnlessKept(ports, tenantId, { id, location })
    throw error
  })
  if (stored !== kept) await ports.store.remove(location).catch(() => undefined)
  return stored
}

/** What an upload with the same key by the same person brought before. */
const repeated = async (tx: Tx, { userId, key }: Given, sha256: Buffer): Promise<Kept | null> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`upload ${tx.tenantId} ${userId} ${key}`])
  const { rows } = await tx.query<Kept & { sha256: Buffer }>(
    'select id, name, mime, size::float8 as size, created_at as "createdAt", sha256 from files.file where tenant_id = $1 and created_by = $2 and upload_key = $3',
    [tx.tenantId, userId, key],
  )
  if (!rows[0]) return null
  const { sha256: before, ...kept } = rows[0]
  if (!before.equals(sha256)) throw new Failure('invalid', 'idempotency.mismatch', 'This Idempotency-Key was used for another file.')
  return kept
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The file as it may be kept: its type and name, and its bytes, which are counted, hashed and stopped at their limit on their way. */
const admitted = async (ports: FilesPorts, given: Given) => {
  const source = (given.bytes instanceof Uint8Array ? once(given.bytes) : given.bytes)[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let [seen, ended] = [0, false]
  while (seen < headBytes && !ended) {
    const next = await source.next()
    if (next.done) ended = true
    else {
      head.push(next.value)
      seen += next.value.byteLength
    }
  }
  const stop = async (failure: Failure): Promise<never> => {
    await source.return?.()
    throw failure
  }
  if (seen === 0) return stop(new Failure('invalid', 'file.empty', 'The file is empty.'))
  const start = head.length === 1 ? head[0]! : Buffer.concat(head)
  const { mime, recognised } = await sniff(start, given.mime)
  const name = safeName(given.name, 'file')
  // What a customer sent is here already, in whatever kind of message its channel let it travel: it is kept, and only ever downloaded.
  const isOwn = given.userId !== null || given.fetched === true
  const refusal = isOwn ? refusalOf({ name, claimed: given.mime, mime, recognised, head: start }) : null
  if (refusal) return stop(new Failure(refusal.kind, refusal.code, refusal.message))
  const limit = isOwn ? limitOf(mime) : largestFile
  const tooLarge = new Failure('too_large', 'file.too_large', `Files of this kind may have at most ${Math.floor(limit / megabyte)} MB.`)
  if (seen > limit) return stop(tooLarge)
  const hash = ports.hashing()
  let [size, digest] = [0, null as Buffer | null]
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for (const chunk of head.splice(0)) yield* count(chunk)
      for (let next = ended ? null : await source.next(); next && !next.done; next = await source.next()) yield* count(next.value)
    } finally {
      await source.return?.()
    }
  }
  function* count(chunk: Uint8Array): Generator<Uint8Array> {
    size += chunk.byteLength
    if (size > limit) throw tooLarge
    hash.add(chunk)
    yield chunk
  }
  return { name, mime, bytes: counted(), facts: () => ({ size, sha256: (digest ??= hash.digest()) }) }
}

/** Whether the row is there is asked once more: a connection that broke at the commit tells nothing. Without an answer the bytes stay. */
const dropUnlessKept = async (ports: FilesPorts, tenantId: string, { id, location }: { id: string; location: string }): Promise<void> => {
  const look = (tx: Tx) => tx.query('select 1 from files.file where tenant_id = $1 and id = $2', [tenantId, id])
  const found = await ports.database.inTenant(tenantId, look).catch(() => null)
  if (found?.rowCount === 0) await ports.store.remove(location).catch(() => undefined)
}

/** Deletes a file: the row with the transaction, the bytes after it. A crash in between leaves bytes nobody refers to, which the nightly round finds. */
export const removeFile = async (ports: Pick<FilesPorts, 'store'>, tx: Tx, id: string): Promise<void> => {
  const { rows } = await tx.query<{ location: string; thumbnail_location: string | null }>(
    'delete from files.file where tenant_id = $1 and id = $2 returning location, thumbnail_location',
    [tx.tenantId, id],
  )
  if (!rows[0]) return
  const { location, thumbnail_location } = rows[0]
  tx.afterCommit(() => {
    void ports.store.remove(location).catch(() => undefined)
    if (thumbnail_location) void ports.store.remove(thumbnail_location).catch(() => undefined)
  })
}

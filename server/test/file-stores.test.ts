import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { after, before, describe, test } from 'node:test'
import type { FileStore } from '#files'
import { createGuardedFetch } from '#platform/egress/guarded-fetch'
import { diskStore } from '../src/adapters/files/disk/index.ts'
import { s3Store } from '../src/adapters/files/s3/index.ts'
import { startObjectStore, type ObjectStore } from './doubles/object-store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'chasqui-stores-'))
let bucket: ObjectStore
const guarded = () => createGuardedFetch({ allow: [], trustedOrigins: [bucket.url] })
let net: ReturnType<typeof guarded>
const stores: Record<string, () => FileStore> = {
  disk: () => diskStore(folder),
  bucket: () => s3Store({ ...bucket, endpoint: bucket.url, region: 'auto' }, net.fetch),
}
before(async () => {
  bucket = await startObjectStore()
  net = guarded()
})
after(async () => {
  await net.close()
  await bucket.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; chunk < count; chunk += 1) yield Buffer.alloc(size, chunk)
}
async function* broken(): AsyncGenerator<Uint8Array> {
  yield* chunks(40, 262_144)
  throw new Error('the sender went away')
}
const read = async (source: AsyncIterable<Uint8Array> | null) => {
  const parts: Uint8Array[] = []
  for await (const part of source ?? []) parts.push(part)
  return Buffer.concat(parts)
}
const all = async (store: FileStore, under?: string) => {
  const found: string[] = []
  for await (const { location } of store.list(under)) found.push(location)
  return found.sort()
}

for (const [name, open] of Object.entries(stores))
  describe(name, () => {
    test('keeps bytes whole, gives them back whole, as a stream and in part, and lets them go', async () => {
      const store = open()
      await store.put('t1/2026-01/ñ ü(1)', Buffer.from('0123456789'))
      assert.equal(String(Buffer.from((await store.get('t1/2026-01/ñ ü(1)'))!)), '0123456789')
      assert.equal(String(await read(await store.stream('t1/2026-01/ñ ü(1)'))), '0123456789')
      assert.equal(String(await read(await store.stream('t1/2026-01/ñ ü(1)', { start: 3, end: 5 }))), '345')
      await store.put('t1/2026-01/ñ ü(1)', Buffer.from('new'))
      assert.equal(String(Buffer.from((await store.get('t1/2026-01/ñ ü(1)'))!)), 'new')
      await store.remove('t1/2026-01/ñ ü(1)')
      await store.remove('t1/2026-01/ñ ü(1)')
      assert.deepEqual([await store.get('t1/2026-01/ñ ü(1)'), await store.stream('t1/2026-01/ñ ü(1)')], [null, null])
    })

    test('takes what comes bit by bit, more than it holds at once', async () => {
      const store = open()
      await store.put('t1/large', chunks(72, 262_144))
      const kept = (await store.get('t1/large'))!
      assert.deepEqual([kept.byteLength, kept[0], kept[262_144], kept.at(-1)], [72 * 262_144, 0, 1, 71])
      await store.put('t1/empty', chunks(0, 0))
      assert.equal((await store.get('t1/empty'))!.byteLength, 0)
    })

    test('lets go of a stream that nobody reads on', async () => {
      const store = open()
      await store.put('t5/large', chunks(72, 262_144))
      const stream = (await store.stream('t5/large'))!
      const begun = stream[Symbol.asyncIterator]()
      assert.equal(((await begun.next()).value as Uint8Array)[0], 0)
      stream.destroy()
      await finished(stream).catch(() => undefined)
      assert.equal(stream.destroyed, true)
      await store.remove('t5/large')
      assert.equal(await store.stream('t5/large'), null)
    })

    test('keeps nothing of what broke off', async () => {
      const store = open()
      await assert.rejects(store.put('t2/broken', broken()), /went away/)
      assert.equal(await store.get('t2/broken'), null)
      assert.deepEqual(await all(store, 't2'), [])
    })

    test('lists what is in one folder or everywhere, and removes a folder', async () => {
      const store = open()
      for (const location of ['t3/a', 't3/b/c', 't33/d']) await store.put(location, Buffer.from('x'))
      assert.deepEqual(await all(store, 't3'), ['t3/a', 't3/b/c'])
      await store.removeFolder('t3')
      assert.deepEqual([await all(store, 't3'), await all(store, 't33')], [[], ['t33/d']])
      assert.ok((await all(store)).includes('t33/d'))
      await store.removeFolder('never-there')
    })
  })

test('a large object goes in parts, and one that breaks off leaves no open upload', async () => {
  assert.ok(bucket.largest() <= 9_000_000)
  assert.equal(bucket.open(), 0)
})

test('a service in trouble is an error that says so, not an empty file', async () => {
  const store = stores['bucket']!()
  await store.put('t4/there', Buffer.from('x'))
  bucket.fail(1)
  await assert.rejects(store.get('t4/there'), /503/)
  bucket.fail(1)
  await assert.rejects(async () => store.stream('t4/there'), /503/)
  assert.ok(await store.get('t4/there'))
})

test('wrong keys are refused; another server than the configured one is not called', async () => {
  const wrong = s3Store({ ...bucket, endpoint: bucket.url, region: 'auto', secretAccessKey: 'another' }, net.fetch)
  await assert.rejects(wrong.get('t4/there'), /403|Signature/)
  const strict = createGuardedFetch({ allow: [], trustedOrigins: ['https://files.example.org'] })
  const elsewhere = s3Store({ ...bucket, endpoint: bucket.url, region: 'auto' }, strict.fetch)
  await assert.rejects(elsewhere.get('t4/there'), /not public/)
  await strict.close()
})

test('the disk keeps nothing beside what was put, and nothing outside of its folder', async () => {
  const store = stores['disk']!()
  await assert.rejects(async () => store.put('../outside', Buffer.from('x')), /leaves the store/)
  assert.deepEqual(
    readdirSync(folder, { recursive: true }).filter((name) => /(^|\/)\./.test(String(name))),
    [],
  )
})

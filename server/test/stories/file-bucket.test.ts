import assert from 'node:assert/strict'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileRoutes, type Problem, type StoredFile } from '@chasqui/contracts'
import { startObjectStore, type ObjectStore } from '../doubles/object-store/index.ts'
import { picture } from '../kit/media.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'

let bucket: ObjectStore
let the: RunningProduct
let earlier: StoredFile
before(async () => {
  bucket = await startObjectStore()
  the = await startProduct()
  earlier = (await upload(the.owner.api, { bytes: 'on the disk', type: 'text/plain', name: 'disk.txt' })).body
  await the.idle()
  const { adminUrl, dataDir } = the
  await the.stop()
  const env = { S3_ENDPOINT: bucket.url, S3_BUCKET: bucket.bucket, S3_ACCESS_KEY_ID: bucket.accessKeyId, S3_SECRET_ACCESS_KEY: bucket.secretAccessKey }
  the = await startProduct({ adminUrl, dataDir, env })
})
after(async () => {
  await the?.stop()
  await bucket?.close()
})

const onDisk = () => {
  const folder = join(the.dataDir, 'files')
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, String(name))).isFile()).length : 0
}
const textOf = async ({ id }: StoredFile, headers: Record<string, string> = {}) =>
  (await fetch(`${the.url}${(await the.owner.api.ask(fileRoutes.read, { params: { id } })).url}`, { headers })).text()

test('new files go to the bucket, with what is made of them; earlier ones are still read from the disk', async () => {
  const before = onDisk()
  const { body } = await upload(the.owner.api, { bytes: 'in the bucket', type: 'text/plain', name: 'bucket.txt' })
  const photo = await upload(the.owner.api, { bytes: await picture('png'), type: 'image/png', name: 'foto.png' })
  await the.idle()
  assert.deepEqual([onDisk(), bucket.objects.size], [before, 3])
  assert.deepEqual([await textOf(body), await textOf(earlier), await textOf(body, { range: 'bytes=7-9' })], ['in the bucket', 'on the disk', 'buc'])
  const { look } = await the.owner.api.ask(fileRoutes.read, { params: { id: photo.body.id } })
  assert.equal((await fetch(`${the.url}${look.thumbnailUrl}`)).status, 200)
})

test('a large upload passes through in parts, never whole', async () => {
  const { status, body } = await upload(the.owner.api, { bytes: Buffer.alloc(40_000_000, 97), type: 'text/plain', name: 'large.txt' })
  assert.deepEqual([status, body.size, bucket.open()], [201, 40_000_000, 0])
  assert.ok(bucket.largest() < 9_000_000)
})

test('an upload that the bucket does not take is no file', async () => {
  const before = bucket.objects.size
  bucket.fail(20)
  const { status, body } = await upload<Problem>(the.owner.api, { bytes: 'lost', type: 'text/plain', name: 'lost.txt' })
  const { url } = await the.owner.api.ask(fileRoutes.read, { params: { id: earlier.id } })
  const shown = await fetch(`${the.url}${url}`)
  bucket.fail(0)
  assert.deepEqual([status, body.code, shown.status], [503, 'file.store_unavailable', 503])
  assert.equal(bucket.objects.size, before)
  const { items } = await the.owner.api.ask(fileRoutes.list)
  assert.equal(
    items.some(({ name }) => name === 'lost.txt'),
    false,
  )
})

test('moving brings the rest, says how much, and can be done again; back it goes the same way', async () => {
  const here = onDisk()
  assert.ok(here > 0)
  const moved = await the.product.operations.moveFiles('bucket', () => {})
  assert.deepEqual([moved.files, moved.left, onDisk()], [here, 0, 0])
  assert.equal(await textOf(earlier), 'on the disk')
  assert.equal((await the.product.operations.moveFiles('bucket', () => {})).files, 0)
  const all = bucket.objects.size
  const back = await the.product.operations.moveFiles('disk', () => {})
  assert.deepEqual([back.files, bucket.objects.size, onDisk()], [all, 0, all])
  assert.equal(await textOf(earlier), 'on the disk')
})

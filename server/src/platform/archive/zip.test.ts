import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { readZip } from '../../../test/kit/read-zip.ts'
import { type ArchiveEntry, zip } from './zip.ts'

const modified = new Date('2026-03-04T05:06:08Z')
const entry = (path: string, ...pieces: Uint8Array[]): ArchiveEntry => ({ path, modified, bytes: pieces })
async function* several(...entries: ArchiveEntry[]) {
  yield* entries
}
const whole = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Readable.from(pieces).toArray())

test('what goes in comes out, with its names, in its order', async () => {
  const noise = randomBytes(300_000)
  const given = [
    entry('a.txt', Buffer.from('hola')),
    entry('files/año.bin', noise.subarray(0, 100_000), noise.subarray(100_000)),
    { ...entry('files/noise.jpg', noise), compressible: false },
    entry('empty'),
  ]
  const found = readZip(await whole(zip(several(...given))))
  assert.deepEqual(
    [...found].map(([path, bytes]) => [path, bytes.length]),
    [
      ['a.txt', 4],
      ['files/año.bin', 300_000],
      ['files/noise.jpg', 300_000],
      ['empty', 0],
    ],
  )
  assert.ok(found.get('files/año.bin')!.equals(noise) && found.get('files/noise.jpg')!.equals(noise))
})

test('an archive of nothing is one', async () => assert.equal(readZip(await whole(zip(several()))).size, 0))

test('more entries than one piece of the directory holds', async () => {
  const many = async function* () {
    for (let index = 0; index < 1_100; index++) yield entry(`${index}`)
  }
  assert.equal(readZip(await whole(zip(many()))).size, 1_100)
})

test('bytes are asked for as fast as they are taken and no faster', async () => {
  let given = 0
  const piece = randomBytes(64 * 1024)
  const fifty = async function* () {
    for (; given < 50 * 1024 * 1024; given += piece.length) yield piece
  }
  let [taken, furthest] = [0, 0]
  for await (const { length } of zip(several({ path: 'large', modified, bytes: fifty(), compressible: false }))) {
    taken += length
    furthest = Math.max(furthest, given - taken)
  }
  assert.ok(taken > 50 * 1024 * 1024)
  assert.ok(furthest < 1024 * 1024, `${furthest} bytes ahead`)
})

test('whoever stops taking stops what gives', async () => {
  const ended: string[] = []
  const endless = async function* () {
    try {
      for (;;) yield randomBytes(1000)
    } finally {
      ended.push('bytes')
    }
  }
  const one = async function* () {
    try {
      yield { path: 'endless', modified, bytes: endless() }
    } finally {
      ended.push('entries')
    }
  }
  let left = 10
  for await (const piece of zip(one())) if (piece.length > 0 && --left === 0) break
  assert.deepEqual(ended.toSorted(), ['bytes', 'entries'])
})

test('what breaks while it is read breaks the archive, and the rest is let go of', async () => {
  const broken = async function* () {
    yield Buffer.from('x')
    throw new Error('disk gone')
  }
  await assert.rejects(whole(zip(several({ path: 'x', modified, bytes: broken() }))), /disk gone/)
})

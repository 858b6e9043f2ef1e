import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Failure } from '../failure.ts'
import { createSparing, readSpared } from './spared-body.ts'

const inPieces = (body: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(body.length / size) }, (_, index) => body.subarray(index * size, (index + 1) * size))
const spared = (json: string, longest: number, size: number): unknown => {
  const spare = createSparing(longest)
  return JSON.parse(Buffer.concat(inPieces(Buffer.from(json), size).map(spare)).toString())
}

describe('a body whose files are cut short', () => {
  test('keeps the beginnings of long strings and everything else, in whatever pieces it comes', () => {
    for (const size of [1, 2, 3, 7, 1000])
      assert.deepEqual(spared('{"body":"QUJDREVG","id":"a\\"b","n":[1,true,null],"é":"ok"}', 4, size), { body: 'QUJD', id: 'a"b', n: [1, true, null], é: 'ok' })
  })

  test('tears no escape', () => {
    for (let longest = 1; longest < 8; longest += 1)
      for (const size of [1, 5]) assert.ok('xy\u00e1"z\n'.startsWith(String(spared('"xy\\u00e1\\"z\\n"', longest, size))), String(longest))
  })

  test('of any JSON the same is left as is there, where nothing is long', () => {
    fc.assert(fc.property(fc.json(), fc.integer({ min: 1, max: 9 }), (json, size) => assert.deepEqual(spared(json, 10_000, size), JSON.parse(json))))
  })

  test('any JSON stays JSON', () => {
    fc.assert(
      fc.property(
        fc.json({ stringUnit: 'binary' }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (json, size, longest) => void spared(json, longest, size),
      ),
    )
  })

  test('is refused as soon as it is too large, or too much of it would be held', async () => {
    const limits = { most: 2_000_000, mostKept: 1_000_000 }
    const read = (json: string) => readSpared(Readable.from(inPieces(Buffer.from(json), 65_536)), limits)
    const file = JSON.stringify({ body: 'A'.repeat(1_900_000) })
    assert.equal((JSON.parse((await read(file)).toString()) as { body: string }).body.length, 500_000)
    const isTooLarge = (error: unknown) => error instanceof Failure && error.status === 413
    await assert.rejects(read(JSON.stringify({ body: 'A'.repeat(2_000_001) })), isTooLarge)
    await assert.rejects(read(JSON.stringify(['A'.repeat(400_000), 'B'.repeat(400_000), 'C'.repeat(400_000)])), isTooLarge)
  })
})

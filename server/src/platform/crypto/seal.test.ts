import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createSealer, SealError } from './seal.ts'

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) })
const sealer = createSealer([key('k1', 1)])
const failsWith = (reason: string) => (error: unknown) => error instanceof SealError && error.reason === reason

test('any text comes back, and two seals of one text differ', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
      const sealed = sealer.seal(text, about)
      assert.equal(sealer.open(sealed, about), text)
      assert.notDeepEqual(sealer.seal(text, about), sealed)
    }),
  )
})

test('changing any byte, or moving the bytes elsewhere, is noticed', () => {
  const sealed = sealer.seal('token', 'channel 1')
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed)
    changed[index]! ^= 1
    assert.throws(() => sealer.open(changed, 'channel 1'), SealError, `byte ${index}`)
  }
  assert.throws(() => sealer.open(sealed, 'channel 2'), failsWith('damaged'))
  for (const length of [0, 1, 5, sealed.length - 6]) assert.throws(() => sealer.open(sealed.subarray(0, length), 'channel 1'), SealError)
})

test('a new first key seals, the old one still opens and asks to be replaced', () => {
  const old = sealer.seal('token', 'a')
  const rotated = createSealer([key('k2', 2), key('k1', 1)])
  assert.equal(rotated.open(old, 'a'), 'token')
  assert.equal(rotated.needsReseal(old), true)
  const renewed = rotated.seal('token', 'a')
  assert.equal(rotated.needsReseal(renewed), false)
  assert.throws(() => sealer.open(renewed, 'a'), failsWith('unknown_key'))
  assert.throws(() => createSealer([key('k1', 2)]).open(old, 'a'), failsWith('damaged'))
})

test('a ring without keys, with equal ids or short keys is refused', () => {
  assert.throws(() => createSealer([]))
  assert.throws(() => createSealer([key('a', 1), key('a', 2)]))
  assert.throws(() => createSealer([{ id: 'a', key: Buffer.alloc(16) }]))
  assert.throws(() => createSealer([key('a b', 1)]))
})

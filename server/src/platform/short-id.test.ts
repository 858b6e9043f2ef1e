import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isShortened, shortId, standsFor } from './short-id.ts'

test('an id fits into so many bytes, is itself where it can be, and is found again by whoever has it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 256, unit: 'grapheme' }), fc.string({ maxLength: 20 }), (id, other) => {
      const short = shortId(id, 64)
      assert.ok(Buffer.byteLength(short) <= 64)
      if (Buffer.byteLength(id) <= 64) return assert.equal(short, id)
      assert.ok(isShortened(short) && standsFor(short, id))
      assert.equal(standsFor(short, id + other), other === '')
    }),
  )
})

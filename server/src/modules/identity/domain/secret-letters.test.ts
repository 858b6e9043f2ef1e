import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bytesFor, plainLetters, spellLetters } from './secret-letters.ts'

test('a key is groups of four unmistakable letters', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: bytesFor(8), maxLength: bytesFor(8) }), (bytes) => {
      assert.match(spellLetters(bytes, 8), /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    }),
  )
})

test('every letter is about equally likely', () => {
  const seen = new Map<string, number>()
  for (let high = 0; high < 256; high++) {
    for (let low = 0; low < 64; low++) {
      const [letter = ''] = spellLetters(Uint8Array.of(high, low * 4, 0, 0), 1)
      seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
  }
  assert.equal(seen.size, 31)
  assert.ok([...seen.values()].every((count) => Math.abs(count - 16384 / 31) < 80), JSON.stringify([...seen]))
})

test('what a person types is read as the key that was printed', () => {
  for (const typed of ['7GQ2-MX8D', ' 7gq2 mx8d ', '7gq2mx8d', '7GQ2–MX8D']) assert.equal(plainLetters(typed), '7GQ2MX8D')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bubblesOf } from './text-bubbles.ts'

const limits = { max: 4000, bubble: 1000, bytes: 1000 }

test('a text leaves as it is where the channel has no limit of one message, and where it fits', () => {
  assert.deepEqual(bubblesOf('á'.repeat(2000), { max: 4000 }), ['á'.repeat(2000)])
  assert.deepEqual(bubblesOf('á'.repeat(500), limits), ['á'.repeat(500)])
})

test('bytes count: 501 accents are two messages; words and lines stay whole where they can', () => {
  assert.deepEqual(bubblesOf('á'.repeat(501), limits), ['á'.repeat(500), 'á'])
  assert.deepEqual(bubblesOf(`${'a'.repeat(900)} ${'b'.repeat(200)}`, limits), [`${'a'.repeat(900)} `, 'b'.repeat(200)])
  assert.deepEqual(bubblesOf(`${'a'.repeat(800)}\n${'b'.repeat(100)} ${'c'.repeat(200)}`, limits), [
    `${'a'.repeat(800)}\n`,
    `${'b'.repeat(100)} ${'c'.repeat(200)}`,
  ])
})

test('any text is whole again, in messages that fit, without a torn letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.integer({ min: 4, max: 60 }),
      fc.integer({ min: 4, max: 60 }),
      (text, bubble, bytes) => {
        const parts = bubblesOf(text, { max: 300, bubble, bytes })
        for (const part of parts) assert.ok(part.length <= bubble && Buffer.byteLength(part) <= bytes && part.isWellFormed())
        assert.equal(parts.join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
      },
    ),
  )
})

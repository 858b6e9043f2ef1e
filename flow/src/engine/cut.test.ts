import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut, fits, split } from './cut.ts'

test('a text that fits is left alone, a longer one ends in an ellipsis', () => {
  assert.equal(cut('Horarios', 20), 'Horarios')
  assert.equal(cut('Hablar con una persona', 20), 'Hablar con una pers…')
  assert.equal(cut('Sacar turno ya mismo', 13), 'Sacar turno…')
})

test('emoji, flags and accents are never torn', () => {
  assert.equal(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 9), '👨‍👩‍👧‍👦…')
  assert.equal(cut('🇦🇷🇧🇷🇺🇾', 4), '🇦🇷…')
  assert.equal(cut('cafe\u0301 con leche', 5), 'caf…')
})

test('a text is split after lines, sentences or words, and nothing is lost', () => {
  assert.deepEqual(split('Primera línea.\nSegunda línea.', 20, 5), ['Primera línea.', 'Segunda línea.'])
  assert.deepEqual(split('Abrimos a las 9. Cerramos a las 18.', 22, 5), ['Abrimos a las 9.', 'Cerramos a las 18.'])
  assert.deepEqual(split('uno dos tres cuatro', 10, 5), ['uno dos', 'tres', 'cuatro'])
  assert.deepEqual(split('   ', 10, 5), [])
})

test('pieces always fit, are never empty, and hold every word unless the last is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }), (words, points, most) => {
      const pieces = split(words, points, most)
      assert.ok(pieces.length <= most && pieces.every((piece) => piece !== '' && fits(piece, points)))
      if (pieces.length < most) assert.equal(pieces.join('').replace(/\s/g, ''), words.replace(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})

test('where bytes count, too, pieces keep to both and tear nothing', () => {
  assert.deepEqual(split('á'.repeat(10), { points: 100, bytes: 8 }, 5), ['áááá', 'áááá', 'áá'])
  assert.equal(cut('señorita', { points: 20, bytes: 8 }), 'seño…')
  assert.equal(fits('á'.repeat(500), { points: 1000, bytes: 1000 }), true)
  assert.equal(fits('á'.repeat(501), { points: 1000, bytes: 1000 }), false)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4, max: 60 }), (words, points, bytes) => {
      const pieces = split(words, { points, bytes }, 500)
      assert.ok(pieces.every((piece) => piece !== '' && [...piece].length <= points && Buffer.byteLength(piece) <= bytes && piece.isWellFormed()))
      assert.equal(pieces.join('').replace(/\s/g, ''), words.replace(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})

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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { avatarColor, initialsOf } from './avatar-face.ts'

test('first and last name, one letter for one word, # for a number', () => {
  assert.deepEqual(['María Fernanda Ríos', 'diego', '+54 9 11 5823 4410', '', 'Ñandú S.A. (taller)'].map(initialsOf), ['MR', 'D', '#', '#', 'ÑS'])
})

test('a name always has the same colour, also outside of the Latin alphabet', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (name) => assert.match(avatarColor(name), /^#[0-9A-F]{6}$/) === undefined && avatarColor(name) === avatarColor(name),
    ),
  )
})

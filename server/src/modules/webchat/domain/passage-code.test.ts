import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { passageCodeIn } from './passage-code.ts'

const letter = fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTWXYZ')
const group = fc.array(letter, { minLength: 4, maxLength: 4 }).map((letters) => letters.join(''))
const anyCode = fc.tuple(group, group, group, group).map((groups) => groups.join('-'))

test('a code is found wherever it stands in a message, in whatever letters', () =>
  fc.assert(
    fc.property(anyCode, (code) => {
      assert.equal(passageCodeIn(`Hola, sigo por acá. Código: ${code}`), code)
      assert.equal(passageCodeIn(`${code.toLowerCase()}.`), code)
    }),
  ))

test('nothing else is taken for one', () => {
  for (const text of [
    '',
    'hola',
    '7GQ2-MX8D',
    '7GQ2-MX8D-7GQ2',
    '7GQ2-MX8D-7GQ2-MX8D-7GQ2',
    'X7GQ2-MX8D-7GQ2-MX8D',
    '0GQ2-MX8D-7GQ2-MX8D',
    '4111-1111-1111-1111',
  ])
    assert.equal(passageCodeIn(text), null, text)
  fc.assert(fc.property(fc.string(), (text) => passageCodeIn(text) === null || /^[2-9A-Z-]{19}$/.test(passageCodeIn(text)!)))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { phone } from './phone.ts'

test('the own country is shown as people there write it', () => {
  assert.equal(phone('+5491123456789', 'AR'), '11 2345-6789')
  assert.equal(phone('+5511987654321', 'BR'), '(11) 98765-4321')
})

test('other countries are shown internationally', () => {
  assert.equal(phone('+5491123456789', 'BR'), '+54 9 11 2345-6789')
  assert.equal(phone('+5215512345678', 'AR'), '+52 1 55 1234-5678')
  assert.equal(phone('+12025550143', 'AR'), '+1 202 555-0143')
})

test('what is unknown is shown as it came', () =>
  assert.deepEqual(
    ['@maria', '+49301234567', '123', ''].map((value) => phone(value, 'AR')),
    ['@maria', '+49301234567', '123', ''],
  ))

test('no digit is ever lost abroad', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{7,14}$/), (value) => {
      assert.equal(phone(value, null).replace(/\D/g, ''), value.slice(1))
    }),
  )
})

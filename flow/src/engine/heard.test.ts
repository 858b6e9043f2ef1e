import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heard } from '../index.ts'
import { photo, press, text } from '../../test/world.ts'

test('words, presses and captions are heard; the name of a file is not something said', () => {
  assert.deepEqual(heard(text('Hola')), { type: 'text', text: 'Hola' })
  assert.deepEqual(heard(press('a', 'Sí')), { type: 'choice', text: 'Sí', choiceId: 'a' })
  assert.deepEqual(heard(photo('mi receta')), { type: 'image', text: 'mi receta', file: { name: '2.jpg', mime: 'image/jpeg' } })
  assert.deepEqual(heard(photo()).text, '')
})

test('one contact card brings its number, several bring none', () => {
  const card = { name: 'Ana', phones: [{ phone: '+54 11 4123' }], emails: [], own: false }
  assert.equal(heard({ type: 'contacts', contacts: [card] }).phone, '+54 11 4123')
  assert.equal(heard({ type: 'contacts', contacts: [card, card] }).phone, undefined)
})

test('what a database refuses as text is left out', () => {
  assert.equal(heard(text('a\u0000b')).text, 'ab')
  assert.ok(heard(text('a\ud800')).text.isWellFormed())
  assert.ok(heard(press('\ud800', 'x')).choiceId!.isWellFormed())
})

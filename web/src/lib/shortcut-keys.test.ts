import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isStep, labelOf, type Press, progress, writtenAs } from './shortcut-keys.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

test('letters go by Shift, not by Caps Lock', () => {
  assert.ok(isStep('e', press('e')))
  assert.ok(isStep('e', press('E')), 'Caps Lock is on')
  assert.ok(!isStep('e', press('E', { shiftKey: true })))
  assert.ok(isStep('Shift+e', press('E', { shiftKey: true })))
})

test('signs match the produced character on any layout', () => {
  assert.ok(isStep('?', press('?', { shiftKey: true })))
  assert.ok(isStep('/', press('/', { shiftKey: true })), 'Shift+7 on a Spanish keyboard')
})

test('nothing listens to characters written with Alt or AltGr', () => {
  for (const key of ['@', '#', '\\', '{', 'ą', '€', 'q']) assert.ok(!isStep(key, press(key, { altKey: true, ctrlKey: true })))
})

test('Mod is Ctrl or Command, and plain keys ignore both', () => {
  assert.ok(isStep('Mod+k', press('k', { ctrlKey: true })))
  assert.ok(isStep('Mod+k', press('k', { metaKey: true })))
  assert.ok(!isStep('k', press('k', { ctrlKey: true })))
  assert.ok(isStep('Mod+Shift+Enter', press('Enter', { ctrlKey: true, shiftKey: true })))
})

test('sequences begin, complete or break', () => {
  assert.equal(progress('g i', [press('g')]), 'begun')
  assert.equal(progress('g i', [press('g'), press('i')]), 'whole')
  assert.equal(progress('g i', [press('g'), press('x')]), 'no')
  assert.equal(progress('i', [press('g'), press('i')]), 'no')
})

test('labels are those of the keyboard at hand', () => {
  assert.deepEqual(labelOf('Mod+Shift+Enter', false), ['Ctrl', 'Shift', 'Enter'])
  assert.deepEqual(labelOf('Mod+k', true), ['⌘', 'K'])
  assert.deepEqual(labelOf('g i', false), ['G', 'I'])
})

test('a recorded key answers to the press that it was recorded from', () => {
  const keys = fc.constantFrom('a', 'ñ', 'E', '?', '/', '+', '.', '1', 'Enter', 'ArrowDown', 'F2')
  fc.assert(
    fc.property(keys, fc.boolean(), fc.boolean(), (key, ctrlKey, shiftKey) => {
      const pressed = press(key, { ctrlKey, shiftKey })
      assert.ok(isStep(writtenAs(pressed) ?? '', pressed))
    }),
  )
  assert.equal(writtenAs(press('@', { altKey: true, ctrlKey: true })), null)
})

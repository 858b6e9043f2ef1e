import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowTrigger } from '../definition.ts'
import { heard, startedBy } from '../index.ts'
import { flow, photo, text } from '../../test/world.ts'

const end = { end: { type: 'close' as const } }
const started = (triggers: FlowTrigger[], words: string, isFirst = false) => startedBy(flow(end, { triggers }), heard(text(words)), { isFirst })?.type ?? null
const keywords: FlowTrigger = { type: 'keyword', words: ['turno', 'reservar una mesa', '📅'] }

for (const [words, expected] of [
  ['Turno', 'keyword'],
  ['¡TURNO!', 'keyword'],
  ['quiero un turno para mañana', 'keyword'],
  ['quisiera reservar una mesa', 'keyword'],
  ['📅', 'keyword'],
  ['turnos', null],
  ['mesa', null],
  ['hola', null],
] as const)
  test(`«${words}» starts a flow of keywords: ${expected !== null}`, () => assert.equal(started([keywords], words), expected))

test('the first trigger that matches wins', () => {
  assert.equal(started([{ type: 'first_message' }, keywords, { type: 'any' }], 'turno', true), 'first_message')
  assert.equal(started([{ type: 'first_message' }, keywords, { type: 'any' }], 'turno'), 'keyword')
  assert.equal(started([{ type: 'first_message' }], 'turno'), null)
})

test('a photo starts a catch-all flow, a notice of the platform starts none', () => {
  assert.deepEqual(startedBy(flow(end), heard(photo()), { isFirst: false }), { type: 'any' })
  assert.equal(startedBy(flow(end), heard({ type: 'system', event: 'number_changed' }), { isFirst: true }), null)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { context, text } from '../../test/world.ts'
import { FlowNode } from '../definition.ts'
import { heard } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { checkAnswer } from './check-answer.ts'

const morning = new Date('2026-11-25T13:30:00.000Z')
const evening = new Date('2026-11-25T23:30:00.000Z')
const input = (more: object) => FlowNode.parse({ type: 'input', text: '?', expect: 'datetime', saveAs: 'x', next: null, ...more }) as InputNode

/** The times that are read back, or offered to choose from. */
const read = (said: string, { now = morning, ...more }: { now?: Date; expect?: 'time'; hours?: { from: string; to: string } } = {}): string[] => {
  const reading = checkAnswer(input(more), heard(text(said)), context({ now, locale: 'es-AR' }))
  return reading.outcome === 'unsure' ? reading.candidates.map(({ value }) => String(value).slice(0, 16)) : []
}

describe('an hour without its half of the day', () => {
  test('is one of the afternoon from one to six, and read back', () => {
    assert.deepEqual(read('mañana a las 5'), ['2026-11-26T17:00'])
    assert.deepEqual(read('tipo 4 y media', { expect: 'time' }), ['16:30'])
    assert.deepEqual(read('a la una', { expect: 'time' }), ['13:00'])
    assert.deepEqual(read('el lunes a las 6 que salgo del trabajo'), ['2026-11-30T18:00'])
  })

  test('is one of the day from nine to twelve, and read back', () => {
    assert.deepEqual(read('el lunes a las 9'), ['2026-11-30T09:00'])
    assert.deepEqual(read('el lunes 11:15'), ['2026-11-30T11:15'])
    assert.deepEqual(read('el lunes a las 12'), ['2026-11-30T12:00'])
    assert.deepEqual(read('a las 12 y media', { expect: 'time' }), ['12:30'])
    assert.deepEqual(read('no puedo el jueves, el viernes a las 10'), ['2026-11-27T10:00'])
  })

  test('may be either of the others', () => {
    assert.deepEqual(read('el lunes a las 8'), ['2026-11-30T08:00', '2026-11-30T20:00'])
    assert.deepEqual(read('mañana a las 7'), ['2026-11-26T07:00', '2026-11-26T19:00'])
  })

  test('is one of the night where that of the day has passed', () => {
    assert.deepEqual(read('hoy a las 10', { now: evening }), ['2026-11-25T22:00'])
  })

  test('is what the hours of the step leave, where its author named some', () => {
    assert.deepEqual(read('mañana a las 10', { hours: { from: '18:00', to: '23:00' } }), ['2026-11-26T22:00'])
    assert.deepEqual(read('mañana a las 10', { hours: { from: '08:00', to: '23:00' } }), ['2026-11-26T10:00', '2026-11-26T22:00'])
    assert.deepEqual(read('mañana a las 5', { hours: { from: '04:00', to: '23:00' } }), ['2026-11-26T17:00', '2026-11-26T05:00'])
  })

  test('is asked about where more than that is unsure', () => {
    assert.ok(read('el viernes antes de las 10').length !== 1)
    assert.ok(read('mañana a las 10 o a las 11').length > 1)
  })
})

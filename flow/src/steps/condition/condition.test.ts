import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshRun, heard } from '../../index.ts'
import { flow, text, turn } from '../../../test/world.ts'

test('a condition looks at the first message', () => {
  const definition = flow({
    c: { type: 'condition', any: [{ variable: 'message.text', operator: 'has_words', value: 'turno' }], then: 'yes', otherwise: 'no' },
    yes: { type: 'message', text: 'sí', next: null },
    no: { type: 'message', text: 'no', next: null },
  })
  assert.deepEqual(turn(definition, freshRun(), { type: 'start', message: heard(text('Un TURNO')) }).said, ['sí'])
  assert.deepEqual(turn(definition, freshRun(), { type: 'start' }).said, ['no'])
})

test('all of the first list and one of the second have to hold', () => {
  const definition = flow({
    c: {
      type: 'condition',
      all: [{ variable: 'message.text', operator: 'contains', value: 'turno' }],
      any: [
        { variable: 'message.text', operator: 'contains', value: 'hoy' },
        { variable: 'message.text', operator: 'contains', value: 'mañana' },
      ],
      then: 'yes',
      otherwise: 'no',
    },
    yes: { type: 'message', text: 'sí', next: null },
    no: { type: 'message', text: 'no', next: null },
  })
  const said = (words: string) => turn(definition, freshRun(), { type: 'start', message: heard(text(words)) }).said
  assert.deepEqual(said('turno para mañana'), ['sí'])
  assert.deepEqual(said('turno'), ['no'])
  assert.deepEqual(said('mañana'), ['no'])
})

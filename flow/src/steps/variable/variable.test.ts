import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('variables are substituted with what is known, and values are never substituted again', () => {
  const definition = flow({
    a: {
      type: 'variable',
      set: [
        { name: 'x', value: 'de {{business.name}}' },
        { name: 'y', value: 'Soy {{x}}' },
      ],
      next: 'ask',
    },
    ask: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'thanks' },
    thanks: { type: 'message', text: '{{y}}, hola {{name}} ({{contact.phone}})', next: null },
  })
  assert.deepEqual(talk(definition, ['{{y}}']).said, ['Soy de Clínica Demo, hola {{y}} (+5491122334455)'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('handing over tells the customer, and the agent what was answered', () => {
  const handed = talk(
    flow({
      ask: { type: 'input', label: 'Nombre', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'person' },
      person: { type: 'transfer_to_agent', text: 'Ya te atienden', note: 'Es {{name}}' },
    }),
    ['Ana'],
  )
  assert.deepEqual(handed.effects.slice(1), [
    { type: 'transfer', note: 'Es Ana', summary: 'Nombre: Ana' },
    { type: 'ended', outcome: 'transferred' },
  ])
})

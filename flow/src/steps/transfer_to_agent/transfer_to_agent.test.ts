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

test('what was asked again stands once in the summary, as it was answered last', () => {
  const handed = talk(
    flow({
      mail: { type: 'input', label: 'Correo', text: '¿Correo?', expect: 'email', saveAs: 'email', next: 'right' },
      right: {
        type: 'menu',
        label: 'Correcto',
        text: '¿Es {{email}}?',
        options: [
          { id: 'yes', label: 'Sí', next: 'person' },
          { id: 'no', label: 'No', next: 'mail' },
        ],
      },
      person: { type: 'transfer_to_agent', text: 'Ya te atienden' },
    }),
    ['anna@ejemplo.com', 'No', 'ana@ejemplo.com', 'Sí'],
  )
  assert.deepEqual(
    handed.effects.filter(({ type }) => type === 'transfer'),
    [{ type: 'transfer', note: '', summary: 'Correo: ana@ejemplo.com\nCorrecto: Sí' }],
  )
})

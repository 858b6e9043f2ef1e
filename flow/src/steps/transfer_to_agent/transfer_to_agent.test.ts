import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, flow, talk } from '../../../test/world.ts'

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

const ventas = '019a0000-0000-7000-8000-000000000001'
const byHours = (more: object) =>
  flow({
    person: { type: 'transfer_to_agent', text: 'Ya te atienden', byHours: true, closed: 'later', ...more },
    later: { type: 'message', text: 'Volvemos a las 9.', next: null },
  })

test('while nobody is there it goes another way, if it is told to and that way leads somewhere', () => {
  const closed = context({ isOpen: false })
  assert.deepEqual(talk(byHours({}), [], closed).said, ['Volvemos a las 9.'])
  assert.deepEqual(talk(byHours({}), [], context({ isOpen: true })).said, ['Ya te atienden'])
  assert.deepEqual(talk(byHours({}), []).state.outcome, 'transferred')
  for (const more of [{ closed: null }, { closed: undefined }, { byHours: false }]) assert.equal(talk(byHours(more), [], closed).state.outcome, 'transferred')
})

test('with a queue the hours are those of the queue; of one that is not there, those of the conversation', () => {
  const said = (isOpen: boolean, queues: [string, boolean][]) => talk(byHours({ queue: ventas }), [], context({ isOpen, openQueues: new Map(queues) })).said
  assert.deepEqual(said(true, [[ventas, false]]), ['Volvemos a las 9.'])
  assert.deepEqual(said(false, [[ventas, true]]), ['Ya te atienden'])
  assert.deepEqual(said(false, []), ['Volvemos a las 9.'])
})

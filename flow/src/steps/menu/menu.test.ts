import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, flow, talk, textOnly } from '../../../test/world.ts'

const option = (id: string, section?: string) => ({ id, label: id, next: null, ...(section !== undefined && { section }) })
const menu = (options: ReturnType<typeof option>[]) =>
  flow({ ask: { type: 'menu', style: 'list', header: 'Clínica', text: '¿Qué necesitás?', footer: 'De 9 a 18', options, timeout: { seconds: 60, next: null } } })

test('header, footer and headings frame a list', () => {
  const [first] = talk(menu([option('Turno', 'Turnos'), option('Cambio', 'Turnos'), option('Precios', 'Consultas')]), []).effects
  assert.deepEqual(first?.type === 'say' && first.content, {
    type: 'list',
    body: '¿Qué necesitás?',
    button: 'Ver opciones',
    header: { type: 'text', text: 'Clínica' },
    footer: 'De 9 a 18',
    sections: [
      {
        title: 'Turnos',
        rows: [
          { id: 'Turno', title: 'Turno' },
          { id: 'Cambio', title: 'Cambio' },
        ],
      },
      { title: 'Consultas', rows: [{ id: 'Precios', title: 'Precios' }] },
    ],
  })
})

test('in numbered text they are lines', () => {
  const { said } = talk(menu([option('Turno', 'Turnos'), option('Precios', 'Consultas')]), [], context({ abilities: textOnly }))
  assert.deepEqual(said, ['Clínica\n\n¿Qué necesitás?\n\nTurnos\n1. Turno\n\nConsultas\n2. Precios\n\nDe 9 a 18\n\nBasta con responder el número.'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OutboundContent } from '@chasqui/contracts/content'
import type { Menu } from './menu-content.ts'
import { menuContents, textContents } from './menu-content.ts'
import { phrasesFor } from './phrases.ts'
import { rich, textOnly } from '../../test/world.ts'

const menu = (labels: string[], more: Partial<Menu> = {}): Menu => ({
  text: '¿Qué necesitás?',
  style: 'auto',
  button: '',
  options: labels.map((label, at) => ({ id: `o${at}`, label, description: '', words: [] })),
  ...more,
})
const shown = (what: Menu, abilities = rich) => menuContents(what, abilities, phrasesFor('es'))

test('up to three short options are buttons, more are a list, and too many are numbered', () => {
  assert.equal(shown(menu(['Sí', 'No'])).style, 'buttons')
  assert.equal(shown(menu(['Uno', 'Dos', 'Tres', 'Cuatro'])).style, 'list')
  assert.equal(shown(menu(Array.from({ length: 11 }, (_, at) => `Opción ${at}`))).style, 'numbers')
  assert.equal(shown(menu(['Sí', 'No']), textOnly).style, 'numbers')
})

test('a label that is too long for a button makes a list, and a list shows the whole of it', () => {
  const { style, contents } = shown(menu(['Hablar con una persona', 'Consultar el estado de mi pedido anterior']))
  assert.equal(style, 'list')
  assert.deepEqual(contents, [
    {
      type: 'list',
      body: '¿Qué necesitás?',
      button: 'Ver opciones',
      sections: [
        {
          rows: [
            { id: 'o0', title: 'Hablar con una persona' },
            { id: 'o1', title: 'Consultar el estado de…', description: 'Consultar el estado de mi pedido anterior' },
          ],
        },
      ],
    },
  ])
})

test('a forced list does not show two rows alike', () => {
  const twins = ['Consultar el estado de mi pedido de hoy', 'Consultar el estado de mi pedido de ayer']
  assert.equal(shown(menu(twins, { style: 'list' })).style, 'numbers')
})

test('options with descriptions are a list where there is one', () => {
  const described = menu(['Uno', 'Dos'])
  described.options[0]!.description = 'El primero'
  assert.equal(shown(described).style, 'list')
})

test('forced buttons are cut with their ids intact, unless that makes two alike', () => {
  const { contents } = shown(menu(['Hablar con una persona', 'No'], { style: 'buttons' }))
  assert.deepEqual(contents[0], {
    type: 'buttons',
    body: '¿Qué necesitás?',
    buttons: [
      { id: 'o0', title: 'Hablar con una pers…' },
      { id: 'o1', title: 'No' },
    ],
  })
  assert.equal(shown(menu(['Hablar con una persona 1', 'Hablar con una persona 2'], { style: 'buttons' })).style, 'list')
})

test('numbered text tells how to answer, and parts between options when it is too long', () => {
  assert.deepEqual(shown(menu(['Horarios', 'Turno']), textOnly).contents, [
    { type: 'text', text: '¿Qué necesitás?\n\n1. Horarios\n2. Turno\n\nBasta con responder el número.' },
  ])
  const long = shown(
    menu(
      Array.from({ length: 30 }, (_, at) => `Opción ${at} ${'x'.repeat(80)}`),
      { style: 'numbers' },
    ),
    textOnly,
  ).contents
  assert.equal(long.length, 3)
  const lines = long.flatMap((content) => (content.type === 'text' ? content.text.split('\n') : [])).filter((line) => /^\d+\. /.test(line))
  assert.equal(lines.length, 30)
})

test('what does not fit above the buttons is said before them', () => {
  const { contents } = shown(menu(['Sí', 'No'], { text: `${'Una frase larga. '.repeat(100)}¿Seguimos?` }))
  assert.deepEqual(
    contents.map((content) => content.type),
    ['text', 'buttons'],
  )
  assert.ok(contents[1]!.type === 'buttons' && contents[1].body.endsWith('¿Seguimos?'))
})

test('an id that a channel would refuse is not put on a button', () => {
  const odd = menu(['Sí', 'No'])
  odd.options[0]!.id = ' yes'
  assert.equal(shown(odd).style, 'numbers')
})

test('a text becomes as many messages as it takes, and a blank one none', () => {
  assert.equal(textContents('Hola. '.repeat(300), textOnly).length, 2)
  assert.deepEqual(textContents(' \n ', rich), [])
})

test('a channel that carries more than the contract does not make a message too long for it', () => {
  const wide = { ...rich, text: { max: 99_999 }, buttons: { ...rich.buttons!, body: 9999 } }
  const { contents } = shown(menu(['Sí', 'No'], { text: 'Una frase. '.repeat(500) }), wide)
  assert.ok(contents.length === 2 && contents.every((content) => OutboundContent.safeParse(content).success))
})

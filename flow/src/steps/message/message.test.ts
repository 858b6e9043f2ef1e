import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, rich, talk } from '../../../test/world.ts'

const withLink = (url: string) => flow({ say: { type: 'message', text: 'Pedí turno', link: { label: 'Turnos', url }, next: null } })
const able = context({ abilities: { ...rich, extras: ['link'] } })

test('a link is a button where the channel has that, else a line below', () => {
  assert.deepEqual(talk(withLink('https://ejemplo.com/{{message.text}}'), [], able).effects[0], {
    type: 'say',
    content: { type: 'link', body: 'Pedí turno', label: 'Turnos', url: 'https://ejemplo.com/hola' },
  })
  assert.deepEqual(talk(withLink('https://ejemplo.com'), []).said, ['Pedí turno\n\nTurnos: https://ejemplo.com'])
})

test('what is no address is never sent as one, and told', () => {
  assert.deepEqual(talk(withLink('{{message.text}}'), [], able).said, ['Pedí turno'])
  assert.ok(problemsIn(withLink('javascript:alert(1)')).some(({ code, field }) => code === 'flow.link_invalid' && field === 'link'))
})

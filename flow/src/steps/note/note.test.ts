import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('the note has its variables filled in, and the customer hears nothing', () => {
  const { effects, said } = talk(flow({ tell: { type: 'note', text: 'Escribió: {{message.text}}', next: null } }), [])
  assert.deepEqual(effects[0], { type: 'note', text: 'Escribió: hola', people: [] })
  assert.deepEqual(said, [])
})

test('a note that its variables leave empty is not left', () => {
  const { effects } = talk(flow({ tell: { type: 'note', text: '{{contact.company}}', next: null } }), [])
  assert.deepEqual(effects, [{ type: 'ended', outcome: 'finished' }])
})

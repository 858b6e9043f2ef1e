import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('the event carries its values with variables filled in', () => {
  const { effects } = talk(flow({ tell: { type: 'send_event', name: 'lead.new', data: [{ name: 'words', value: '«{{message.text}}»' }], next: null } }), [])
  assert.deepEqual(effects[0], { type: 'event', name: 'lead.new', data: { words: '«hola»' } })
})

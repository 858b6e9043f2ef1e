import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageContent, PhoneMessage } from '@chasqui/contracts'
import { pressedIn, pressKey } from './talk.ts'

const said = (id: string, content: MessageContent, quoted: string | null = null): PhoneMessage => ({
  id,
  direction: 'out',
  content,
  status: 'read',
  quoted,
  reactions: [],
  editedAt: null,
  deletedAt: null,
  at: '2026-03-12T17:06:00.000Z',
  text: '',
})
const choice = (id: string): MessageContent => ({ type: 'choice', id, title: id, via: 'button' })

test('a button counts as pressed on the message that it was pressed on, and on no other with the same button', () => {
  const pressed = pressedIn([said('1', choice('hours'), 'menu'), said('2', { type: 'text', text: 'hours' }, 'menu 2'), said('3', choice('person'))])
  assert.ok(pressed.has(pressKey('menu', 'hours')))
  assert.ok(!pressed.has(pressKey('menu 2', 'hours')))
  assert.equal(pressed.size, 1)
})

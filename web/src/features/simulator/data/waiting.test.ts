import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PhoneMessage } from '@chasqui/contracts'
import { type Waiting, withWaiting } from './waiting.ts'

const message = (id: string, text = id): PhoneMessage => ({
  id,
  direction: 'out',
  content: { type: 'text', text },
  status: 'sent',
  quoted: null,
  reactions: [],
  editedAt: null,
  deletedAt: null,
  at: '2026-03-12T17:06:00.000Z',
  text,
})
const waits = (id: string, text?: string): Waiting => ({
  message: message(id, text),
  speaker: { channelId: 'c', phone: '549', name: 'María' },
  failed: false,
  share: null,
  send: () => undefined,
})

const seen = (shown: ReturnType<typeof withWaiting>) => shown.map(({ message: { text }, waiting }) => (waiting ? `${text} …` : text))

test('what was just said stands at the end until the screen has it', () => {
  assert.deepEqual(seen(withWaiting([message('hola')], [waits('turno'), waits('gracias')])), ['hola', 'turno …', 'gracias …'])
})

test('a message that the screen has is shown once, in the words of the screen, and still as waiting', () => {
  assert.deepEqual(seen(withWaiting([message('1', 'hola'), message('2', 'chau')], [waits('1', 'hola?')])), ['hola …', 'chau'])
})

test('nothing waits: the screen alone', () => {
  assert.deepEqual(seen(withWaiting([message('hola')], [])), ['hola'])
})

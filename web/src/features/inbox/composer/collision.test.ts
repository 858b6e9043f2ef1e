import type { Message } from '@chasqui/contracts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testMessage } from '../test-message.ts'
import { unseenAnswers } from './collision.ts'

const message = (seq: number, direction: Message['direction'], kind: Message['sender']['kind'], id: string | null): Message =>
  testMessage(seq, { direction, sender: { kind, id, name: null } })

test("a colleague's and the bot's answers count, mine, the customer's and notes do not", () => {
  const thread = [
    message(1, 'out', 'agent', 'diego'),
    message(2, 'in', 'contact', null),
    message(3, 'out', 'agent', 'me'),
    message(4, 'note', 'agent', 'diego'),
    message(5, 'out', 'agent', 'diego'),
    message(6, 'out', 'flow', null),
    message(7, 'out', 'agent', null),
  ]
  assert.deepEqual(
    unseenAnswers(thread, 1, 'me').map(({ seq }) => seq),
    [5, 6, 7],
  )
  assert.deepEqual(unseenAnswers(thread, 7, 'me'), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PhoneMessage } from '@chasqui/contracts'
import { screenItems } from './screen-items.ts'

const said = (direction: PhoneMessage['direction'], at: string) => {
  const message: PhoneMessage = {
    id: at,
    direction,
    content: { type: 'text', text: at },
    status: 'read',
    quoted: null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
    at,
    text: at,
  }
  return { message, waiting: null }
}
const dayOf = (at: string) => at.slice(0, 10)
const lines = (messages: Parameters<typeof screenItems>[0]) =>
  screenItems(messages, dayOf).map((item) => (item.kind === 'day' ? item.label : `${item.shown.message.direction}${item.first ? ' first' : ''}`))

test('each day begins with its chip, and with a tail on its first bubble', () => {
  const messages = [said('out', '2026-03-12T10:00'), said('out', '2026-03-12T10:01'), said('out', '2026-03-13T09:00')]
  assert.deepEqual(lines(messages), ['2026-03-12', 'out first', 'out', '2026-03-13', 'out first'])
})

test('the tail is on the first bubble after the other side spoke', () => {
  const messages = [said('out', '2026-03-12T10:00'), said('in', '2026-03-12T10:01'), said('in', '2026-03-12T10:02'), said('out', '2026-03-12T10:03')]
  assert.deepEqual(lines(messages), ['2026-03-12', 'out first', 'in first', 'in', 'out first'])
})

test('an empty screen has no chip', () => assert.deepEqual(lines([]), []))

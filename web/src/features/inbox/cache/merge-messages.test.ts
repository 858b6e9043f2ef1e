import type { Message } from '@chasqui/contracts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testMessage } from '../test-message.ts'
import { joined, leavesGap, withMessage, withOlder } from './merge-messages.ts'

const message = (seq: number, status: Message['status'] = 'received'): Message => testMessage(seq, { direction: 'out', status })
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => message(from + index))
const seqs = (messages: Message[]) => messages.map(({ seq }) => seq)

test('live messages in any order, with repeats, end in order and once each', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (arrivals) => {
      const thread = arrivals.reduce<Message[]>((messages, seq) => withMessage(messages, message(seq), 'live'), [])
      assert.deepEqual(
        seqs(thread),
        [...new Set(arrivals)].sort((a, b) => a - b),
      )
    }),
  )
})

test('a late answer takes no tick back and hides no failure', () => {
  for (const status of ['read', 'failed', 'uncertain'] as const) {
    const [shown] = withMessage([message(1, status)], message(1, 'pending'), 'answer')
    assert.equal(shown?.status, status)
  }
})

test('what is told live always counts: a retry waits again, and an uncertain message turns out to be delivered', () => {
  assert.equal(withMessage([message(1, 'failed')], message(1, 'pending'), 'live')[0]?.status, 'pending')
  assert.equal(withMessage([message(1, 'uncertain')], message(1, 'delivered'), 'live')[0]?.status, 'delivered')
})

test('the page that is read again keeps what a live event told meanwhile', () => {
  const known = { messages: [message(1, 'failed')], hasOlder: false }
  assert.equal(joined(known, [message(1, 'pending')], false).messages[0]?.status, 'failed')
})

test('reading again keeps older pages when they join, and drops them over a hole', () => {
  const known = { messages: range(1, 60), hasOlder: false }
  assert.deepEqual(seqs(joined(known, range(50, 99), true).messages), seqs(range(1, 99)))
  assert.equal(joined(known, range(50, 99), true).hasOlder, false)
  assert.deepEqual(joined(known, range(70, 119), true), { messages: range(70, 119), hasOlder: true })
})

test('a message that arrived live while the page was read is kept', () => {
  assert.deepEqual(seqs(joined({ messages: range(1, 6), hasOlder: false }, range(1, 5), false).messages), [1, 2, 3, 4, 5, 6])
})

test('an overlapping older page adds only what is missing', () => {
  assert.deepEqual(seqs(withOlder({ messages: range(10, 12), hasOlder: true }, range(8, 10), false).messages), [8, 9, 10, 11, 12])
})

test('a hole before a live message is noticed', () => {
  assert.equal(leavesGap(range(1, 5), message(6)), false)
  assert.equal(leavesGap(range(1, 5), message(7)), true)
})

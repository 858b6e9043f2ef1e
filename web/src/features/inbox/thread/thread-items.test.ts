import type { Message, MessageContent } from '@chasqui/contracts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testMessage } from '../test-message.ts'
import { choicesOf, firstUnreadSeq, threadItems } from './thread-items.ts'

const minute = 60_000
const said = (seq: number, minutes: number, change: Partial<Message> = {}): Message =>
  testMessage(seq, { createdAt: new Date(minutes * minute).toISOString(), ...change })
const mine = { direction: 'out', sender: { kind: 'agent', id: 'me', name: 'Lucía' } } as const
const dayOf = (at: string) => Math.floor(Date.parse(at) / 86_400_000)
const shape = (messages: Message[], unread: number | null = null) =>
  threadItems(messages, dayOf, unread).map((item) => (item.kind === 'message' ? (item.first ? 'first' : 'next') : item.kind))

test('messages of one voice within two minutes stand together', () => {
  assert.deepEqual(shape([said(1, 0), said(2, 1), said(3, 4), said(4, 4, mine), said(5, 5, mine)]), ['day', 'first', 'next', 'first', 'first', 'next'])
})

test('what was deleted stays a bubble in its group, although it has no content any more', () => {
  const gone = { type: 'system', content: { type: 'system', event: 'deleted' }, deletedAt: '2026-01-01T00:00:00Z' } as const
  assert.deepEqual(shape([said(1, 0), said(2, 0, gone), said(3, 1)]), ['day', 'first', 'next', 'next'])
})

test('a new day and the unread line begin a new group', () => {
  assert.deepEqual(shape([said(1, 1439), said(2, 1440)]), ['day', 'first', 'day', 'first'])
  assert.deepEqual(shape([said(1, 0), said(2, 1)], 2), ['day', 'first', 'unread', 'first'])
})

test('a system line stands alone and parts the bubbles around it', () => {
  const line = said(2, 0, { direction: 'note', sender: { kind: 'system', id: null, name: null }, content: { type: 'system', event: 'taken_over' } })
  assert.deepEqual(shape([said(1, 0), line, said(3, 0)]), ['day', 'first', 'system', 'first'])
})

test('the unread line counts only what the customer said', () => {
  const thread = [said(1, 0), said(2, 1), said(3, 2, mine), said(4, 3)]
  assert.equal(firstUnreadSeq(thread, 2), 2)
  assert.equal(firstUnreadSeq(thread, 0), null)
  assert.equal(firstUnreadSeq(thread, 99), 1)
})

test('the pressed button is found by quote, or by the nearest message that offers it', () => {
  const buttons: MessageContent = { type: 'buttons', body: '?', buttons: [{ id: 'y', title: 'Yes' }] }
  const answer = (seq: number, replyTo: Message['replyTo']) => said(seq, seq, { content: { type: 'choice', id: 'y', title: 'Yes', via: 'button' }, replyTo })
  const thread = [said(1, 0, { ...mine, content: buttons }), said(2, 1, { ...mine, content: buttons })]
  assert.deepEqual([...choicesOf([...thread, answer(3, null)])], [['m2', 'y']])
  assert.deepEqual([...choicesOf([...thread, answer(3, { messageId: 'm1', providerMessageId: null, preview: null })])], [['m1', 'y']])
})

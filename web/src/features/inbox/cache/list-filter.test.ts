import type { Conversation } from '@chasqui/contracts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belongs, isNarrowed, keptOutBy, queryOf } from './list-filter.ts'

const me = 'me'
const conversation = (change: Partial<Conversation>): Conversation => ({
  id: 'c',
  channel: { id: 'ch', kind: 'whatsapp-cloud', name: 'Front desk' },
  contact: { id: 'p', name: 'María', phone: null, profileName: null, stage: 'new', blocked: false },
  identityId: 'i',
  state: 'assigned',
  floor: 'human',
  priority: 'normal',
  assignee: { id: me, name: 'Lucía' },
  unread: 0,
  campaign: null,
  queue: null,
  due: null,
  waitingSince: null,
  lastSeq: 1,
  lastMessage: null,
  tags: [],
  windowExpiresAt: null,
  hasWindow: false,
  closeReason: null,
  closedAt: null,
  closeNote: null,
  mergedIntoId: null,
  survey: null,
  botReturnsAt: null,
  snoozedUntil: null,
  createdAt: '',
  updatedAt: '',
  lastActivityAt: '',
  ...change,
})

test("mine and unassigned holds mine and nobody's, not a colleague's", () => {
  const filter = { view: 'mine_unassigned', tab: 'open' } as const
  assert.equal(belongs(conversation({}), filter, me), true)
  assert.equal(belongs(conversation({ assignee: null, state: 'queued' }), filter, me), true)
  assert.equal(belongs(conversation({ assignee: { id: 'other', name: 'Diego' } }), filter, me), false)
})

test('every conversation is in exactly one tab', () => {
  const of = (change: Partial<Conversation>) =>
    (['open', 'bot', 'snoozed', 'closed'] as const).filter((tab) => belongs(conversation(change), { view: 'all', tab }, me))
  assert.deepEqual(of({ state: 'new' }), ['open'])
  assert.deepEqual(of({ state: 'bot', floor: 'flow' }), ['bot'])
  assert.deepEqual(of({ state: 'assigned', snoozedUntil: '2030-01-01T00:00:00Z' }), ['snoozed'])
  assert.deepEqual(of({ state: 'closed', snoozedUntil: '2030-01-01T00:00:00Z' }), ['closed'])
})

test('filters narrow by tag, priority, channel and unread', () => {
  const filter = { view: 'all', tab: 'open', unread: true, priority: 'urgent', tag: 't' } as const
  assert.equal(isNarrowed(filter), true)
  assert.equal(belongs(conversation({ unread: 1, priority: 'urgent', tags: [{ id: 't', name: 'VIP', color: '' }] }), filter, me), true)
  assert.equal(belongs(conversation({ unread: 0, priority: 'urgent', tags: [{ id: 't', name: 'VIP', color: '' }] }), filter, me), false)
  assert.equal(belongs(conversation({ unread: 1, priority: 'urgent' }), filter, me), false)
  assert.deepEqual(queryOf(filter), { view: 'all', tab: 'open', sort: 'newest', tagId: 't', priority: 'urgent', unread: 'true' })
})

test('a person who comes to another stage takes their conversations out of one list and into another', () => {
  const filter = { view: 'all', tab: 'open', stage: 'won' } as const
  const { contact } = conversation({})
  assert.equal(isNarrowed(filter), true)
  assert.equal(queryOf(filter).stage, 'won')
  assert.deepEqual(keptOutBy(conversation({}), filter), ['stage'])
  assert.equal(belongs(conversation({ contact: { ...contact, stage: 'won' } }), filter, me), true)
  assert.equal(belongs(conversation({ contact: { ...contact, stage: 'follow_up' } }), filter, me), false)
})

test('a list that leaves something out says by which filter', () => {
  const filter = { view: 'all', tab: 'open', queue: 'q', campaign: 'g', assignee: 'me', state: 'active', window: 120, waiting: 30 } as const
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  const long = new Date(Date.now() - 3_600_000).toISOString()
  const fits = conversation({ queue: { id: 'q', name: '' }, campaign: { id: 'g', name: '' }, state: 'active', windowExpiresAt: soon, waitingSince: long })
  assert.deepEqual(keptOutBy(fits, filter), [])
  assert.deepEqual(keptOutBy({ ...fits, queue: null, windowExpiresAt: long, waitingSince: null }, filter), ['queue', 'window', 'waiting'])
  assert.deepEqual(keptOutBy({ ...fits, state: 'queued', assignee: null, campaign: null }, filter), ['campaign', 'assignee', 'state'])
})

test('the list of a queue holds what is in it', () => {
  const filter = { view: 'all', tab: 'open', queueOfView: 'q' } as const
  assert.equal(isNarrowed(filter), false)
  assert.equal(belongs(conversation({ queue: { id: 'q', name: '' } }), filter, me), true)
  assert.equal(belongs(conversation({ queue: { id: 'other', name: '' } }), filter, me), false)
  assert.equal(queryOf(filter).queueId, 'q')
})

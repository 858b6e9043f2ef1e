import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSearch, inboxSearchOf, pathOf, placeOf, tabsWithin } from './inbox-search.ts'

test('an address is read back as it was written', () => {
  const search = { tab: 'bot', q: 'María', f: 'tag:vip,priority:urgent,unread', sort: 'needs_me', saved: '01a', panel: 'open', message: '01a22016' } as const
  assert.deepEqual(inboxSearchOf(search), search)
})

test('what an address gets wrong is left out, not passed on', () => {
  assert.deepEqual(inboxSearchOf({ tab: 'everything', f: 'colour:red', sort: 'newest', panel: 7, q: '', injected: 'x' }), {})
  assert.deepEqual(placeOf('nobody', 'all'), { view: 'mine_unassigned' })
  assert.deepEqual(placeOf('unassigned', 'queue'), { view: 'unassigned' })
})

test('a queue is a view of its own', () => {
  assert.deepEqual(placeOf('queue-recepcion', 'all'), { view: 'all', queue: 'recepcion' })
  assert.equal(pathOf(placeOf('queue-recepcion', 'all')), 'queue-recepcion')
  assert.equal(pathOf({ view: 'mentions' }), 'mentions')
})

test('a search made of digits stays text', () => assert.deepEqual(inboxSearchOf({ q: 1158 }), { q: '1158' }))

test('changing one part keeps the others and undefined removes', () => {
  assert.deepEqual(changedSearch({ tab: 'closed', q: 'a' }, { q: undefined, f: 'unread' }), { tab: 'closed', f: 'unread' })
})

test('whoever sees only their own is led to nothing of what nobody has', () => {
  assert.deepEqual(placeOf('unassigned', 'own'), { view: 'mine' })
  assert.deepEqual(placeOf(undefined, 'own'), { view: 'mine' })
  assert.deepEqual(placeOf('all', 'own'), { view: 'all' })
  assert.deepEqual(tabsWithin('own'), ['open', 'snoozed', 'closed'])
})

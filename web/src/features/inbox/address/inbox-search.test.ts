import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSearch, inboxSearchOf, tabsWithin, viewOf } from './inbox-search.ts'

test('an address is read back as it was written', () => {
  const search = { tab: 'bot', q: 'María', priority: 'urgent', unread: true, panel: 'open', message: '01a22016' } as const
  assert.deepEqual(inboxSearchOf(search), search)
})

test('what an address gets wrong is left out, not passed on', () => {
  assert.deepEqual(inboxSearchOf({ tab: 'everything', priority: 'very', sort: 'newest', panel: 7, q: '', injected: 'x' }), {})
  assert.equal(viewOf('nobody', 'all'), 'mine_unassigned')
  assert.equal(viewOf('unassigned', 'queue'), 'unassigned')
})

test('a search made of digits stays text', () => assert.deepEqual(inboxSearchOf({ q: 1158 }), { q: '1158' }))

test('changing one part keeps the others and undefined removes', () => {
  assert.deepEqual(changedSearch({ tab: 'closed', q: 'a' }, { q: undefined, unread: true }), { tab: 'closed', unread: true })
})

test('whoever sees only their own is led to nothing of what nobody has', () => {
  assert.equal(viewOf('unassigned', 'own'), 'mine')
  assert.equal(viewOf(undefined, 'own'), 'mine')
  assert.equal(viewOf('all', 'own'), 'all')
  assert.deepEqual(tabsWithin('own'), ['open', 'snoozed', 'closed'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSearch, inboxSearchOf, viewOf } from './inbox-search.ts'

test('an address is read back as it was written', () => {
  const search = { tab: 'bot', q: 'María', priority: 'urgent', unread: true, panel: 'open', message: '01a22016' } as const
  assert.deepEqual(inboxSearchOf(search), search)
})

test('what an address gets wrong is left out, not passed on', () => {
  assert.deepEqual(inboxSearchOf({ tab: 'everything', priority: 'very', sort: 'newest', panel: 7, q: '', injected: 'x' }), {})
  assert.equal(viewOf('nobody'), 'mine_unassigned')
  assert.equal(viewOf('unassigned'), 'unassigned')
})

test('a search made of digits stays text', () => assert.deepEqual(inboxSearchOf({ q: 1158 }), { q: '1158' }))

test('changing one part keeps the others and undefined removes', () => {
  assert.deepEqual(changedSearch({ tab: 'closed', q: 'a' }, { q: undefined, unread: true }), { tab: 'closed', unread: true })
})

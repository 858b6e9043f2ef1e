import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnchor, checkEnd, checkLink } from './check-link.ts'

const end = { seq: 4, hash: 'd' }
const link = { seq: 5, previousHash: 'd', hash: 'e', computed: 'e' }

test('a record goes on from the one before it, or is named with what is wrong', () => {
  assert.equal(checkLink(end, link), null)
  assert.deepEqual(checkLink(end, { ...link, computed: 'x' }), { seq: 5, why: 'changed' })
  assert.deepEqual(checkLink(end, { ...link, seq: 4 }), { seq: 4, why: 'inserted' })
  assert.deepEqual(checkLink(end, { ...link, seq: 6 }), { seq: 5, why: 'missing' })
  assert.deepEqual(checkLink(end, { ...link, previousHash: 'x' }), { seq: 5, why: 'unlinked' })
})

test('the chain ends where its head says', () => {
  assert.equal(checkEnd(end, end), null)
  assert.equal(checkEnd({ seq: 0, hash: '' }, null), null)
  assert.deepEqual(checkEnd(end, { seq: 6, hash: 'f' }), { seq: 5, why: 'missing' })
  assert.deepEqual(checkEnd(end, { seq: 3, hash: 'c' }), { seq: 4, why: 'beyond' })
  assert.deepEqual(checkEnd(end, { seq: 4, hash: 'x' }), { seq: 4, why: 'unlinked' })
  assert.deepEqual(checkEnd(end, null), { seq: 4, why: 'beyond' })
})

test('an anchor counts when the chain tells of it', () => {
  assert.equal(checkAnchor(null), null)
  assert.equal(checkAnchor({ ...end, vouched: true }), null)
  assert.deepEqual(checkAnchor({ ...end, vouched: false }), { seq: 4, why: 'missing' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareOf } from '#lib/tenant-limits.ts'
import { nearestLimit } from './nearest-limit.ts'

const usage = { users: 8, channels: 1, messages: 0, storageBytes: 5, lastActivityAt: null }
const none = { users: null, channels: null, messages: null, storageBytes: null }

test('without limits nothing is near, and no share is told', () => {
  assert.equal(nearestLimit({ limits: none, usage }), 0)
  assert.equal(shareOf({ limits: none, usage }, 'users'), null)
})

test('the nearest limit counts, and nothing allowed is all used', () => {
  assert.equal(nearestLimit({ limits: { ...none, users: 10, channels: 4 }, usage }), 0.8)
  assert.equal(nearestLimit({ limits: { ...none, messages: 0 }, usage }), 1)
})

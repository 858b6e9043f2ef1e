import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectedShare, spentIn } from './states.ts'

const day = (seconds: Parameters<typeof spentIn>[0][number]['seconds']) => ({ day: '2026-05-04', seconds })

test('what was away for a moment was not there all the time, and days that nobody knows of do not count', () => {
  assert.equal(connectedShare([day({}), day({ connected: 86_400 })]), 1)
  assert.equal(connectedShare([day({ connected: 86_390, connecting: 10 })]), 0.999)
  assert.equal(connectedShare([day({ connected: 43_200, disconnected: 43_200 }), day({ error: 86_400 })]), 0.25)
  assert.equal(connectedShare([day({}), day({})]), null)
})

test('states stand in their order, those that never were left out', () => {
  assert.deepEqual(spentIn([day({ error: 5, connected: 10 }), day({ paused: 0, error: 7 })]), [
    ['connected', 10],
    ['error', 12],
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFaults } from './no-faults.ts'
import { activeFaults } from './active-faults.ts'

test('nothing is told while all is well, nor a refusal that was used up', () => {
  assert.deepEqual(activeFaults(noFaults), [])
  assert.deepEqual(activeFaults({ ...noFaults, failSends: { code: 131047, times: 0 } }), [])
})

test('every fault in force is told, with its measure', () => {
  const faults = { delaySeconds: 30, duplicate: true, reorder: true, neverRead: true, neverDeliver: true, failSends: { code: 190, times: 2 }, lostAnswers: 0.5 }
  assert.deepEqual(activeFaults(faults), [
    { key: 'refusals', count: 2 },
    { key: 'delay', count: 30 },
    { key: 'never_deliver', count: 1 },
    { key: 'never_read', count: 1 },
    { key: 'duplicate', count: 1 },
    { key: 'reorder', count: 1 },
    { key: 'lost', count: 50 },
  ])
})

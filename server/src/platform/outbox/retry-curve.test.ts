import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLastTry, retrySeconds, type RetryScope } from './retry-curve.ts'

test('tries are 2, 4 and 8 seconds apart, a little more by chance, and the vendor may ask for longer', () => {
  assert.deepEqual(
    [1, 2, 3].map((attempts) => retrySeconds(attempts, null, () => 0)),
    [2, 4, 8],
  )
  assert.equal(
    retrySeconds(1, null, () => 1),
    2.5,
  )
  assert.equal(
    retrySeconds(3, 60, () => 0),
    60,
  )
})

test('a message is tried four times, one whose recipient has to wait twelve times', () => {
  const last = (scope: RetryScope) => Array.from({ length: 20 }, (_, index) => index + 1).find((attempts) => isLastTry(attempts, scope))
  assert.deepEqual([last('message'), last('channel'), last('recipient')], [4, 4, 12])
})

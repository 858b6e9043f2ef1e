import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRested, restAfter } from './rest.ts'

const rests = { shortest: 10, longest: 50 }

test('quick work begins again no sooner than the shortest time after it began', () => {
  assert.equal(restAfter(0, rests), 10)
  assert.equal(restAfter(2, rests), 8)
})

test('slow work is followed by a rest that grows with it, up to the longest', () => {
  assert.equal(restAfter(12, rests), 24)
  assert.equal(restAfter(25, rests), 50)
  assert.equal(restAfter(9000, rests), 50)
})

test('nobody rests before the first work, and after work that failed as after any', async () => {
  const rested = createRested()
  const begunAt = performance.now()
  await rested.over({ shortest: 30, longest: 30 })
  assert.ok(performance.now() - begunAt < 30)
  await assert.rejects(rested.work(() => Promise.reject(new Error('no'))))
  await rested.over({ shortest: 30, longest: 30 })
  // Timers may end a millisecond early.
  assert.ok(performance.now() - begunAt >= 28)
})

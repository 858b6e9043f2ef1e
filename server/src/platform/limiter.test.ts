import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createLimiter } from './limiter.ts'

const minute = 60_000

test('a burst of the whole limit is allowed, the next call waits one interval', () => {
  const limiter = createLimiter({ now: () => 0 })
  const verdicts = Array.from({ length: 31 }, () => limiter.take('a', { limit: 30, windowMs: minute }))
  assert.deepEqual(
    verdicts.slice(0, 30).map(({ allowed, remaining }) => [allowed, remaining]),
    Array.from({ length: 30 }, (_, index) => [true, 29 - index]),
  )
  assert.equal(verdicts[30]!.allowed, false)
  assert.equal(verdicts[30]!.retryAfterMs, 2000)
  assert.equal(verdicts[30]!.resetMs, minute)
})

test('keys do not share an allowance', () => {
  const limiter = createLimiter({ now: () => 0 })
  assert.equal(limiter.take('a', { limit: 1, windowMs: minute }).allowed, true)
  assert.equal(limiter.take('a', { limit: 1, windowMs: minute }).allowed, false)
  assert.equal(limiter.take('b', { limit: 1, windowMs: minute }).allowed, true)
})

test('no window ever sees more than two allowances, a steady caller never waits, and waiting as told always helps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 300 }), (limit, gaps) => {
      let at = 0
      const limiter = createLimiter({ now: () => at })
      const windowMs = 1000
      const passed: number[] = []
      for (const gap of gaps) {
        at += gap
        const verdict = limiter.take('a', { limit, windowMs })
        if (verdict.allowed) passed.push(at)
        else {
          at += verdict.retryAfterMs
          assert.equal(limiter.take('a', { limit, windowMs }).allowed, true)
          passed.push(at)
        }
        assert.ok(passed.filter((instant) => instant > at - windowMs).length <= 2 * limit)
      }
    }),
  )
})

test('forgetting the least used key keeps memory bounded', () => {
  const limiter = createLimiter({ keys: 2, now: () => 0 })
  const once = { limit: 1, windowMs: minute }
  for (const key of ['a', 'b', 'c']) limiter.take(key, once)
  assert.equal(limiter.take('c', once).allowed, false)
  assert.equal(limiter.take('a', once).allowed, true)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createLimiter } from './limiter.ts'

const minute = 60_000
const per = (limit: number, key = 'a') => [{ key, limit, windowMs: minute }]

test('the whole limit may come at once; the next call waits until the first is a window old', () => {
  let at = 0
  const limiter = createLimiter({ now: () => at })
  const verdicts = Array.from({ length: 31 }, () => limiter.take(per(30)))
  assert.deepEqual(
    verdicts.slice(0, 30).map(({ allowed, remaining }) => [allowed, remaining]),
    Array.from({ length: 30 }, (_, index) => [true, 29 - index]),
  )
  assert.deepEqual([verdicts[30]!.allowed, verdicts[30]!.retryAfterMs, verdicts[30]!.resetMs], [false, minute, minute])
  at = minute - 1
  assert.equal(limiter.take(per(30)).allowed, false)
  at = minute
  assert.equal(limiter.take(per(30)).remaining, 29)
})

test('the window slides: what was called first makes room first', () => {
  let at = 0
  const limiter = createLimiter({ now: () => at })
  for (at of [0, 20_000, 40_000]) assert.equal(limiter.take(per(3)).allowed, true)
  at = 50_000
  const { allowed, retryAfterMs, resetMs } = limiter.take(per(3))
  assert.deepEqual([allowed, retryAfterMs, resetMs], [false, 10_000, 50_000])
  for (at of [60_000, 80_000]) assert.deepEqual([limiter.take(per(3)).allowed, limiter.take(per(3)).allowed], [true, false])
})

test('keys do not share an allowance', () => {
  const limiter = createLimiter({ now: () => 0 })
  assert.equal(limiter.take(per(1)).allowed, true)
  assert.equal(limiter.take(per(1)).allowed, false)
  assert.equal(limiter.take(per(1, 'b')).allowed, true)
})

test('of several keys the tightest is told, and a call that one of them refuses costs none of them', () => {
  const limiter = createLimiter({ now: () => 0 })
  const both = (person: string) => [...per(2, person), ...per(3, 'tenant')]
  assert.deepEqual([limiter.take(both('ana')).remaining, limiter.take(both('ana')).remaining], [1, 0])
  assert.equal(limiter.take(both('ana')).limit, 2)
  const last = limiter.take(both('eva'))
  assert.deepEqual([last.allowed, last.limit, last.remaining], [true, 3, 0])
  const refused = limiter.take(both('eva'))
  assert.deepEqual([refused.allowed, refused.limit], [false, 3])
  assert.equal(limiter.take(per(2, 'eva')).remaining, 0)
})

test('a call that is given back can be made again', () => {
  const limiter = createLimiter({ now: () => 0 })
  limiter.take(per(1))
  limiter.giveBack(per(1))
  assert.equal(limiter.take(per(1)).allowed, true)
})

test('no window ever sees more than the limit, and waiting as told always helps and is never longer than a window', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 }), (limit, gaps) => {
      let at = 0
      const limiter = createLimiter({ now: () => at })
      const ask = [{ key: 'a', limit, windowMs: 1000 }]
      const passed: number[] = []
      for (const gap of gaps) {
        at += gap
        const verdict = limiter.take(ask)
        if (!verdict.allowed) {
          assert.ok(verdict.retryAfterMs > 0 && verdict.retryAfterMs <= 1000)
          at += verdict.retryAfterMs
          assert.equal(limiter.take(ask).allowed, true)
        }
        passed.push(at)
        assert.ok(passed.filter((instant) => instant > at - 1000).length <= limit)
      }
    }),
  )
})

test('forgetting the least used key keeps memory bounded', () => {
  const limiter = createLimiter({ keys: 2, now: () => 0 })
  for (const key of ['a', 'b', 'c']) limiter.take(per(1, key))
  assert.equal(limiter.take(per(1, 'c')).allowed, false)
  assert.equal(limiter.take(per(1, 'a')).allowed, true)
})

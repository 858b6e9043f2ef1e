import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge, lockHours, type GuardDay } from './judge.ts'

const today = '2026-03-03'
const settings = { first: 10, step: 5, most: 50 }
const day = (counts: Partial<GuardDay> = {}): GuardDay => ({ day: '2026-03-02', cold: 0, answered: 0, failed: 0, locks: 0, ...counts })

const cases: [what: string, days: GuardDay[], age: number, score: number, budget: number, causes: string[]][] = [
  ['a number that was linked today', [], 0, 100, 10, []],
  ['one that was linked five days ago', [], 5, 100, 35, []],
  ['one that has been there for long', [], 400, 100, 50, []],
  ['one of which people take notice', [day({ cold: 20, answered: 12 })], 400, 100, 50, []],
  ['one that nobody answers', [day({ cold: 20 })], 400, 60, 30, ['few_answers']],
  ['one whose strangers of today have not answered yet', [day({ day: today, cold: 40 })], 400, 100, 50, []],
  ['one that few have been written to from, whoever answered', [day({ cold: 9 })], 400, 100, 50, []],
  ['one that writes to numbers that nobody has', [day({ cold: 10, answered: 10, failed: 10 })], 400, 85, 42, ['many_failures']],
  ['one that was restricted', [day({ locks: 1 })], 400, 65, 32, ['account_locked']],
  ['one that was restricted again and again', [day({ locks: 3 })], 400, 0, 0, ['account_locked']],
]
for (const [what, days, age, score, budget, causes] of cases)
  test(`${what} has ${score} points and writes to ${budget} strangers a day`, () => {
    const verdict = judge({ days, today, age }, settings)
    assert.deepEqual([verdict.score, verdict.budget, verdict.causes.map(({ cause }) => cause)], [score, budget, causes])
  })

const count = fc.nat({ max: 500 })
const anyDay = fc
  .record({ cold: count, answered: count, failed: count, locks: fc.nat({ max: 5 }) })
  .map((counts) => day({ ...counts, answered: Math.min(counts.answered, counts.cold) }))
const anyDays = fc.array(anyDay, { maxLength: 7 })
const age = fc.integer({ min: -5, max: 4000 })

test('score and budget stay within their bounds, and causes tell what is missing', () =>
  fc.assert(
    fc.property(anyDays, age, (days, old) => {
      const { score, budget, causes } = judge({ days, today, age: old }, settings)
      assert.ok(score >= 0 && score <= 100 && Number.isInteger(score))
      assert.ok(budget >= 0 && budget <= settings.most && Number.isInteger(budget))
      assert.equal(score, Math.max(0, 100 - causes.reduce((sum, { points }) => sum + points, 0)))
    }),
  ))

test('another restriction or failure never makes it better, another answer never worse', () =>
  fc.assert(
    fc.property(anyDays, anyDay, age, (days, last, old) => {
      const of = (changed: Partial<GuardDay>) => judge({ days: [...days, { ...last, ...changed }], today, age: old }, settings)
      const now = of({})
      assert.ok(of({ locks: last.locks + 1 }).budget <= now.budget)
      assert.ok(of({ failed: last.failed + 1 }).score <= now.score)
      if (last.answered < last.cold) assert.ok(of({ answered: last.answered + 1 }).score >= now.score)
    }),
  ))

test('each restriction lasts longer than the one before, and none for ever', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 90].map(lockHours), [6, 6, 12, 24, 48, 72, 72])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HoldCause } from '@chasqui/contracts'
import fc from 'fast-check'
import { begun, heldBy, isActive, type Hold, type Leaving } from './vendor-hold.ts'

const now = new Date('2026-03-10T12:00:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(now.getTime() + hours * hour)
const hold = (cause: HoldCause, until: Date | null, times = 1): Hold => ({ cause, since: at(-1), until, times })
const kinds: Leaving[] = ['answer', 'begun', 'marketing']
const waiting = (...holds: Hold[]) => kinds.filter((leaving) => heldBy(holds, leaving, now) !== null)

test('only what the vendor forbids waits; an answer waits only where it could only fail', () => {
  assert.deepEqual(waiting(), [])
  assert.deepEqual(waiting(hold('account_banned', null)), kinds)
  assert.deepEqual(waiting(hold('answers_restricted', at(1))), ['answer'])
  assert.deepEqual(waiting(hold('begun_restricted', at(1))), ['begun', 'marketing'])
  assert.deepEqual(waiting(hold('spam_limited', at(1))), ['begun', 'marketing'])
  assert.deepEqual(waiting(hold('quality_flagged', at(1))), ['marketing'])
  assert.deepEqual(waiting(hold('spam_limited', at(0))), [], 'what is over holds nothing')
})

test('the hold that ends last counts; what has no end is looked at again within the day', () => {
  assert.equal(heldBy([hold('spam_limited', at(1)), hold('begun_restricted', at(30))], 'begun', now)?.cause, 'begun_restricted')
  const endless = heldBy([hold('account_banned', null), hold('answers_restricted', at(50))], 'answer', now)!
  assert.deepEqual([endless.cause, endless.until], ['account_banned', at(6)])
})

test('the end that the vendor tells counts; without one it is ours, longer each time within seven days', () => {
  assert.deepEqual(begun(null, { cause: 'begun_restricted', until: at(100) }, now)?.until, at(100))
  assert.equal(begun(null, { cause: 'begun_restricted', until: at(-1) }, now), null, 'a restriction that is over already')
  assert.equal(begun(null, { cause: 'account_banned', until: null }, now)?.until, null)
  const hours = (times: number, over: number) => {
    const { until } = begun(hold('spam_limited', at(-over), times), { cause: 'spam_limited', until: null }, now)!
    return (until!.getTime() - now.getTime()) / hour
  }
  assert.deepEqual([hours(1, 1), hours(2, 1), hours(9, 1), hours(9, 24 * 8)], [2, 4, 24, 1])
})

test('told again while it holds it is the same one, unless the vendor tells another end', () => {
  const holding = hold('quality_flagged', at(3), 2)
  assert.equal(begun(holding, { cause: 'quality_flagged', until: null }, now), null)
  assert.equal(begun(holding, { cause: 'quality_flagged', until: at(3) }, now), null)
  assert.deepEqual(begun(holding, { cause: 'quality_flagged', until: at(9) }, now), { ...holding, until: at(9) })
})

test('whatever was told before, a hold begins now or changes nothing, and one that begins is active', () => {
  const instant = fc.integer({ min: -2000, max: 2000 }).map(at)
  const cause = fc.constantFrom(...HoldCause.options)
  const before = fc.option(fc.record({ since: instant, until: fc.option(instant), times: fc.integer({ min: 1, max: 1e6 }) }))
  fc.assert(
    fc.property(cause, before, fc.option(instant), (cause, before, until) => {
      const next = begun(before && { ...before, cause }, { cause, until }, now)
      if (next === null) return
      assert.ok(isActive(next, now))
      assert.ok(next.times <= (before?.times ?? 0) + 1)
      assert.ok(kinds.some((leaving) => heldBy([next], leaving, now)?.cause === cause))
    }),
  )
})

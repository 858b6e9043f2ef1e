import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { waitSeconds } from './waits.ts'

test('waits grow to a minute, vary by chance, and are the vendor’s own where it tells one', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), chance, fc.option(fc.integer({ min: 0, max: 5000 })), (failures, luck, asked) => {
      const seconds = waitSeconds(failures, asked, () => luck)
      if (asked !== null) return assert.equal(seconds, asked)
      const whole = Math.min(60, 2 ** (failures - 1))
      assert.ok(seconds > whole / 2 - 1e-9 && seconds <= whole)
    }),
  )
})

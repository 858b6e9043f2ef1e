import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOfLocal, zoneOffset } from './zoned-time.ts'

const hour = 3_600_000

test('the clock of a zone is told at every instant, also around its changes and before clocks changed by quarters', () => {
  const change = Date.UTC(2026, 2, 29, 1)
  for (const [at, ahead] of [
    [change - 1, 1],
    [change, 2],
    [change + 1, 2],
    [change - 1, 1],
  ] as const)
    assert.equal(zoneOffset(at, 'Europe/Madrid') / hour, ahead)
  // Liberia was 44 minutes and 30 seconds behind until the seventh of January 1972.
  assert.equal(zoneOffset(Date.UTC(1971, 5, 1), 'Africa/Monrovia'), -44.5 * 60_000)
  assert.equal(zoneOffset(Date.UTC(2026, 0, 1), 'Asia/Kathmandu') / hour, 5.75)
  assert.equal(instantOfLocal(Date.UTC(2026, 2, 29, 12), 'Europe/Madrid'), Date.UTC(2026, 2, 29, 10))
})

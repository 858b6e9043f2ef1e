import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retryAfter } from './retry-after.ts'

const now = new Date('2026-03-01T12:00:00Z')

test('what a server asks to wait is read from a number or a date, a day at most', () => {
  const cases = [
    ['7', 7],
    [' 0 ', 0],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['999999999', 86_400],
    ['Fri, 01 Mar 2030 12:00:00 GMT', 86_400],
    ['soon', null],
    ['', null],
  ] as const
  for (const [header, seconds] of cases) assert.equal(retryAfter({ 'retry-after': header }, now), seconds, header)
  assert.equal(retryAfter({}, now), null)
})

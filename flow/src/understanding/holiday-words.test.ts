import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from './calendar.ts'
import { easter } from './holiday-words.ts'

test('Easter is where the church has it', () => {
  for (const [year, day] of [
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ] as const)
    assert.equal(isoDate(easter(year)), day)
})

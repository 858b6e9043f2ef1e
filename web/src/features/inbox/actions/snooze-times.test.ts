import assert from 'node:assert/strict'
import { test } from 'node:test'
import { snoozeTimes } from './snooze-times.ts'

test("tomorrow and Monday come at nine on the tenant's clock", () => {
  // Thursday 12 March 2026, 23:30 in Buenos Aires (UTC-3) is already Friday in UTC.
  const times = snoozeTimes(Date.parse('2026-03-13T02:30:00Z'), 'America/Argentina/Buenos_Aires')
  assert.equal(times.tomorrow, '2026-03-13T12:00:00.000Z')
  assert.equal(times.monday, '2026-03-16T12:00:00.000Z')
  assert.equal(times.later, '2026-03-13T05:30:00.000Z')
})

test('on a Monday, Monday is the next one', () => {
  assert.equal(snoozeTimes(Date.parse('2026-03-16T15:00:00Z'), 'UTC').monday, '2026-03-23T09:00:00.000Z')
  assert.equal(snoozeTimes(Date.parse('2026-03-15T15:00:00Z'), 'UTC').monday, '2026-03-16T09:00:00.000Z')
})

test("the night on which the clock changes keeps nine o'clock", () => {
  // New York goes to UTC-4 on 8 March 2026.
  assert.equal(snoozeTimes(Date.parse('2026-03-07T20:00:00Z'), 'America/New_York').tomorrow, '2026-03-08T13:00:00.000Z')
})

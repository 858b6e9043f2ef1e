import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laterTimes } from './later-times.ts'

const zone = 'America/Argentina/Buenos_Aires'
const named = (now: string) => Object.fromEntries(laterTimes(Date.parse(now), zone).map(({ name, at }) => [name, at]))

test('on the clock of the business: in an hour, this evening, tomorrow and Monday in the morning', () => {
  // Thursday, 10:00 there.
  assert.deepEqual(named('2026-11-26T13:00:00Z'), {
    hour: '2026-11-26T14:00:00.000Z',
    evening: '2026-11-26T21:00:00.000Z',
    tomorrow: '2026-11-27T12:00:00.000Z',
    monday: '2026-11-30T12:00:00.000Z',
  })
})

test('what is past, near or the same twice is not offered', () => {
  // Sunday, 17:30 there.
  assert.deepEqual(Object.keys(named('2026-11-29T20:30:00Z')), ['hour', 'tomorrow'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aheadUntil } from './ahead.ts'

const sunday = { weekday: 0, hour: 22 }
const hour = 3600
const day = 24 * hour

const cases: [name: string, now: string, ahead: number, zone: string, expected: number][] = [
  ['from a Thursday', '2026-03-05T15:00:00Z', 0, 'UTC', 3 * day + 7 * hour],
  ['on the day itself', '2026-03-08T15:00:00Z', 0, 'UTC', 7 * hour],
  ['at the moment itself a week passes', '2026-03-08T22:00:00Z', 0, 'UTC', 7 * day],
  ['after it', '2026-03-08T22:00:01Z', 0, 'UTC', 7 * day - 1],
  ['in the zone of the business', '2026-03-05T15:00:00Z', 0, 'America/Argentina/Buenos_Aires', 3 * day + 10 * hour],
  ['with a clock that is ahead already', '2026-03-05T15:00:00Z', 25 * hour, 'UTC', 3 * day + 7 * hour],
  ['with a clock that passed it already', '2026-03-08T20:00:00Z', 5 * hour, 'UTC', 7 * day + 2 * hour],
  ['over the hour that a spring takes away', '2026-03-07T15:00:00Z', 0, 'America/New_York', 1 * day + 11 * hour],
  ['over the hour that an autumn gives', '2026-10-31T14:00:00Z', 0, 'America/New_York', 1 * day + 13 * hour],
]
for (const [name, now, ahead, zone, expected] of cases)
  test(`Sunday 22:00 ${name}`, () => assert.equal(aheadUntil(sunday, Date.parse(now), ahead, zone), expected))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTime } from './next-time.ts'

const zone = 'America/Argentina/Buenos_Aires'
const next = (when: Partial<Parameters<typeof nextTime>[0]>, after: string, timeZone = zone): string | null => {
  const found = nextTime({ time: '09:00', days: [], dates: [], ...when }, Date.parse(after), timeZone)
  return found === null ? null : new Date(found).toISOString()
}

test('every day at the time of the business', () => {
  assert.equal(next({}, '2026-03-02T11:59:00Z'), '2026-03-02T12:00:00.000Z')
  assert.equal(next({}, '2026-03-02T12:00:00Z'), '2026-03-03T12:00:00.000Z')
  assert.equal(next({ time: '23:30' }, '2026-03-02T01:00:00Z'), '2026-03-02T02:30:00.000Z')
})
test('on days of the week', () => {
  assert.equal(next({ days: [1] }, '2026-03-02T13:00:00Z'), '2026-03-09T12:00:00.000Z')
  assert.equal(next({ days: [7, 3] }, '2026-03-02T13:00:00Z'), '2026-03-04T12:00:00.000Z')
})
test('on dates, and then never again', () => {
  const dates = ['2026-12-24', '2026-12-20']
  assert.equal(next({ dates }, '2026-03-02T13:00:00Z'), '2026-12-20T12:00:00.000Z')
  assert.equal(next({ dates }, '2026-12-20T12:00:00Z'), '2026-12-24T12:00:00.000Z')
  assert.equal(next({ dates }, '2026-12-24T12:00:00Z'), null)
})
test('where the clock is changed, at the time that it shows', () => {
  assert.equal(next({ time: '09:00' }, '2026-03-28T09:00:00Z', 'Europe/Madrid'), '2026-03-29T07:00:00.000Z')
  assert.equal(next({ time: '02:30' }, '2026-03-28T09:00:00Z', 'Europe/Madrid')!.slice(0, 10), '2026-03-29')
})

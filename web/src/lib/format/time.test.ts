import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clock, countdown, dayMark, daysAgo, duration, listTime, seconds, type Place } from './time.ts'

const buenosAires: Place = { locale: 'es-AR', timeZone: 'America/Argentina/Buenos_Aires', country: 'AR' }
const mexico: Place = { locale: 'es-MX', timeZone: 'America/Mexico_City', country: 'MX' }
const at = (text: string) => Date.parse(text)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('Argentina reads 24 hours, Mexico 12, whatever the library would do', () => {
  assert.equal(clock(buenosAires, '2026-03-12T17:03:00Z'), '14:03')
  assert.match(plain(clock(mexico, '2026-03-12T20:03:00Z')), /^2:03 p\. ?m\.$/)
})

test('midnight is 00, not 24', () => assert.equal(clock(buenosAires, '2026-03-12T03:05:00Z'), '00:05'))

test('a list shows minutes, then the clock, then the weekday, then the date', () => {
  const now = at('2026-03-12T20:00:00Z')
  const shown = ['2026-03-12T19:55:00Z', '2026-03-12T15:00:00Z', '2026-03-10T15:00:00Z', '2026-02-01T15:00:00Z', '2025-02-01T15:00:00Z'].map((when) =>
    plain(listTime(buenosAires, when, now)),
  )
  assert.deepEqual(shown, ['5 min', '12:00', 'mar', '1 feb', '1/2/2025'])
})

test('the day changes at the tenant’s midnight, not at UTC’s', () => {
  const now = at('2026-03-12T04:00:00Z')
  assert.equal(daysAgo(buenosAires, '2026-03-12T02:59:00Z', now), 1)
  assert.equal(daysAgo(buenosAires, '2026-03-12T03:01:00Z', now), 0)
  assert.equal(dayMark(buenosAires, '2026-03-12T02:59:00Z', now), 'ayer')
})

test('durations name their two largest units', () => {
  const shown = [0, 45, 72, 3600, 86_340, 90_000, 200_000].map((value) => plain(duration(value)))
  assert.deepEqual(shown, ['0 s', '45 s', '1 min 12 s', '1 h', '23 h 59 min', '1 d 1 h', '2 d 7 h'])
})

test('a countdown carries a plus once it is late', () => assert.deepEqual([100, 0, -192, 3700].map(countdown), ['1:40', '0:00', '+3:12', '1:01:40']))

test('short waits have one decimal in the locale’s writing', () =>
  assert.deepEqual([plain(seconds('es-AR', 0.84)), plain(seconds('en', 12.4))], ['0,8 s', '12 s']))

test('no instant and no zone breaks the list time', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -1e9, max: 1e12 }),
      fc.constantFrom(buenosAires, mexico),
      (when, ago, place) => {
        assert.ok(listTime(place, when, when.getTime() + ago).length > 0)
      },
    ),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OpeningHours } from '@chasqui/contracts'
import fc from 'fast-check'
import { businessTime, type HolidayCalendar } from './business-time.ts'

const officeDay = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
]
const office = OpeningHours.parse({ weekly: { 1: officeDay, 2: officeDay, 3: officeDay, 4: officeDay, 5: officeDay } })
const holidays = (...dates: string[]): HolidayCalendar => ({ has: (date) => dates.includes(date), lastDate: dates.toSorted().at(-1) ?? '1970-01-01' })
const at = (text: string) => new Date(text)
const text = (date: Date | null) => date?.toISOString().slice(0, 16) ?? null

test('the same hours are other instants in other zones', () => {
  for (const [zone, opens] of [
    ['America/Argentina/Buenos_Aires', '2026-03-02T12:00'],
    ['America/Mexico_City', '2026-03-02T15:00'],
    ['Europe/Madrid', '2026-03-02T08:00'],
  ] as const) {
    const time = businessTime(office, zone, null)
    assert.equal(text(time.nextOpening(at('2026-02-28T20:00:00Z'))), opens, zone)
    assert.equal(time.isOpen(at(`${opens}:00Z`)), true)
    assert.equal(time.isOpen(new Date(at(`${opens}:00Z`).getTime() - 1)), false)
  }
})

test('a special day wins over a holiday, which wins over the weekday', () => {
  const hours = OpeningHours.parse({ ...office, holidays: 'AR', special: [{ date: '2026-05-25', name: 'Guardia', open: [{ from: '10:00', to: '12:00' }] }] })
  const time = businessTime(hours, 'America/Argentina/Buenos_Aires', holidays('2026-05-01', '2026-05-25'))
  assert.equal(time.ruleAt(at('2026-05-01T15:00:00Z')).rule, 'holiday')
  assert.equal(time.isOpen(at('2026-05-01T15:00:00Z')), false)
  assert.equal(time.ruleAt(at('2026-05-25T14:00:00Z')).rule, 'special')
  assert.equal(time.isOpen(at('2026-05-25T14:00:00Z')), true)
  assert.equal(time.isOpen(at('2026-05-25T18:00:00Z')), false)
  assert.deepEqual(time.ruleAt(at('2026-05-26T14:00:00Z')), {
    date: '2026-05-26',
    weekday: 2,
    rule: 'weekly',
    open: [
      { from: 540, to: 780 },
      { from: 840, to: 1080 },
    ],
  })
})

test('a night over midnight, written as two intervals, is one stay', () => {
  const hours = OpeningHours.parse({ weekly: { 5: [{ from: '22:00', to: '24:00' }], 6: [{ from: '00:00', to: '06:00' }] } })
  const time = businessTime(hours, 'America/Bogota', null)
  assert.equal(text(time.nextClosing(at('2026-03-07T04:00:00Z'))), '2026-03-07T11:00')
  assert.equal(time.businessSecondsBetween(at('2026-03-06T00:00:00Z'), at('2026-03-09T00:00:00Z')), 8 * 3600)
  assert.equal(text(time.addBusinessTime(at('2026-03-07T04:00:00Z'), 3 * 3600)), '2026-03-07T07:00')
})

test('hours that a change of the clock leaves out are not open, those that it repeats are open twice', () => {
  const early = OpeningHours.parse({ weekly: { 7: [{ from: '01:30', to: '02:45' }] } })
  const madrid = businessTime(early, 'Europe/Madrid', null)
  // 2026-03-29: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
  const seconds = (from: string, to: string) => madrid.businessSecondsBetween(at(from), at(to))
  assert.equal(seconds('2026-03-28T20:00:00Z', '2026-03-29T20:00:00Z'), 30 * 60)
  assert.equal(seconds('2026-10-24T20:00:00Z', '2026-10-25T20:00:00Z'), (75 + 45) * 60)
  assert.equal(text(madrid.nextClosing(at('2026-03-29T00:45:00Z'))), '2026-03-29T01:00')
  const swallowed = businessTime(OpeningHours.parse({ weekly: { 7: [{ from: '02:10', to: '02:50' }] } }), 'Europe/Madrid', null)
  assert.equal(text(swallowed.nextOpening(at('2026-03-28T00:00:00Z'))), '2026-04-05T00:10')
  // Midnight itself is left out in Santiago on 2026-09-06, and comes twice on 2026-04-05.
  const midnight = businessTime(
    OpeningHours.parse({ weekly: { 7: [{ from: '00:00', to: '02:00' }], 6: [{ from: '23:00', to: '24:00' }] } }),
    'America/Santiago',
    null,
  )
  assert.equal(midnight.businessSecondsBetween(at('2026-09-05T12:00:00Z'), at('2026-09-06T12:00:00Z')), 2 * 3600)
  assert.equal(midnight.businessSecondsBetween(at('2026-04-04T12:00:00Z'), at('2026-04-05T12:00:00Z')), 4 * 3600)
})

test('hours that never open end the search', () => {
  const never = businessTime(OpeningHours.parse({}), 'America/Lima', null)
  assert.equal(never.nextOpening(at('2026-01-01T00:00:00Z')), null)
  assert.equal(never.addBusinessTime(at('2026-01-01T00:00:00Z'), 60), null)
  assert.equal(text(never.nextClosing(at('2026-01-01T00:00:00Z'))), '2026-01-01T00:00')
  const once = businessTime(OpeningHours.parse({ special: [{ date: '2026-06-01', name: '', open: [{ from: '10:00', to: '11:00' }] }] }), 'America/Lima', null)
  assert.equal(text(once.nextOpening(at('2026-01-01T00:00:00Z'))), '2026-06-01T15:00')
  assert.equal(once.nextOpening(at('2026-06-02T00:00:00Z')), null)
  const allDay = [{ from: '00:00', to: '24:00' }]
  const round = businessTime(
    OpeningHours.parse({ weekly: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay } }),
    'America/Santiago',
    null,
  )
  assert.equal(round.nextClosing(at('2026-01-01T00:00:00Z')), null)
})

const anyInterval = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((quarters) => quarters.toSorted((one, other) => one - other))
  .map((sorted) => sorted.slice(0, sorted.length - (sorted.length % 2)))
const clock = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const anyDay = anyInterval.map((bounds) =>
  Array.from({ length: bounds.length / 2 }, (_, index) => ({ from: clock(bounds[2 * index]!), to: clock(bounds[2 * index + 1]!) })),
)
const zones = ['America/Santiago', 'America/Havana', 'Europe/Madrid', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe', 'UTC']
const anyTime = fc
  .record({
    zone: fc.constantFrom(...zones),
    weekly: fc.record({ 1: anyDay, 2: anyDay, 3: anyDay, 4: anyDay, 5: anyDay, 6: anyDay, 7: anyDay }),
    closed: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 }),
  })
  .map(({ zone, weekly, closed }) => ({
    zone,
    weekly,
    time: businessTime(OpeningHours.parse({ weekly }), zone, holidays(...closed.map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)))),
  }))
const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2026, 11, 31) / 1000 }).map((seconds) => new Date(seconds * 1000))
const anySeconds = fc.integer({ min: 0, max: 400_000 })

test('property: adding and measuring undo each other, and what is reached is the first such instant', () => {
  fc.assert(
    fc.property(anyTime, anyInstant, anySeconds, ({ time }, from, seconds) => {
      const reached = time.addBusinessTime(from, seconds)
      if (!reached) return
      assert.equal(time.businessSecondsBetween(from, reached), seconds)
      if (seconds > 0) assert.ok(time.businessSecondsBetween(from, new Date(reached.getTime() - 1)) < seconds)
    }),
  )
})

test('property: time only goes on', () => {
  fc.assert(
    fc.property(anyTime, anyInstant, anyInstant, anySeconds, ({ time }, one, other, seconds) => {
      const [first, second] = one <= other ? [one, other] : [other, one]
      const [early, late] = [time.addBusinessTime(first, seconds), time.addBusinessTime(second, seconds)]
      if (early && late) assert.ok(early <= late)
      const middle = new Date((first.getTime() + second.getTime()) / 2)
      assert.equal(time.businessSecondsBetween(first, middle) + time.businessSecondsBetween(middle, second), time.businessSecondsBetween(first, second))
    }),
  )
})

test('property: open is what the wall clock says', () => {
  fc.assert(
    fc.property(anyTime, anyInstant, ({ time, zone, weekly }, instant) => {
      const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
        instant,
      )
      const part = (wanted: string) => parts.find(({ type }) => type === wanted)!.value
      const weekday = (['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1) as 1
      const wall = `${part('hour')}:${part('minute')}`
      const rule = time.ruleAt(instant)
      assert.equal(rule.weekday, weekday)
      assert.equal(time.isOpen(instant), rule.rule === 'weekly' && weekly[weekday].some(({ from, to }) => from <= wall && wall < to))
    }),
  )
})

test('property: openings and closings are the edges', () => {
  fc.assert(
    fc.property(anyTime, anyInstant, ({ time }, instant) => {
      const opening = time.nextOpening(instant)
      if (opening) {
        assert.ok(opening >= instant && time.isOpen(opening))
        assert.equal(time.businessSecondsBetween(instant, opening), 0)
      }
      const closing = time.nextClosing(instant)
      if (closing) {
        assert.ok(closing >= instant && !time.isOpen(closing))
        assert.equal(time.businessSecondsBetween(instant, closing), (closing.getTime() - instant.getTime()) / 1000)
      }
    }),
  )
})

test('property: hours that are always open are the wall clock', () => {
  const always = businessTime(OpeningHours.parse({ always: true }), 'America/Santiago', null)
  fc.assert(
    fc.property(anyInstant, anySeconds, (from, seconds) => {
      const reached = always.addBusinessTime(from, seconds)!
      assert.equal(reached.getTime() - from.getTime(), seconds * 1000)
      assert.equal(always.businessSecondsBetween(from, reached), seconds)
    }),
  )
})

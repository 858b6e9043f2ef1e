import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from './calendar.ts'
import { easter } from './holiday-words.ts'
import { readMoment } from './read-moment.ts'

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

test('the feast for which something is needed is the day where no other is told', () => {
  const told = (text: string) => {
    const reading = readMoment(text, { now: new Date('2026-11-25T13:30:00.000Z'), timeZone: 'America/Argentina/Buenos_Aires', language: 'es', want: 'date' })
    return reading.outcome === 'understood' ? [reading.value.date] : reading.outcome === 'ambiguous' ? reading.candidates.map(({ date }) => date) : []
  }
  assert.deepEqual(told('2 tortas para la cena de navidad'), ['2026-12-25'])
  assert.deepEqual(told('para el 24 de diciembre, la cena de navidad'), ['2026-12-24'])
})

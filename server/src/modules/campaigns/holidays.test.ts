import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidayCountries, holidayYears } from '@chasqui/contracts'
import { holidayCalendar, holidayName, holidaysOf } from './holidays.ts'

for (const country of holidayCountries)
  test(`${country} has its holidays in every year, in order, each with a name in three languages`, () => {
    for (let year = holidayYears.from; year <= holidayYears.to; year += 1) {
      const days = holidaysOf(country, year)
      assert.ok(days.length >= 5 && days.length < 30, `${year}: ${days.length}`)
      assert.deepEqual(
        days,
        days.toSorted((one, other) => one.date.localeCompare(other.date)),
      )
      for (const { date, name } of days) {
        assert.ok(name.es && name['pt-BR'] && name.en, date)
        assert.ok(holidayCalendar(country)!.has(date))
      }
      // New Year and Christmas are holidays everywhere here, but for Uruguay's name of the latter.
      for (const date of [`${year}-01-01`, `${year}-12-25`]) assert.ok(holidayName(country, date), date)
    }
  })

test('a country that is not known has none', () => {
  assert.equal(holidayCalendar('XX'), null)
  assert.equal(holidayCalendar(null), null)
  assert.deepEqual(holidaysOf('XX', 2026), [])
})

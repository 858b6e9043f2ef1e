import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTimeZone } from '@chasqui/contracts'
import { countryDefaults } from './country.ts'
import { changedProfile, firstProfile, type Profile } from './profile.ts'

const clinic: Profile = { name: 'Clínica', country: 'AR', locale: 'es-AR', timeZone: 'America/Argentina/Salta', trade: 'clinic' }

test('a new tenant takes zone and language from its country', () => {
  assert.deepEqual(firstProfile({ name: 'Salão', country: 'BR' }), {
    name: 'Salão',
    country: 'BR',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    trade: 'other',
  })
})

test('what is given outweighs what the country suggests', () => {
  const profile = firstProfile({ name: 'Clinic', country: 'MX', locale: 'en', timeZone: 'America/Tijuana', trade: 'clinic' })
  assert.deepEqual([profile.locale, profile.timeZone], ['en', 'America/Tijuana'])
})

test('a country that is not in the table suggests no zone of another one', () => {
  assert.equal(firstProfile({ name: 'Shop', country: 'JP' }).timeZone, 'UTC')
  assert.equal(countryDefaults('__proto__'), null)
})

test('moving to another country brings its zone and language along', () => {
  const moved = changedProfile(clinic, { country: 'MX' })
  assert.deepEqual([moved.timeZone, moved.locale], ['America/Mexico_City', 'es-MX'])
  assert.equal(changedProfile(clinic, { country: 'MX', timeZone: 'America/Tijuana' }).timeZone, 'America/Tijuana')
})

test('naming the same country again, or one without defaults, leaves a corrected zone alone', () => {
  assert.equal(changedProfile(clinic, { country: 'AR', name: 'Otra' }).timeZone, 'America/Argentina/Salta')
  assert.equal(changedProfile(clinic, { country: 'JP' }).timeZone, 'America/Argentina/Salta')
})

test('the table suggests only zones that exist', () => {
  for (const country of [
    'AR',
    'BO',
    'BR',
    'CL',
    'CO',
    'CR',
    'CU',
    'DO',
    'EC',
    'ES',
    'GQ',
    'GT',
    'HN',
    'MX',
    'NI',
    'PA',
    'PE',
    'PR',
    'PT',
    'PY',
    'SV',
    'US',
    'UY',
    'VE',
  ]) {
    assert.ok(isTimeZone(countryDefaults(country)?.timeZone ?? ''), country)
  }
})

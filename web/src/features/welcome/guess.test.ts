import assert from 'node:assert/strict'
import { test } from 'node:test'
import { businessLocale, guess, zoneFor } from './guess.ts'

test('a laptop in Córdoba set to Latin American Spanish is in Argentina and keeps its own zone', () => {
  assert.deepEqual(guess({ zone: 'America/Argentina/Cordoba', languages: ['es-419', 'es'] }), {
    country: 'AR',
    language: 'es',
    timeZone: 'America/Argentina/Cordoba',
  })
})

test('the zone wins over an English system', () => {
  assert.deepEqual(guess({ zone: 'America/Bogota', languages: ['en-US'] }), { country: 'CO', language: 'en', timeZone: 'America/Bogota' })
})

test('without a telling zone the region of the language decides, with the zone of that country', () => {
  assert.deepEqual(guess({ zone: 'UTC', languages: ['pt-BR', 'en'] }), { country: 'BR', language: 'pt-BR', timeZone: 'America/Sao_Paulo' })
})

test('choosing another country than the browser is in takes that country’s zone', () => {
  assert.equal(zoneFor('MX', 'America/Argentina/Buenos_Aires'), 'America/Mexico_City')
  assert.equal(zoneFor('MX', 'America/Tijuana'), 'America/Tijuana')
})

test('the kept locale knows where people say vos', () => {
  assert.deepEqual(
    [businessLocale('es', 'AR'), businessLocale('es', 'UY'), businessLocale('es', 'MX'), businessLocale('es', 'CO'), businessLocale('pt-BR', 'BR')],
    ['es-AR', 'es-AR', 'es-MX', 'es', 'pt-BR'],
  )
})

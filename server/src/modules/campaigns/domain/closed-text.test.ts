import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOpening } from './closed-text.ts'

const now = new Date('2026-11-27T23:00:00Z')
const when = (opens: string | null, locale = 'es-AR') => ({
  now,
  opens: opens === null ? null : new Date(opens),
  zone: 'America/Argentina/Buenos_Aires',
  locale,
})

for (const [opens, locale, said] of [
  ['2026-11-28T01:30:00Z', 'es-AR', 'Volvemos 22:30.'],
  ['2026-11-30T12:00:00Z', 'es-AR', 'Volvemos lunes 09:00.'],
  ['2026-11-30T12:00:00Z', 'pt-BR', 'Volvemos segunda-feira 09:00.'],
  ['2026-12-28T12:00:00Z', 'es-AR', 'Volvemos lunes, 28 de diciembre 09:00.'],
  [null, 'es-AR', 'Volvemos .'],
] as const)
  test(`${opens} is said as “${said}” in ${locale}`, () => assert.equal(withOpening('Volvemos {{opens}}.', when(opens, locale)), said))

test('a text without a place for it stays as it is', () => assert.equal(withOpening('Cerrado  hoy', when(null)), 'Cerrado  hoy'))

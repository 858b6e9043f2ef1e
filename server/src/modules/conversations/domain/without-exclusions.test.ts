import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutExclusions } from './without-exclusions.ts'

test('only what is sought is left of a query', () => {
  for (const [query, left] of [
    ['hola', 'hola'],
    ['hola -chau', 'hola'],
    ['-chau hola', 'hola'],
    ['"buenas tardes" -"a todos" gracias', '"buenas tardes" gracias'],
    ['hola -"sin fin', 'hola'],
    ['hola --chau', 'hola'],
    ['hola - chau', 'hola'],
    ['hola,-chau', 'hola,'],
    ['hola "-chau', 'hola "'],
    ['e-mail del 2026-05-04', 'e-mail del 2026-05-04'],
    ['-nada', ''],
  ] as const)
    assert.equal(withoutExclusions(query), left, query)
})

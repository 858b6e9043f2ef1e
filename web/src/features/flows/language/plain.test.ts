import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitOf } from './plain.ts'

void test('a search fits best where the name has it, then where the description has it', () => {
  const steps = [
    ['Prueba A/B', 'Reparte a las personas.'],
    ['Impersonal', ''],
    ['Pasar a una persona', 'Sigue el equipo.'],
    ['Persona', ''],
    ['Espera', 'Un rato.'],
  ] as const
  const fit = ([name, about]: (typeof steps)[number]) => fitOf('  Persóna', name, about)
  const found = steps.filter((step) => fit(step) > 0).toSorted((one, other) => fit(other) - fit(one))
  assert.deepEqual(
    found.map(([name]) => name),
    ['Persona', 'Pasar a una persona', 'Impersonal', 'Prueba A/B'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstValues } from './first-values.ts'

test('a variable that is called as something known begins with it, all others empty', () => {
  const variable = (name: string) => ({ key: `body.${name}`, place: 'body' as const, name, button: 0 })
  const known = { 'contact.first_name': 'Ana', 'business.name': 'Clínica' }
  assert.deepEqual(firstValues(['nombre', 'Name', 'empresa', 'hora', '1'].map(variable), known), {
    'body.nombre': 'Ana',
    'body.Name': 'Ana',
    'body.empresa': 'Clínica',
    'body.hora': '',
    'body.1': '',
  })
  assert.deepEqual(firstValues([variable('nombre')], {}), { 'body.nombre': '' })
})

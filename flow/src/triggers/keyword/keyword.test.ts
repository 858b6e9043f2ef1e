import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fits, says, trigger } from '../../../test/occasions.ts'

const words = ['turno', 'reservar una mesa', '📅']
for (const [said, expected] of [
  ['Turno', 'exact'],
  ['¡TURNO!', 'exact'],
  ['hola, turno por favor', 'exact'],
  ['quiero un turno para mañana', 'anywhere'],
  ['quisiera reservar una mesa', 'anywhere'],
  ['📅', 'exact'],
  ['quiero un trno', 'near'],
  ['quiero un tunro ya', 'near'],
  ['quisera resevar una mesa', 'near'],
  ['turnos', 'near'],
  ['mesa', null],
  ['hola', null],
  ['retorno', null],
  ['', null],
] as const)
  test(`«${said}» is heard by keywords that are looked for ${expected ?? 'in whatever way: no'}`, () => {
    const ways = ['exact', 'anywhere', 'near'] as const
    const hearing = ways.filter((match) => fits({ type: 'keyword', words, match }, says(said)))
    assert.deepEqual(hearing, expected === null ? [] : ways.slice(ways.indexOf(expected)))
  })

test('a number in a keyword has to be right', () => {
  const sala = trigger({ type: 'keyword', words: ['sala 12'], match: 'near' })
  assert.equal(fits(sala, says('voy a la slaa 12')), true)
  assert.equal(fits(sala, says('voy a la sala 13')), false)
})

test('a keyword that says nothing of how it is looked for is looked for anywhere, as ever', () => {
  assert.equal(fits({ type: 'keyword', words: ['turno'] }, says('quiero un turno')), true)
  assert.equal(fits({ type: 'keyword', words: ['turno'] }, says('quiero un trno')), false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { flow, talk } from '../../../test/world.ts'

const set = (...updates: { field: 'name' | 'email' | 'company' | 'city' | 'language'; value: string }[]) =>
  flow({
    keep: { type: 'update_contact', set: updates, next: 'said' },
    said: { type: 'message', text: '{{contact.name}} de {{contact.city}}', next: null },
  })

test('what is known is kept and known at once', () => {
  const { effects, said } = talk(set({ field: 'name', value: ' Ana  Pérez ' }, { field: 'city', value: 'Rosario' }), [])
  assert.deepEqual(effects.slice(0, 2), [
    { type: 'set_contact', field: 'name', value: 'Ana Pérez' },
    { type: 'set_contact', field: 'city', value: 'Rosario' },
  ])
  assert.deepEqual(said, ['Ana Pérez de Rosario'])
})

test('what is empty, no address or no language changes nothing', () => {
  const { effects } = talk(
    set({ field: 'company', value: '{{contact.company}}' }, { field: 'email', value: 'nada' }, { field: 'language', value: 'portunhol' }),
    [],
  )
  assert.ok(effects.every(({ type }) => type !== 'set_contact'))
})

test('a field that is set twice is told', () => {
  const twice = set({ field: 'name', value: 'a' }, { field: 'name', value: 'b' })
  assert.ok(problemsIn(twice).some(({ code, nodeId }) => code === 'flow.field_repeated' && nodeId === 'keep'))
})

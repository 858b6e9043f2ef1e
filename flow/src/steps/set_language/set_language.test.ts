import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, flow, talk } from '../../../test/world.ts'

const definition = flow({
  speak: { type: 'set_language', language: 'pt-BR', next: 'ask' },
  ask: { type: 'input', text: 'Quantos?', expect: 'number', saveAs: 'count', timeout: { seconds: 60, next: null }, next: null },
})

test('what the engine says by itself is in that language at once, and the contact keeps it', () => {
  const { effects } = talk(definition, [])
  assert.deepEqual(effects[0], { type: 'set_contact', field: 'language', value: 'pt-BR' })
  const portuguese = context({ contact: { name: null, phone: null, email: null, language: 'pt-BR' } })
  assert.deepEqual(talk(definition, ['muitos'], portuguese).said, ['Preciso de um número, por exemplo 3'])
  assert.deepEqual(
    talk(definition, [], portuguese).effects.filter(({ type }) => type === 'set_contact'),
    [],
  )
})

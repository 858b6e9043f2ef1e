import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { flow, talk } from '../../../test/world.ts'

const is = (value: string) => [{ variable: 'topic', operator: 'equals' as const, value }]
const say = (text: string) => ({ type: 'message' as const, text, next: null })
const cases = [
  { id: 'sale', all: is('ventas'), next: 'sale' },
  { id: 'help', label: 'Ayuda', all: is('ayuda'), next: 'help' },
]
const definition = flow({
  ask: { type: 'input', text: '¿Tema?', expect: 'text', saveAs: 'topic', timeout: { seconds: 60, next: null }, next: 'pick' },
  pick: { type: 'switch', cases, otherwise: 'other' },
  sale: say('Ventas.'),
  help: say('Ayuda.'),
  other: say('Otra cosa.'),
})

test('the first case that fits is taken, else the last way', () => {
  assert.deepEqual(talk(definition, ['Ayuda']).said, ['Ayuda.'])
  assert.deepEqual(talk(definition, ['ventas']).said, ['Ventas.'])
  assert.deepEqual(talk(definition, ['nada']).said, ['Otra cosa.'])
  assert.equal(talk(definition, ['ayuda']).trace.find(({ step }) => step === 'pick')?.output, 'case.help')
})

test('two cases with one id are told', () => {
  const twice = flow({ pick: { type: 'switch', cases: [...cases, cases[0]!], otherwise: null }, sale: say('a'), help: say('b') })
  assert.ok(problemsIn(twice).some(({ code, nodeId }) => code === 'flow.case_id_repeated' && nodeId === 'pick'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'
import { problemsIn } from '../../index.ts'

test('variables are substituted with what is known, and values are never substituted again', () => {
  const definition = flow({
    a: {
      type: 'variable',
      set: [
        { name: 'x', value: 'de {{business.name}}' },
        { name: 'y', value: 'Soy {{x}}' },
      ],
      next: 'ask',
    },
    ask: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'thanks' },
    thanks: { type: 'message', text: '{{y}}, hola {{name}} ({{contact.phone}})', next: null },
  })
  assert.deepEqual(talk(definition, ['{{y}}']).said, ['Soy de Clínica Demo, hola {{y}} (+5491122334455)'])
})

const reckoning = (set: { name: string; value: string; formula?: boolean }[]) =>
  flow({
    ask: { type: 'input', text: '¿Cuántas?', expect: 'text', saveAs: 'count', next: 'a' },
    a: { type: 'variable', set, next: 'told' },
    told: { type: 'message', text: 'Son {{total}}.', next: null },
  })

test('a formula is reckoned out with what was answered, and later values use it', () => {
  const definition = reckoning([
    { name: 'each', value: '1250.5' },
    { name: 'net', value: '{{count}} * {{each}}', formula: true },
    { name: 'total', value: 'round({{net}} * 1.21, 1)', formula: true },
  ])
  const { said, state } = talk(definition, ['2'])
  assert.deepEqual([said, state.variables['total']], [['Son 3026,2.'], 3026.2])
})

test('where a formula comes to nothing its variable is empty, whatever it held', () => {
  const definition = reckoning([
    { name: 'total', value: '7' },
    { name: 'total', value: '{{count}} * 2', formula: true },
  ])
  assert.equal(Object.hasOwn(talk(definition, ['muchas']).state.variables, 'total'), false)
  assert.equal(talk(definition, ['4']).state.variables['total'], 8)
})

test('a formula that cannot be read, or reads what nothing sets, keeps the flow from being published', () => {
  const found = (value: string, formula = true) =>
    problemsIn(reckoning([{ name: 'total', value, formula }])).flatMap(({ code, field, severity }) => (severity === 'error' ? [`${code} ${field}`] : []))
  assert.deepEqual(found('round({{count}} *'), ['flow.formula_unfinished set.0.value'])
  assert.deepEqual(found('{{nobody}} + 1'), ['flow.variable_unknown set.0.value'])
  assert.deepEqual([found('{{count}} + 1'), found('round( *', false)], [[], []])
})

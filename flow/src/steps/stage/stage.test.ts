import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

const definition = flow({
  move: { type: 'stage', stage: 'qualified', next: 'ask' },
  ask: { type: 'condition', all: [{ variable: 'contact.stage', operator: 'equals', value: 'qualified' }], then: 'yes', otherwise: 'no' },
  yes: { type: 'message', text: 'Ya es {{contact.stage}}', next: null },
  no: { type: 'message', text: 'Todavía no', next: null },
})

test('the customer is moved, and the flow knows at once', () => {
  const { effects, said } = talk(definition, [])
  assert.deepEqual(effects[0], { type: 'stage', stage: 'qualified' })
  assert.deepEqual([said, problemsIn(definition).filter(({ severity }) => severity === 'error')], [['Ya es qualified'], []])
})

test('a condition knows the stage at which the customer is', () => {
  const asks = flow({ ...definition.nodes }, { start: 'ask' })
  const at = (stage: 'new' | 'qualified') => talk(asks, [], context({ contact: { name: null, phone: null, email: null, language: null, stage } })).said
  assert.deepEqual([at('new'), at('qualified')], [['Todavía no'], ['Ya es qualified']])
})

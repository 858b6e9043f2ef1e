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
  assert.deepEqual([said, problemsIn(definition).filter(({ severity }) => severity === 'error')], [['Ya es Calificado'], []])
})

test('a condition knows the stage at which the customer is', () => {
  const asks = flow({ ...definition.nodes }, { start: 'ask' })
  const at = (stage: 'new' | 'qualified') => talk(asks, [], context({ contact: { name: null, phone: null, email: null, language: null, stage } })).said
  assert.deepEqual([at('new'), at('qualified')], [['Todavía no'], ['Ya es Calificado']])
})

test('people read a stage in their own language; what is compared and sent on stays as it is', () => {
  const tells = flow({
    keep: { type: 'variable', set: [{ name: 'kept', value: '{{contact.stage}}' }], next: 'say' },
    say: { type: 'message', text: '{{contact.stage}}: {{kept}}', next: 'person' },
    person: { type: 'transfer_to_agent', text: 'Bye', note: 'Etapa: {{contact.stage}}' },
  })
  const { said, effects } = talk(tells, [], context({ contact: { name: null, phone: null, email: null, language: 'en', stage: 'won' } }))
  assert.equal(said[0], 'Won: won')
  assert.deepEqual(
    effects.filter(({ type }) => type === 'transfer'),
    [{ type: 'transfer', note: 'Etapa: Ganado', summary: '' }],
  )
})

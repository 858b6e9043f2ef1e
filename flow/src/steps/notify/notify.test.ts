import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { flow, talk } from '../../../test/world.ts'

const ana = '019a0000-0000-7000-8000-000000000001'

test('people are called by a note', () => {
  const { effects } = talk(flow({ call: { type: 'notify', people: [ana], text: 'Mirá esto', next: null } }), [])
  assert.deepEqual(effects[0], { type: 'note', text: 'Mirá esto', people: [ana] })
})

test('a step that calls nobody is told', () => {
  const definition = flow({ call: { type: 'notify', people: [], text: 'x', next: null } })
  assert.ok(problemsIn(definition).some(({ code, field }) => code === 'flow.people_missing' && field === 'people'))
})

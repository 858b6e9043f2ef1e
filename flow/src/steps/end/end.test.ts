import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

const definition = flow(
  {
    known: { type: 'condition', all: [{ variable: 'contact.name', operator: 'is_set' }], then: 'done', otherwise: 'hello' },
    hello: { type: 'message', text: 'Hola', next: null },
    done: { type: 'end' },
  },
  { always: { human: ['persona'] } },
)

test('the flow is over without a word, and that is no fault', () => {
  const { state, said } = talk(definition, [])
  assert.deepEqual([state.outcome, said], ['finished', ['Hola']])
  const known = talk(definition, [], context({ contact: { name: 'Ana', phone: null, email: null, language: null } }))
  assert.deepEqual([known.state.outcome, known.said], ['finished', []])
  assert.deepEqual(problemsIn(definition), [])
})

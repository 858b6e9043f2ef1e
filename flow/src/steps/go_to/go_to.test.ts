import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('the flow goes on where it is sent', () => {
  const definition = flow({ away: { type: 'go_to', node: 'there' }, there: { type: 'message', text: 'Acá.', next: null } })
  assert.deepEqual(talk(definition, []).said, ['Acá.'])
})

test('a step that is not there is left for a person', () => {
  const { state, effects } = talk(flow({ away: { type: 'go_to', node: 'nowhere' } }), [])
  assert.equal(state.outcome, 'transferred')
  assert.deepEqual(effects[0], { type: 'fault', code: 'missing_step', node: 'nowhere' })
})

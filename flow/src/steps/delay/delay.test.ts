import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk, turn } from '../../../test/world.ts'

test('a delay waits, is not cut short by a message, and goes on when due', () => {
  const slow = flow({ wait: { type: 'delay', seconds: 5, next: 'said' }, said: { type: 'message', text: 'Ya: {{message.text}}', next: null } })
  const waiting = talk(slow, ['¿y?'])
  assert.deepEqual([waiting.effects, waiting.state.wait], [[], { kind: 'delay', token: 1, dueAt: '2026-03-02T12:00:05.000Z' }])
  assert.deepEqual(turn(slow, waiting.state, { type: 'due', token: 1 }).said, ['Ya: ¿y?'])
})

test('a call for a person cuts it short', () => {
  const slow = flow({ wait: { type: 'delay', seconds: 5, next: null } }, { always: { human: ['persona'] } })
  assert.equal(talk(slow, ['persona']).state.outcome, 'transferred')
})

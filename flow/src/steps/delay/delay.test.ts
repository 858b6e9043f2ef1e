import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, rich, talk, turn } from '../../../test/world.ts'

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

test('“typing…” is shown while it waits, where the channel can show it, and for a minute at most', () => {
  const typing = (seconds: number) => flow({ wait: { type: 'delay', seconds, typing: true, next: null } })
  const shown = (seconds: number, world = context()) => talk(typing(seconds), [], world).effects.filter(({ type }) => type === 'typing')
  assert.deepEqual(shown(4), [{ type: 'typing', until: '2026-03-02T12:00:04.000Z' }])
  assert.deepEqual(shown(600), [{ type: 'typing', until: '2026-03-02T12:01:00.000Z' }])
  assert.deepEqual(shown(4, context({ abilities: { ...rich, typing: false } })), [])
  const told = (seconds: number) => problemsIn(typing(seconds)).map(({ code }) => code)
  assert.ok(told(61).includes('flow.typing_too_long'))
  assert.ok(!told(60).includes('flow.typing_too_long'))
})

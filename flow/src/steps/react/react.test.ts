import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, rich, talk } from '../../../test/world.ts'

const definition = flow({ like: { type: 'react', emoji: '🙏🏽', next: null } })

test('the customer’s message gets the emoji where the channel has reactions', () => {
  assert.deepEqual(talk(definition, [], context({ abilities: { ...rich, reactions: true } })).effects[0], { type: 'react', emoji: '🙏🏽' })
  assert.deepEqual(talk(definition, []).effects, [{ type: 'ended', outcome: 'finished' }])
})

test('anything but one emoji is told', () => {
  const words = flow({ like: { type: 'react', emoji: 'bien', next: null } })
  assert.ok(problemsIn(words).some(({ code, nodeId }) => code === 'flow.emoji_invalid' && nodeId === 'like'))
})

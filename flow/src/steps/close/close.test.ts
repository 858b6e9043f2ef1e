import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flow, talk } from '../../../test/world.ts'

test('closing says good-bye and ends the run, in this order', () => {
  assert.deepEqual(
    talk(flow({ end: { type: 'close', text: 'Chau', reason: 'done' } }), []).effects.map((effect) => effect.type),
    ['say', 'close', 'ended'],
  )
})

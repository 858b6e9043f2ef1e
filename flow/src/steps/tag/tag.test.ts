import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { flow, talk } from '../../../test/world.ts'

test('tags are put on and taken off in one act', () => {
  const { effects } = talk(flow({ mark: { type: 'tag', add: ['venta'], remove: ['duda'], next: null } }), [])
  assert.deepEqual(effects[0], { type: 'tag', add: ['venta'], remove: ['duda'] })
})

test('a step without a tag is told', () => {
  assert.ok(problemsIn(flow({ mark: { type: 'tag', next: null } })).some(({ code, nodeId }) => code === 'flow.tags_missing' && nodeId === 'mark'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeringOf } from './answering.ts'

const flows = [{ id: 'f', name: 'Bienvenida' }]
const [answered, silent] = [{ flowId: 'f' }, { flowId: null }]
const lucia = { id: 'u', name: 'Lucía Paz' }

test('before the first message, and after the last, the number decides', () => {
  assert.deepEqual(answeringOf({ conversation: null, line: answered, flows }), { who: 'flow', name: 'Bienvenida', open: false })
  assert.deepEqual(answeringOf({ conversation: null, line: silent, flows }), { who: 'nobody', name: null, open: false })
  const closed = { state: 'closed', floor: 'nobody', assignee: lucia } as const
  assert.deepEqual(answeringOf({ conversation: closed, line: answered, flows }), { who: 'flow', name: 'Bienvenida', open: false })
})

test('in a conversation, whoever has its floor answers, whatever the number says', () => {
  const held = (floor: 'flow' | 'human' | 'nobody', assignee: typeof lucia | null = null) => ({ state: 'active' as const, floor, assignee })
  assert.deepEqual(answeringOf({ conversation: held('flow'), line: answered, flows }), { who: 'flow', name: 'Bienvenida', open: true })
  assert.deepEqual(answeringOf({ conversation: held('human', lucia), line: answered, flows }), { who: 'person', name: 'Lucía Paz', open: true })
  assert.deepEqual(answeringOf({ conversation: held('human'), line: answered, flows }), { who: 'person', name: null, open: true })
  assert.deepEqual(answeringOf({ conversation: held('nobody'), line: answered, flows }), { who: 'nobody', name: null, open: true })
})

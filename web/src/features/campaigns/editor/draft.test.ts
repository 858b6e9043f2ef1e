import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, newDraft, rebased } from './draft.ts'

test('only what differs is sent', () => {
  assert.deepEqual(changesOf(newDraft, newDraft), {})
  assert.deepEqual(changesOf(newDraft, { ...newDraft, name: 'Ventas', tags: [] }), { name: 'Ventas' })
})

test('what somebody else stored meanwhile comes in, and one’s own changes stay', () => {
  const mine = { ...newDraft, name: 'Ventas' }
  const stored = { ...newDraft, name: 'Otra', priority: 70 }
  const draft = rebased(newDraft, mine, stored)
  assert.deepEqual([draft.name, draft.priority], ['Ventas', 70])
  assert.deepEqual(changesOf(stored, draft), { name: 'Ventas' })
})

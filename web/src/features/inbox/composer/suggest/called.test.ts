import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillCalled } from './called.ts'

test('who was chosen is called as long as their name stands in the note', () => {
  const called = [
    { id: 'd', name: 'Diego Paz' },
    { id: 'e', name: 'Eva' },
  ]
  assert.deepEqual(stillCalled('@Diego Paz, ¿lo mirás con @Eva?', called), ['d', 'e'])
  assert.deepEqual(stillCalled('Diego Paz, ¿lo mirás?', called), [])
  assert.deepEqual(stillCalled('', called), [])
})

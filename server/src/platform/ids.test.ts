import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from './ids.ts'

test('ids are UUIDv7, unique, and in order of their making', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  assert.ok(ids.every((id) => isId(id) && id[14] === '7' && '89ab'.includes(id[19]!)))
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(ids, ids.toSorted())
})

test('the time of an id is the time of its making', () => {
  const before = Date.now()
  const at = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)
  assert.ok(at >= before - 1 && at <= Date.now() + 10)
})

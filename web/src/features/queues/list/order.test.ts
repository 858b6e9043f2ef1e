import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inOrder, moved } from './order.ts'

test('moving loses nobody and puts the one that moved where it was told to stand', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (items, from, to) => {
      const [at, target] = [from % items.length, to % items.length]
      const after = moved(items, at, target)
      assert.equal(after[target], items[at])
      assert.deepEqual(after.toSorted(), items.toSorted())
    }),
  ))

test('out of the list nothing moves', () =>
  assert.deepEqual(
    [moved([1, 2], 0, 2), moved([1, 2], 0, -1), moved([1, 2], 5, 0)],
    [
      [1, 2],
      [1, 2],
      [1, 2],
    ],
  ))

test('the default queue stands last, whatever its position', () => {
  const queue = (name: string, position: number, isDefault = false) => ({ name, position, isDefault })
  assert.deepEqual(
    inOrder([queue('Recepción', 0, true), queue('VIP', 2), queue('Ventas', 1)]).map(({ name }) => name),
    ['Ventas', 'VIP', 'Recepción'],
  )
})

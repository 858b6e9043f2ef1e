import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createPlaces } from './places.ts'

const names = ['a', 'b', 'c']
const steps = fc.array(fc.constantFrom('take' as const, 'leave' as const, 'sweep' as const), { maxLength: 60 })

test('each place is had by one at a time, whoever waits gets the next one in turn, and nothing is emptied that is in use', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const places = createPlaces(names)
      const had: string[] = []
      const order: number[] = []
      let taken = 0
      for (const step of steps) {
        if (step === 'take') {
          const turn = taken++
          void places.take().then((name) => {
            assert.ok(!had.includes(name))
            had.push(name)
            order.push(turn)
          })
        } else if (step === 'leave' && had.length > 0) places.leave(had.shift()!)
        else if (step === 'sweep') await places.sweep(async (emptied) => assert.ok(emptied.every((name) => !had.includes(name))))
        await new Promise(setImmediate)
      }
      assert.ok(had.length <= names.length)
      assert.deepEqual(order, order.toSorted((one, other) => one - other)) // prettier-ignore
    }),
  )
})

test('what was left is written over first; a sweep empties the rest', async () => {
  const places = createPlaces(names)
  places.occupy(['a'])
  const [first, second] = [await places.take(), await places.take()]
  assert.deepEqual(new Set([first, second]), new Set(['b', 'c']))
  places.leave(second)
  assert.equal(await places.take(), second)
  places.leave('a')
  places.leave(first)
  const emptied: string[] = []
  await places.sweep(async (left) => void emptied.push(...left))
  assert.deepEqual(new Set(emptied), new Set(['a', first]))
})

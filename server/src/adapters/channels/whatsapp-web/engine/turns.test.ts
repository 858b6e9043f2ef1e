import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createTurns } from './turns.ts'

const acts = fc.array(fc.record({ act: fc.constantFrom('wait' as const, 'first' as const, 'begun' as const, 'leave' as const), which: fc.nat(20) }), {
  maxLength: 100,
})

test('so many begin at a time at most, in turn but for those that go first, and whoever can begin does', () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 4 }), (acts, atOnce) => {
      const begun: number[] = []
      const turns = createTurns<number>(atOnce, (one) => void begun.push(one))
      const expected: number[] = []
      const waiting: number[] = []
      let [last, beginning]: [number, number[]] = [0, []]
      for (const { act, which } of acts) {
        const one = beginning[which % Math.max(1, beginning.length)]
        if (act === 'wait') turns.wait(++last)
        else if (act === 'first') turns.wait(++last, true)
        else if (one !== undefined) turns[act](one)
        if (act === 'wait') waiting.push(last)
        else if (act === 'first') waiting.unshift(last)
        else beginning = beginning.filter((other) => other !== one)
        const admitted = waiting.splice(0, atOnce - beginning.length)
        beginning.push(...admitted)
        expected.push(...admitted)
        assert.deepEqual(turns.counts(), { beginning: beginning.length, waiting: waiting.length })
      }
      assert.deepEqual(begun, expected)
    }),
  )
})

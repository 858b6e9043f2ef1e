import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createTurns } from './turns.ts'

const acts = fc.array(fc.record({ act: fc.constantFrom('wait' as const, 'begun' as const, 'leave' as const), which: fc.nat(20) }), { maxLength: 100 })

test('so many begin at a time at most, in turn, and whoever can begin does', () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 4 }), (acts, atOnce) => {
      const begun: number[] = []
      const expected: number[] = []
      const turns = createTurns<number>(atOnce, (one) => void begun.push(one))
      let [last, beginning]: [number, number[]] = [0, []]
      for (const { act, which } of acts) {
        if (act === 'wait') {
          turns.wait(++last)
          expected.push(last)
        } else {
          const one = beginning[which % Math.max(1, beginning.length)]
          if (one !== undefined) turns[act](one)
          beginning = beginning.filter((other) => other !== one)
        }
        beginning = [...beginning, ...begun.slice(begun.length - (turns.counts().beginning - beginning.length))].slice(0, turns.counts().beginning)
        assert.ok(turns.counts().beginning <= atOnce)
        assert.ok(turns.counts().waiting === 0 || turns.counts().beginning === atOnce)
      }
      assert.deepEqual(begun, expected.slice(0, begun.length))
    }),
  )
})

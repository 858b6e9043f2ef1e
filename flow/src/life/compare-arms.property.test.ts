import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compareArms, wilson, type Counted } from './compare-arms.ts'

const near = (one: number, other: number, by = 0.0005) => assert.ok(Math.abs(one - other) <= by, `${one} is not ${other}`)

describe('the interval of a share', () => {
  test('is the one of the textbooks', () => {
    near(wilson(8, 10).low, 0.4902)
    near(wilson(8, 10).high, 0.9433)
    near(wilson(0, 10).high, 0.2775)
    near(wilson(500, 1000).low, 0.4691)
    assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
  })

  test('holds the share that was seen, stays within 0 and 1, and narrows with people', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (one, other) => {
        const [reached, people] = [Math.min(one, other), Math.max(one, other, 1)]
        const { low, high } = wilson(reached, people)
        assert.ok(low >= 0 && high <= 1 && low <= reached / people && reached / people <= high)
        const more = wilson(reached * 4, people * 4)
        assert.ok(more.high - more.low < high - low)
      }),
    )
  })
})

const arm = (way: string, people: number, reached: number): Counted => ({ way, people, reached })

describe('the comparison of arms', () => {
  test('says nothing before there are people enough, whatever it looks like', () => {
    const { verdict, best, needed } = compareArms([arm('a', 20, 20), arm('b', 20, 0)], 0.05)
    assert.deepEqual([verdict, best], ['no_difference_yet', null])
    // 45 % against 50 % and the like: about 1,560 people each.
    assert.ok(needed > 1500 && needed < 1620, `${needed}`)
  })

  test('finds a difference that is there', () => {
    const { verdict, best, arms } = compareArms([arm('a', 2000, 900), arm('b', 2000, 1100)], 0.05)
    assert.deepEqual([verdict, best, arms.map(({ rate }) => rate)], ['difference', 'b', [0.45, 0.55]])
  })

  test('a best of three has to beat both others', () => {
    assert.equal(compareArms([arm('a', 5000, 2500), arm('b', 5000, 2520), arm('c', 5000, 1500)], 0.05).verdict, 'no_difference_yet')
  })

  test('of one arm, of nobody and of everybody there is nothing to compare', () => {
    for (const arms of [[], [arm('a', 9999, 5000)], [arm('a', 0, 0), arm('b', 0, 0)], [arm('a', 9999, 9999), arm('b', 9999, 9999)]])
      assert.deepEqual([compareArms(arms, 0.05).verdict, compareArms(arms, 0.05).best], ['no_difference_yet', null])
  })

  test('the order of arms decides nothing, and no number is out of its bounds', () => {
    const anyArm = fc.tuple(fc.nat(4000), fc.nat(4000)).map(([one, other]) => ({ people: Math.max(one, other), reached: Math.min(one, other) }))
    fc.assert(
      fc.property(fc.array(anyArm, { maxLength: 5 }), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (counts, effect) => {
        const arms = counts.map((count, at) => ({ way: String(at), ...count }))
        const forward = compareArms(arms, effect)
        const back = compareArms(arms.toReversed(), effect)
        assert.deepEqual(
          [forward.verdict, forward.needed, forward.verdict === 'difference' && forward.best],
          [back.verdict, back.needed, back.verdict === 'difference' && back.best],
        )
        assert.ok(Number.isInteger(forward.needed) && forward.needed >= 30 && forward.needed < 70_000, `${forward.needed}`)
        for (const { rate, low, high } of forward.arms) assert.ok(rate >= 0 && rate <= 1 && low <= high)
        if (forward.verdict === 'difference') assert.ok(forward.arms.every(({ people }) => people >= forward.needed))
      }),
    )
  })

  test('looked at every day until people are enough and once more, equal arms are rarely told apart, different ones mostly', () => {
    let seed = 42
    const chance = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
    const tellsApart = (one: number, other: number): boolean => {
      const arms = [arm('a', 0, 0), arm('b', 0, 0)]
      for (;;) {
        for (const [at, rate] of [one, other].entries())
          for (let person = 0; person < 60; person++) arms[at] = arm(arms[at]!.way!, arms[at]!.people + 1, arms[at]!.reached + (chance() < rate ? 1 : 0))
        const { verdict, needed } = compareArms(arms, 0.1)
        if (arms[0]!.people < needed) assert.equal(verdict, 'no_difference_yet')
        else return verdict === 'difference'
      }
    }
    const times = (one: number, other: number) => Array.from({ length: 400 }, () => tellsApart(one, other)).filter(Boolean).length
    const [equal, different] = [times(0.3, 0.3), times(0.3, 0.4)]
    assert.ok(equal <= 32, `${equal} of 400 equal pairs were told apart`)
    assert.ok(different >= 300, `${different} of 400 different pairs were told apart`)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mostTestNumbers, type ChannelAnswers } from '@chasqui/contracts'
import fc from 'fast-check'
import { mayBegin, mayGoOn } from './whom-it-answers.ts'

/** Spellings of a number differ here only by a plus and spaces; which ones are the same in a country is told where numbers are. */
const keyOf = (number: string) => number.replaceAll(/[+\s]/g, '')
const digits = fc.stringMatching(/^[1-9][0-9]{7,12}$/)
const spellings = (number: string) => fc.constantFrom(number, `+${number}`, `+${number.slice(0, 2)} ${number.slice(2)}`)
const someNumbers = fc.uniqueArray(digits, { minLength: 1, maxLength: mostTestNumbers })
const choice: fc.Arbitrary<ChannelAnswers> = fc.oneof(
  fc.constantFrom<ChannelAnswers>({ to: 'nobody' }, { to: 'outside_hours' }, { to: 'everyone' }),
  someNumbers.map((numbers): ChannelAnswers => ({ to: 'test_numbers', numbers })),
)
const asking = fc.record({ numbers: fc.array(digits, { maxLength: 2 }), isOpen: fc.boolean() })

describe('whom a channel answers', () => {
  test('nobody is nobody and everyone is everyone, whoever asks and whenever', () =>
    fc.assert(
      fc.property(asking, (who) => {
        assert.deepEqual([mayBegin({ to: 'nobody' }, who, keyOf), mayGoOn({ to: 'nobody' }, who, keyOf)], [false, false])
        assert.deepEqual([mayBegin({ to: 'everyone' }, who, keyOf), mayGoOn({ to: 'everyone' }, who, keyOf)], [true, true])
      }),
    ))
  test('a test number is found in every spelling and at every hour, and no other number is', () =>
    fc.assert(
      fc.property(
        someNumbers.chain((numbers) => fc.record({ numbers: fc.constant(numbers), written: fc.constantFrom(...numbers).chain(spellings) })),
        digits,
        fc.boolean(),
        ({ numbers, written }, other, isOpen) => {
          const answers: ChannelAnswers = { to: 'test_numbers', numbers }
          assert.ok(mayBegin(answers, { numbers: [other, written], isOpen }, keyOf))
          assert.equal(mayBegin(answers, { numbers: [other], isOpen }, keyOf), numbers.includes(other))
          assert.ok(!mayBegin(answers, { numbers: [], isOpen }, keyOf), 'of whom no number is known')
        },
      ),
    ))
  test('outside the hours it is the hour alone that decides', () =>
    fc.assert(fc.property(asking, (who) => assert.equal(mayBegin({ to: 'outside_hours' }, who, keyOf), !who.isOpen))))
  test('whoever may begin may go on, and the hour ends nothing that began', () =>
    fc.assert(
      fc.property(choice, asking, (answers, who) => {
        assert.ok(!mayBegin(answers, who, keyOf) || mayGoOn(answers, who, keyOf))
        assert.equal(mayGoOn(answers, { ...who, isOpen: true }, keyOf), mayGoOn(answers, { ...who, isOpen: false }, keyOf))
      }),
    ))
})

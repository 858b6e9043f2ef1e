import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unreachableCauses } from '@chasqui/contracts/unreachable'
import { missed, type Unreached } from './unreached.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 12, minute))

describe('messages that did not arrive', () => {
  for (const cause of unreachableCauses.filter((one) => one !== 'undeliverable'))
    test(`${cause}: one is enough`, () => {
      assert.deepEqual(missed(null, cause, at(0)), { cause, messages: 1, since: at(0) })
    })

  test('undeliverable: the third in a row is enough, and the mark stays as old as it is', () => {
    const seen: Unreached[] = []
    for (const minute of [0, 1, 2, 3]) seen.push(missed(seen.at(-1) ?? null, 'undeliverable', at(minute)))
    assert.deepEqual(
      seen.map(({ messages, since }) => [messages, since]),
      [
        [1, null],
        [2, null],
        [3, at(2)],
        [4, at(2)],
      ],
    )
  })

  test('a reason that is named says more than none, whichever comes first', () => {
    const vague = missed(null, 'undeliverable', at(0))
    assert.deepEqual(missed(vague, 'blocked', at(1)), { cause: 'blocked', messages: 2, since: at(1) })
    const named = missed(null, 'blocked', at(0))
    assert.deepEqual(missed(named, 'undeliverable', at(1)), { cause: 'blocked', messages: 2, since: at(0) })
    assert.equal(missed(named, 'deactivated', at(1)).cause, 'deactivated')
  })
})

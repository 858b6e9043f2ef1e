import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#platform/database/transaction'
import { createHints } from '#platform/events/hints'
import { rememberLimits } from '../src/modules/flows/safety/known-limits.ts'

/** A transaction that answers when told, and what was asked of it. */
const transaction = (tenantId: string, turnsPerHour: number) => {
  let answer = () => {}
  let asked = 0
  const query = () =>
    new Promise((resolve) => {
      asked += 1
      answer = () => resolve({ rows: [{ settings: { turnsPerHour } }] })
    })
  return { tx: { tenantId, query } as unknown as Tx, answer: () => answer(), asked: () => asked }
}

test('limits are asked for once per tenant, and again after a change', async () => {
  const hints = createHints()
  const limitsOf = rememberLimits({ hints })
  const turn = async (tenantId: string, turnsPerHour: number): Promise<[number, number]> => {
    const { tx, answer, asked } = transaction(tenantId, turnsPerHour)
    const limits = limitsOf(tx)
    answer()
    return [(await limits).turnsPerHour, asked()]
  }
  assert.deepEqual(await turn('a', 3), [3, 1])
  assert.deepEqual(await turn('a', 9), [3, 0])
  assert.deepEqual(await turn('b', 5), [5, 1])
  hints.changed('flow-limits', 'a')
  assert.deepEqual(
    [await turn('a', 9), await turn('b', 1)],
    [
      [9, 1],
      [5, 0],
    ],
  )
})

test('an answer from before a change is not kept beyond it, and nobody waits for the answer of another transaction', async () => {
  const hints = createHints()
  const limitsOf = rememberLimits({ hints })
  const [slow, quick, later] = [transaction('a', 3), transaction('a', 3), transaction('a', 9)]
  const first = limitsOf(slow.tx)
  const second = limitsOf(quick.tx)
  quick.answer()
  assert.equal((await second).turnsPerHour, 3)
  hints.changed('flow-limits', 'a')
  slow.answer()
  assert.equal((await first).turnsPerHour, 3)
  const third = limitsOf(later.tx)
  later.answer()
  assert.deepEqual([(await third).turnsPerHour, later.asked()], [9, 1])
})

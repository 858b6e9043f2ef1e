import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayChange, mayGive, mayRemove } from './may.ts'

const me = { userId: 'me', manages: false }
const boss = { userId: 'boss', manages: true }
const hands = {
  nobodys: { assigneeId: null, createdBy: 'other' },
  mine: { assigneeId: 'me', createdBy: 'other' },
  made: { assigneeId: 'other', createdBy: 'me' },
}
const theirs = { assigneeId: 'other', createdBy: 'other' }

test('one changes what nobody has, what one has and what one made, and gives away what is in no other hands', () => {
  const of = (may: (task: { assigneeId: string | null; createdBy: string }) => boolean) =>
    [hands.nobodys, hands.mine, hands.made, theirs].map((task) => may(task))
  assert.deepEqual(
    of((task) => mayChange(task, me)),
    [true, true, true, false],
  )
  assert.deepEqual(
    of((task) => mayGive(task, me, 'third')),
    [true, true, false, false],
  )
  assert.deepEqual(
    of((task) => mayRemove(task, me)),
    [false, false, true, false],
  )
  assert.ok(mayGive(theirs, me, 'other'), 'who keeps it is no gift')
})

test('whoever manages tasks does all of it', () => {
  for (const task of [...Object.values(hands), theirs])
    assert.deepEqual([mayChange(task, boss), mayGive(task, boss, 'third'), mayRemove(task, boss)], [true, true, true])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDiskTimes } from './disk-times.ts'

test('a disk that nobody looked at lately is not called quick', () => {
  const times = createDiskTimes()
  assert.equal(times.areShort(0), false)
  times.note(0.2, 100)
  assert.equal(times.areShort(1099), true)
  assert.equal(times.areShort(1100), false)
})

test('one slow commit on a busy machine changes nothing, several do', () => {
  const times = createDiskTimes()
  times.note(0.2, 0)
  times.note(5, 100)
  times.note(5, 200)
  assert.equal(times.areShort(200), true)
  times.note(5, 300)
  assert.equal(times.areShort(300), false)
  times.note(0.3, 400)
  assert.equal(times.areShort(400), true)
})

test('it is looked at anew before the last look is too old', () => {
  const times = createDiskTimes()
  assert.equal(times.areDue(0), true)
  times.note(0.2, 0)
  assert.equal(times.areDue(249), false)
  assert.equal(times.areDue(250), true)
})

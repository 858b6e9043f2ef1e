import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAlarm } from './alarm.ts'

const farTooLong = 60_000

test('what rings while nobody pauses ends the next pause at once', async () => {
  const alarm = createAlarm()
  alarm.ring()
  await alarm.pause(farTooLong)
  assert.equal(alarm.hasRung(), true)
})

test('ringing ends a pause', async () => {
  const alarm = createAlarm()
  const paused = alarm.pause(farTooLong)
  alarm.ring()
  await paused
})

test('what rang before a reset no longer counts', async () => {
  const alarm = createAlarm()
  alarm.ring()
  alarm.reset()
  assert.equal(alarm.hasRung(), false)
  await alarm.pause(1)
  assert.equal(alarm.hasRung(), false)
})

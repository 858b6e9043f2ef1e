import assert from 'node:assert/strict'
import { test } from 'node:test'
import { learnServerTime, serverNow } from './server-clock.ts'

const off = () => Math.round((serverNow() - Date.now()) / 1000)

test('a laptop an hour behind shows the server’s time', () => {
  learnServerTime(new Date(Date.now() + 3_600_000).toUTCString())
  assert.ok(Math.abs(off() - 3600) <= 1)
})

test('a second of difference is the rounding of the header', () => {
  learnServerTime(new Date(Date.now() + 1000).toUTCString())
  assert.equal(off(), 0)
})

test('an answer without a date changes nothing', () => {
  learnServerTime(new Date(Date.now() - 60_000).toUTCString())
  learnServerTime(null)
  assert.ok(Math.abs(off() + 60) <= 1)
})

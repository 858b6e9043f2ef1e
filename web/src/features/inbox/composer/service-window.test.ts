import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serviceWindow } from './service-window.ts'

const now = Date.parse('2026-03-12T12:00:00Z')
const until = (at: string | null) => serviceWindow({ hasWindow: true, windowExpiresAt: at }, now, 24)

test('the window is open, ends soon, and is closed on the second', () => {
  assert.deepEqual(until('2026-03-13T00:00:00Z'), { state: 'open', left: 43_200, share: 0.5 })
  assert.equal(until('2026-03-12T14:00:00Z').state, 'open')
  assert.equal(until('2026-03-12T13:59:59Z').state, 'soon')
  assert.equal(until('2026-03-12T12:00:00Z').state, 'closed')
})

test('without a first message of the customer it is closed; channels without a window have none', () => {
  assert.equal(until(null).state, 'closed')
  assert.deepEqual(serviceWindow({ hasWindow: false, windowExpiresAt: null }, now, 24), { state: 'none' })
})

test('people may write for longer where the channel lets them', () => {
  const late = { hasWindow: true, windowExpiresAt: '2026-03-12T11:00:00Z' }
  assert.equal(serviceWindow(late, now, 24).state, 'closed')
  assert.deepEqual(serviceWindow(late, now, 24, 168), { state: 'open', left: 143 * 3600, share: 143 / 168 })
  assert.equal(serviceWindow({ ...late, windowExpiresAt: '2026-03-06T12:00:00Z' }, now, 24, 168).state, 'closed')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkNeeded } from './link-needed.ts'

test('a channel waits for a telephone while a code is shown, when codes ran out, and when the telephone removed it', () => {
  const needed = (state: string, cause: string | null = null) => linkNeeded(state === 'error' ? 'error' : 'connecting', { state, cause })
  assert.deepEqual(
    ['qr', 'code', 'connecting', 'linking'].map((state) => needed(state)),
    ['scan', 'scan', null, null],
  )
  assert.equal(needed('error', 'qr_expired'), 'new_code')
  assert.equal(needed('logged_out', 'device_removed'), 'again')
  assert.equal(needed('reconnecting', 'network_silent'), null)
  assert.equal(needed('error', 'banned'), null, 'no telephone mends that')
})

test('one that works, was stopped by a person, or has no line waits for none', () => {
  assert.equal(linkNeeded('connected', { state: 'qr', cause: null }), null)
  assert.equal(linkNeeded('disconnected', { state: 'logged_out', cause: 'device_removed' }), null)
  assert.equal(linkNeeded('error', null), null)
})

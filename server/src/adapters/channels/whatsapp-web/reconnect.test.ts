import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BARRED, CODES_RAN_OUT, decide, NAME_UNKNOWN, PASSKEY_ASKED, UNREACHABLE, UNTRUSTED, waitMs } from './reconnect.ts'

const decided = (code: number | null, attempts = 0) => decide({ code, attempts }, 0.5)

test('what is for a person to put right stops, and only a removed device forgets who it was', () => {
  for (const [code, state, cause, forget] of [
    [401, 'logged_out', 'device_removed', true],
    [403, 'error', 'banned', false],
    [405, 'error', 'outdated', false],
    [411, 'error', 'not_multi_device', false],
    [440, 'error', 'replaced', false],
  ] as const)
    assert.deepEqual(decided(code), { then: 'stop', state, cause, forget })
})

test('a restart that the network asks for is at once, unless it keeps asking', () => {
  assert.deepEqual(decided(515), { then: 'connect', afterMs: 0, cause: 'restart_asked', counts: true })
  const later = decided(515, 20)
  assert.ok(later.then === 'connect' && later.afterMs > 60_000)
})

test('trouble of the way passes some day: there is no end to trying', () => {
  for (const code of [408, 428, 502, 503, 504, NAME_UNKNOWN, UNREACHABLE, UNTRUSTED, BARRED, null]) assert.equal(decided(code, 10_000).then, 'connect')
})

test('what nobody knows is tried for a while, then a person has to look; the credentials stay', () => {
  for (const code of [500, 599, 402]) {
    assert.equal(decided(code, 7).then, 'connect')
    assert.deepEqual(decided(code, 8), { then: 'stop', state: 'error', cause: 'session_refused', forget: false })
  }
})

test('a QR that nobody scanned is not shown for ever', () => {
  assert.deepEqual(decided(CODES_RAN_OUT), { then: 'stop', state: 'error', cause: 'qr_expired', forget: false })
})

test('a passkey that is asked for cannot be given from here: a person has to look for another way', () => {
  assert.deepEqual(decided(PASSKEY_ASKED), { then: 'stop', state: 'error', cause: 'passkey_required', forget: false })
})

test('credentials are forgotten for no reason but one, and waits are bounded, jittered and do not shrink', () => {
  const codes = fc.oneof(
    fc.constantFrom(401, 403, 408, 428, 440, 463, 500, 503, 515, CODES_RAN_OUT, BARRED),
    fc.integer({ min: 0, max: 1000 }),
    fc.constant(null),
  )
  const unit = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(codes, fc.nat(1_000_000), unit, (code, attempts, random) => {
      const decision = decide({ code, attempts }, random)
      if (decision.then === 'stop') assert.equal(decision.forget, code === 401)
      else assert.ok(decision.afterMs >= 0 && decision.afterMs <= 300_000)
    }),
  )
  fc.assert(fc.property(fc.nat(40), unit, (attempts, random) => waitMs(attempts + 1, random) >= waitMs(attempts, random)))
})

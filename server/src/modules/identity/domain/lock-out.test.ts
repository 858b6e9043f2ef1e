import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { accountRule, addressRule, lockSeconds, senderOf } from './lock-out.ts'

test('an account waits longer after each failure, up to a quarter of an hour', () => {
  const waits = Array.from({ length: 13 }, (_, failures) => lockSeconds(accountRule, failures))
  assert.deepEqual(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('more failures never mean a shorter wait', () => {
  fc.assert(
    fc.property(fc.constantFrom(accountRule, addressRule), fc.nat(100_000), fc.nat(1000), (rule, failures, more) => {
      const wait = lockSeconds(rule, failures + more)
      assert.ok(wait >= lockSeconds(rule, failures) && wait <= rule.longest)
    }),
  )
})

const senders: [address: string, sender: string][] = [
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
]

for (const [address, sender] of senders) test(`${address} counts as ${sender}`, () => assert.equal(senderOf(address), sender))

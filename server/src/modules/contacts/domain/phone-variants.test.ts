import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical, e164Of, knownAs, sendCandidates } from './phone-variants.ts'

const cases: [string, string | null, string[]][] = [
  ['5491123456789', '+5491123456789', ['541123456789']],
  ['541123456789', '+541123456789', []],
  ['5215512345678', '+525512345678', ['525512345678']],
  ['525512345678', '+525512345678', ['5215512345678']],
  ['554188887777', '+5541988887777', ['5541988887777']],
  ['5511987654321', '+5511987654321', ['551187654321']],
  ['554132345678', '+554132345678', []],
  ['AR.1000200030004000', null, []],
]
for (const [waId, e164, others] of cases) {
  test(`${waId} is shown as ${e164} and known as ${others.join(', ') || 'nothing else'}`, () => {
    assert.equal(e164Of(waId), e164)
    assert.deepEqual(knownAs(waId), others)
  })
}

test('a Brazilian landline never meets a mobile', () => {
  assert.ok(!knownAs('5541932345678').includes('554132345678'))
})

test('all spellings of one person share a lane', () => {
  assert.equal(canonical('5491123456789'), canonical('541123456789'))
  assert.equal(canonical('5215512345678'), canonical('525512345678'))
  assert.equal(canonical('5541988887777'), canonical('554188887777'))
})

const sendable: [phone: string, candidates: string[]][] = [
  ['+5491123456789', ['5491123456789', '541123456789']],
  ['+5493516123456', ['5493516123456', '543516123456']],
  // Typed without the 9: tried with it when sending, and never taken for it.
  ['+543516123456', ['543516123456', '5493516123456']],
  ['+525512345678', ['525512345678', '5215512345678']],
  ['5215512345678', ['5215512345678', '525512345678']],
  ['+5511987654321', ['5511987654321', '551187654321']],
  ['554188887777', ['554188887777', '5541988887777']],
  ['+554132345678', ['554132345678']],
  ['+34600111222', ['34600111222']],
]
for (const [phone, candidates] of sendable) {
  test(`${phone} is tried as ${candidates.join(', then ')}`, () => assert.deepEqual(sendCandidates(phone), candidates))
}

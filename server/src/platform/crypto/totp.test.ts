import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base32, matchTotp, newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

const secret = base32(Buffer.from('12345678901234567890'))
const at = (seconds: number) => new Date(seconds * 1000)

/** RFC 6238, appendix B, SHA1; the last six of its eight digits. */
const vectors: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]
for (const [seconds, code] of vectors) test(`the code at ${seconds} s is ${code}`, () => assert.equal(totpCode(secret, totpStep(at(seconds))), code))

test('a code counts in its own step and one before and after, no further', () => {
  const now = at(1_111_111_111)
  const step = totpStep(now)
  const found = [-2, -1, 0, 1, 2].map((away) => matchTotp(secret, totpCode(secret, step + away), now))
  assert.deepEqual(found, [null, step - 1, step, step + 1, null])
})

test('what is no code of six digits never fits', () => {
  const now = at(59)
  for (const code of ['', '28708', '2870820', '287 082', '28708２', 'abcdef', '__proto__']) assert.equal(matchTotp(secret, code, now), null, code)
})

test('secrets are base32 of 160 bits and differ', () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()]
  assert.match(one, /^[A-Z2-7]{32}$/)
  assert.notEqual(one, two)
})

test('base32 is that of RFC 4648, without padding', () => {
  assert.deepEqual(
    ['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text))),
    ['MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'],
  )
})

test('the address for the app carries name and issuer, whatever letters they have', () => {
  const uri = totpUri({ secret, account: 'ana+1@example.com', issuer: 'Chasqui' })
  assert.equal(uri, `otpauth://totp/Chasqui:ana%2B1%40example.com?secret=${secret}&issuer=Chasqui`)
})

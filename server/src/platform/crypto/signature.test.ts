import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { createAccessTokens } from './jwt.ts'
import { hmacMatches, sameText, signExpiring, verifyExpiring } from './signature.ts'

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const secret = 'a secret of at least thirty-two bytes'

test('a signature fits its bytes and secret only; nonsense is no error', () => {
  const body = Buffer.from('{"a":"ñ"}')
  const right = createHmac('sha256', secret).update(body).digest('hex')
  assert.equal(hmacMatches(secret, body, right), true)
  assert.equal(hmacMatches(secret, Buffer.from('{"a":"n"}'), right), false)
  assert.equal(hmacMatches('other', body, right), false)
  for (const claimed of ['', right.slice(1), `${right}00`, 'z'.repeat(64)]) assert.equal(hmacMatches(secret, body, claimed), false)
})

test('texts of different length are compared without an error', () => {
  assert.equal(sameText('a', 'a'), true)
  assert.equal(sameText('a', 'ab'), false)
  assert.equal(sameText('', ''), true)
})

test('a signed text comes back until it expires, and only unchanged', () => {
  const signed = signExpiring(secret, 'tenant 1 archivo ñ', later(600))
  assert.match(signed, /^[\w.-]+$/)
  assert.equal(verifyExpiring(secret, signed, now), 'tenant 1 archivo ñ')
  assert.equal(verifyExpiring(secret, signed, later(599)), 'tenant 1 archivo ñ')
  assert.equal(verifyExpiring(secret, signed, later(600)), null)
  assert.equal(verifyExpiring('other', signed, now), null)
  const [text, until, signature] = signed.split('.') as [string, string, string]
  const longer = (Number.parseInt(until, 36) + 1000).toString(36)
  const other = Buffer.from('tenant 2 archivo ñ').toString('base64url')
  for (const forged of [
    '',
    '.',
    '..',
    signed.slice(1),
    `${text}.${longer}.${signature}`,
    `${other}.${until}.${signature}`,
    `${text}.${until}.${'A'.repeat(43)}`,
    `${signed}.x`,
  ])
    assert.equal(verifyExpiring(secret, forged, now), null, forged)
})

const tokens = createAccessTokens(secret, 'chasqui')

test('an access token says what was signed until it expires', () => {
  const token = tokens.sign({ sub: 'u', tid: 't' }, 900, now)
  const check = tokens.verify(token, later(899))
  assert.equal(check.result, 'valid')
  assert.deepEqual(check.result === 'valid' && { sub: check.claims.sub, tid: check.claims.tid }, { sub: 'u', tid: 't' })
  assert.equal(tokens.verify(token, later(900)).result, 'expired')
})

test('content cannot overrule issuer and times', () => {
  const check = tokens.verify(tokens.sign({ iss: 'other', exp: 9e9 }, 60, now), later(61))
  assert.equal(check.result, 'expired')
})

test('forged tokens are invalid, whatever their header claims', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = tokens.sign({ sub: 'u' }, 900, now)
  const [header, payload, signature] = token.split('.') as [string, string, string]
  const signed = (head: string, body: string) => `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
  const forged = [
    '',
    '.',
    '..',
    'a.b.c',
    `${token}.x`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    `${header}.${encode({ sub: 'admin' })}.${signature}`,
    signed(encode({ typ: 'JWT', alg: 'HS256' }), payload),
    signed(header, 'no json'),
    signed(header, encode({ sub: 'u', exp: 9e9 })),
    signed(header, encode(null)),
    createAccessTokens('another secret', 'chasqui').sign({ sub: 'u' }, 900, now),
    createAccessTokens(secret, 'somebody').sign({ sub: 'u' }, 900, now),
  ]
  for (const attempt of forged) assert.equal(tokens.verify(attempt, now).result, 'invalid', attempt)
})

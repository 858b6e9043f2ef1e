import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { Failure } from '../failure.ts'
import { newId } from '../ids.ts'
import { accessTokens } from './jwt.ts'
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
  for (const forged of ['', '.', '..', signed.slice(1), `${text}.${longer}.${signature}`, `${other}.${until}.${signature}`, `${text}.${until}.${'A'.repeat(43)}`, `${signed}.x`]) assert.equal(verifyExpiring(secret, forged, now), null, forged)
})

let clock = now
const tokens = accessTokens(secret, () => clock)
const claims = { userId: newId(), sessionId: newId(), tenantId: null, epoch: 3 }
const isRefused = (code: string) => (error: unknown) => error instanceof Failure && error.kind === 'unauthenticated' && error.code === code

test('an access token says what was signed until it expires', async () => {
  clock = now
  const token = await tokens.sign(claims, later(900))
  clock = later(899)
  assert.deepEqual(await tokens.verify(token), { ...claims, expiresAt: later(900) })
  clock = later(900)
  await assert.rejects(tokens.verify(token), isRefused('auth.token_expired'))
})

test('forged tokens are invalid, whatever their header claims', async () => {
  clock = now
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const [header, payload, signature] = (await tokens.sign(claims, later(900))).split('.') as [string, string, string]
  const signed = (head: string, body: string) => `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
  const exp = later(900).getTime() / 1000
  const forged = [
    '', '.', '..', 'a.b.c', `${header}.${payload}.${signature}.x`, `${header}.${payload}.`, `${header}.${payload}`, `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    `${header}.${encode({ sub: 'admin', exp })}.${signature}`, signed(encode({ typ: 'JWT', alg: 'HS256' }), payload), signed(header, 'no json'), signed(header, encode({ sub: claims.userId, exp })),
    signed(header, encode(null)), signed(header, encode([])), await accessTokens('another secret', () => clock).sign(claims, later(900)),
  ]
  for (const attempt of forged) await assert.rejects(tokens.verify(attempt), isRefused('auth.token_invalid'), attempt)
})

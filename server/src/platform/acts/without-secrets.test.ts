import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutSecrets } from './without-secrets.ts'

test('the value of whatever opens something is not kept, however its name is spelt and wherever it lies', () => {
  const given = {
    password: 'a',
    newPassword: 'a',
    access_token: 'a',
    'X-Api-Key': 'a',
    settings: { appSecret: 'a', verifyToken: ['a'], deep: [{ refreshToken: 'a', name: 'Ana' }] },
    key: 'a',
    recoveryCodes: ['a'],
  }
  assert.doesNotMatch(JSON.stringify(Object.values(withoutSecrets(given))), /"a"/)
  assert.match(JSON.stringify(withoutSecrets(given)), /Ana/)
})

test('what only tells about a secret stays, and so does that there is none', () => {
  const told = { secretsGiven: ['accessToken'], oldSecretUntil: '2026-01-01', secret: null, keyword: 'hola', monkey: 1 }
  assert.deepEqual(withoutSecrets(told), told)
})

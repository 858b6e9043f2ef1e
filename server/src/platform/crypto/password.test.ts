import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'

test('only the password itself opens its hash', async () => {
  const hash = await hashPassword('contraseña ñandú')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await verifyPassword('contraseña ñandú', hash), true)
  assert.equal(await verifyPassword('contraseña ñandú'.normalize('NFD'), hash), true, 'composed differently by the keyboard')
  assert.equal(await verifyPassword('contrasena nandu', hash), false)
  assert.equal(needsRehash(hash), false)
})

test('two hashes of one password differ', async () => {
  assert.notEqual(await hashPassword('a'), await hashPassword('a'))
})

test('a hash of the reference implementation is understood, and asks for a new one because of its cost', async () => {
  // Published test vector of the reference implementation: 64 MiB, two passes, one lane.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await verifyPassword('password', reference), true)
  assert.equal(needsRehash(reference), true)
  assert.equal(await verifyPassword('wrong', reference), false)
})

test('without a readable hash the answer is no, after the same work', async () => {
  for (const stored of [null, '', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=19456,t=2,p=1$$'])
    assert.equal(await verifyPassword('', stored), false)
})

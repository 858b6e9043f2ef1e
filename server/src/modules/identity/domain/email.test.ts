import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmail, normalEmail } from './email.ts'

test('one person has one spelling', () => {
  assert.equal(normalEmail('  Lucia@Clinica.Example '), 'lucia@clinica.example')
  assert.equal(normalEmail('ｌｕｃｉａ@clinica.example'), 'lucia@clinica.example')
})

for (const address of ['owner@demo.local', 'a+b@x', 'ñandú@correo.example']) test(`${address} may be an address`, () => assert.equal(isEmail(address), true))

for (const text of ['', 'owner', '@demo', 'owner@', 'a b@c', 'a@b@c', 'a\0@b', `${'a'.repeat(250)}@demo`]) {
  test(`${JSON.stringify(text.slice(0, 20))} is none`, () => assert.equal(isEmail(text), false))
}

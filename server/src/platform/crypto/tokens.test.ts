import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashToken, newCode, newPassword, newToken, readCode } from './tokens.ts'
import { words } from './words.ts'

const many = <Value>(make: () => Value) => Array.from({ length: 2000 }, make)

test('tokens are long, safe in addresses and never the same', () => {
  const tokens = many(() => newToken())
  assert.equal(new Set(tokens).size, tokens.length)
  for (const token of tokens) assert.match(token, /^[\w-]{43}$/)
  assert.equal(hashToken(tokens[0]!).length, 32)
  assert.deepEqual(hashToken('a'), hashToken('a'))
})

test('codes have no letters that are confused, and are read as people type them', () => {
  for (const code of many(newCode)) assert.match(code, /^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/)
  for (const typed of ['7GQ2-MX8D', '7gq2mx8d', ' 7gq2 mx8d ', '7gq2-mx8d\n']) assert.equal(readCode(typed), '7GQ2-MX8D')
})

test('first passwords are typed alike on every keyboard and worth at least 45 bits', () => {
  const passwords = many(newPassword)
  assert.equal(new Set(passwords).size, passwords.length)
  for (const password of passwords) assert.match(password, /^[a-z]{4,8}-[a-z]{4,8}-[2-9a-hjkmnp-tw-z]{6}$/)
  assert.equal(new Set(words).size, 256)
  const letters = new Set(passwords.flatMap((password) => [...password.split('-')[2]!]))
  assert.ok(2 * Math.log2(words.length) + 6 * Math.log2(letters.size) >= 45)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@chasqui/contracts'
import { findPermissions } from './find-permissions.ts'

const groups: { group: string; permissions: Permission[] }[] = [
  { group: 'inbox', permissions: ['conversations.read', 'conversations.reply'] },
  { group: 'people', permissions: ['users.read'] },
]
const words = { 'conversations.read': 'Leer conversaciones', 'conversations.reply': 'Contestar', 'users.read': 'Ver quién está en el equipo' } as Record<
  string,
  string
>
const find = (search: string) => findPermissions(groups, search, (one) => words[one] ?? '').flatMap(({ permissions }) => permissions)

test('nothing sought shows all', () => assert.equal(find(' ').length, 3))
test('words are found without accents and in any case, names as they are', () => {
  assert.deepEqual(find('QUIEN'), ['users.read'])
  assert.deepEqual(find('conversations.r'), ['conversations.read', 'conversations.reply'])
})
test('groups without a match are left out', () => assert.deepEqual(findPermissions(groups, 'contestar', (one) => words[one] ?? '').length, 1))

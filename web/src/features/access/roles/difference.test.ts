import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RoleView } from '@chasqui/contracts'
import { differenceOf } from './difference.ts'

const role = (id: string, builtIn: boolean, permissions: RoleView['permissions']): RoleView => ({
  id,
  builtIn,
  name: id,
  description: '',
  permissions,
  reach: 'all',
  hides: [],
  members: 0,
  twoFactorRequired: false,
  updatedAt: null,
})
const agent = role('agent', true, ['conversations.read', 'conversations.reply', 'contacts.read'])
const auditor = role('auditor', true, ['audit.read'])

test('an own role is told by the built-in one that is nearest', () => {
  const found = differenceOf(role('x', false, ['conversations.read', 'contacts.read', 'keys.read']), [auditor, agent])!
  assert.deepEqual([found.base.id, [...found.more], [...found.less]], ['agent', ['keys.read'], ['conversations.reply']])
})
test('a built-in role has no difference', () => assert.equal(differenceOf(agent, [agent, auditor]), null))

test('what is seen counts too: the same permissions with another reach or hidden fields are not the same', () => {
  const nearer = { ...role('clerk', true, agent.permissions), reach: 'own' as const }
  const own = { ...role('x', false, agent.permissions), reach: 'own' as const }
  assert.deepEqual(
    [differenceOf(own, [agent])?.sight, differenceOf(own, [agent, nearer])?.base.id, differenceOf(own, [agent, nearer])?.sight],
    [true, 'clerk', false],
  )
  assert.equal(differenceOf({ ...role('y', false, agent.permissions), hides: ['phone'] }, [agent])?.sight, true)
})

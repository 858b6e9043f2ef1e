import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grant, grantOfRole, rolePermissions, type Permission } from '@chasqui/contracts'
import { mayTakeOver } from './take-over.ts'

type Maker = Grant & { role: string }
const owner: Maker = { role: 'owner', ...grantOfRole('owner') }
const manager: Maker = { role: 'custom', permissions: new Set<Permission>([...rolePermissions.agent, 'users.manage']), reach: 'queue', hides: [] }

const cases: [who: string, maker: Maker, target: { role: string; elsewhere: boolean }, may: boolean][] = [
  ['an owner, an agent', owner, { role: 'agent', elsewhere: false }, true],
  ['an owner, another owner', owner, { role: 'owner', elsewhere: false }, true],
  ['an owner, somebody who also belongs elsewhere', owner, { role: 'agent', elsewhere: true }, false],
  ['a manager of users, an agent', manager, { role: 'agent', elsewhere: false }, true],
  ['a manager of users who sees only their own conversations, an agent', { ...manager, reach: 'own' }, { role: 'agent', elsewhere: false }, false],
  ['a manager of users from whom numbers are hidden, an agent', { ...manager, hides: ['phone'] }, { role: 'agent', elsewhere: false }, false],
  ['a manager of users, an owner', manager, { role: 'owner', elsewhere: false }, false],
  ['a manager of users, an auditor, who sees what the manager does not', manager, { role: 'auditor', elsewhere: false }, false],
  ['a manager of users, a role nobody knows', manager, { role: 'constructor', elsewhere: false }, false],
]
for (const [who, maker, target, may] of cases) test(`${who}: ${may ? 'yes' : 'no'}`, () => assert.equal(mayTakeOver(maker, target), may))

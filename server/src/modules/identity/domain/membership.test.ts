import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseTenant, grantOf } from './membership.ts'

const stopped = { id: 'stopped', status: 'suspended' } as const
const first = { id: 'first', status: 'active' } as const
const second = { id: 'second', status: 'active' } as const

test('a session starts in the first tenant that works', () => {
  assert.deepEqual(chooseTenant([stopped, first, second], {}), { tenantId: 'first' })
})

test('a session stays where it was, unless the person has left', () => {
  assert.deepEqual(chooseTenant([first, second], { usual: 'second' }), { tenantId: 'second' })
  assert.deepEqual(chooseTenant([first, second], { usual: 'left' }), { tenantId: 'first' })
})

test('a session whose tenant was suspended goes on in another one that works, if there is one', () => {
  assert.deepEqual(chooseTenant([stopped, second], { usual: 'stopped' }), { tenantId: 'second' })
  assert.deepEqual(chooseTenant([{ ...first, status: 'suspended' }, stopped], { usual: 'stopped' }), { tenantId: 'stopped' })
  assert.deepEqual(chooseTenant([stopped, second], { wanted: 'stopped', usual: 'second' }), { tenantId: 'stopped' })
})

test('only an own tenant can be asked for', () => {
  assert.deepEqual(chooseTenant([first, second], { wanted: 'second', usual: 'first' }), { tenantId: 'second' })
  assert.equal(chooseTenant([first], { wanted: 'foreign', usual: 'first' }), null)
})

test('a person whose only tenant is suspended is led there, one without tenants nowhere', () => {
  assert.deepEqual(chooseTenant([stopped], {}), { tenantId: 'stopped' })
  assert.deepEqual(chooseTenant([], { usual: null }), { tenantId: null })
})

test('a role gives its permissions and an unknown one none', () => {
  assert.ok(grantOf('agent').permissions.has('conversations.reply'))
  assert.ok(!grantOf('agent').permissions.has('tenant.manage'))
  for (const role of ['', 'root', 'constructor', '__proto__']) assert.equal(grantOf(role).permissions.size, 0, role)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#platform/database/transaction'
import { listWaiting } from './views.ts'

test('a wait that ends between the look at the waits and the look at their places is left out', async () => {
  const since = new Date('2026-03-02T10:00:00Z')
  const wait = (id: string) => ({ id, conversationId: `conversation of ${id}`, queueId: 'sales', since })
  const answers = [[wait('served'), wait('waits')], [{ id: 'waits', position: 1 }]]
  const tx = { tenantId: 'tenant', query: async () => ({ rows: answers.shift() }), beyondReach: (work: () => unknown) => work() } as unknown as Tx
  assert.deepEqual(await listWaiting(tx), [{ conversationId: 'conversation of waits', queueId: 'sales', position: 1, since: since.toISOString() }])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation } from '@chasqui/contracts'
import { queryClient } from '#lib/query-client.ts'
import { type Rows, rowsKey } from './conversation-cache.ts'
import type { ListFilter } from './list-filter.ts'
import { inOwnHands, isInHand } from './own-acts.ts'

const talk = (id: string, state: Conversation['state']) =>
  ({ id, state, floor: 'human', assignee: null, snoozedUntil: null, tags: [], unread: 0, campaign: null, queue: null }) as unknown as Conversation
const list = (tab: ListFilter['tab']) => rowsKey({ view: 'all', tab })
const read = (key: ReturnType<typeof rowsKey>, items: Conversation[], at = Date.now()) =>
  queryClient.setQueryData<Rows>(key, { pages: [{ items, nextCursor: null }], pageParams: [undefined] }, { updatedAt: at })
const isReadAgain = (key: ReturnType<typeof rowsKey>) => queryClient.getQueryState(key)?.isInvalidated
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a list that was read before the server had closed it is read again, and nothing of it is news meanwhile', async () => {
  const closed = list('closed')
  await inOwnHands('a', 'me', async () => {
    assert.ok(isInHand('a'))
    read(closed, [])
    return talk('a', 'closed')
  })
  assert.ok(isReadAgain(closed))
  await settled()
  assert.ok(!isInHand('a'))
  queryClient.clear()
})

test('lists that have it, that it does not belong to, or that were read before are left alone', async () => {
  const [closed, open] = [list('closed'), list('open')]
  read(closed, [talk('b', 'closed')])
  read(open, [])
  await inOwnHands('b', 'me', async () => talk('b', 'closed'))
  assert.deepEqual([isReadAgain(closed), isReadAgain(open)], [false, false])
  read(closed, [], Date.now() - 60_000)
  await inOwnHands('c', 'me', async () => talk('c', 'closed'))
  assert.equal(isReadAgain(closed), false)
  queryClient.clear()
})

test('what was refused is in nobody’s hand any more', async () => {
  await assert.rejects(inOwnHands('d', 'me', () => Promise.reject(new Error('no'))))
  assert.ok(!isInHand('d'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '@chasqui/contracts'
import type { ThreadItem } from '../thread/thread-items.ts'
import { gatherAlbums } from './albums.ts'

const file = { fileId: 'f', state: 'stored', mime: 'image/png', name: null, size: 1, providerMediaId: null } as const
const message = (id: string, more: Partial<Message> = {}): Message =>
  ({
    id,
    content: { type: 'image', file },
    direction: 'in',
    deletedAt: null,
    reactions: [],
    replyTo: null,
    context: null,
    status: 'received',
    ...more,
  }) as unknown as Message
const item = (id: string, first = false, more: Partial<Message> = {}): ThreadItem => ({
  kind: 'message',
  key: id,
  message: message(id, more),
  first,
  chosen: null,
})
const shape = (items: ThreadItem[]) => items.map((one) => (one.kind === 'album' ? one.messages.map(({ id }) => id).join('+') : one.key))

test('three pictures in a row are one grid, two are not', () => {
  assert.deepEqual(shape(gatherAlbums([item('a', true), item('b'), item('c')])), ['a+b+c'])
  const together = { context: { album: 'm_1' } }
  assert.deepEqual(shape(gatherAlbums([item('a', true, together), item('b', false, together), item('c', false, together)])), ['a+b+c'])
  assert.deepEqual(shape(gatherAlbums([item('a', true), item('b')])), ['a', 'b'])
})

test('another voice, a day, words or a caption end a row', () => {
  const day: ThreadItem = { kind: 'day', key: 'day', at: '2026-01-01' }
  assert.deepEqual(shape(gatherAlbums([item('a', true), item('b'), item('c'), item('d', true), item('e'), item('f')])), ['a+b+c', 'd+e+f'])
  assert.deepEqual(shape(gatherAlbums([item('a', true), item('b'), day, item('c', true), item('d')])), ['a', 'b', 'day', 'c', 'd'])
  const captioned = { content: { type: 'image', caption: 'x', file } } as Partial<Message>
  assert.deepEqual(shape(gatherAlbums([item('a', true), item('b'), item('c'), item('d', false, captioned)])), ['a+b+c', 'd'])
})

test('what is answered, deleted, failed or not there yet stands alone', () => {
  for (const more of [
    { replyTo: { messageId: 'x', providerMessageId: null, preview: null } },
    { deletedAt: '2026-01-01' },
    { status: 'failed' },
    { context: { album: 'm_1', forwarded: true } },
    { reactions: [{ actor: 'contact', emoji: '👍' }] },
    { content: { type: 'image', file: { ...file, state: 'pending' } } },
  ] as Partial<Message>[])
    assert.deepEqual(shape(gatherAlbums([item('a', true), item('b'), item('c', false, more), item('d')])), ['a', 'b', 'c', 'd'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf, readFilters, wordOf, writeFilters } from './filter-words.ts'

test('filters are read back as they were written', () => {
  const words = { tag: 'vip', queue: 'recepcion', stage: 'follow_up', state: 'queued', priority: 'urgent', window: 120, waiting: 45, unread: true } as const
  assert.equal(writeFilters(words), 'queue:recepcion,tag:vip,stage:follow_up,state:queued,priority:urgent,window:2h,waiting:45m,unread')
  assert.deepEqual(readFilters(writeFilters(words)), words)
  assert.equal(writeFilters({}), undefined)
})

test('what is not understood is left out, and the rest kept', () => {
  assert.deepEqual(readFilters('tag:vip,colour:red,stage:client,state:closed,priority:very,window:0h,waiting:soon,unread:no,,:,tag'), { tag: 'vip' })
  assert.deepEqual(readFilters(undefined), {})
})

test('things are called by their name where it says which one is meant, and by their id where it does not', () => {
  const all = [
    { id: '1', name: 'Recepción central' },
    { id: '2', name: 'Ventas' },
    { id: '3', name: 'ventas' },
    { id: '4', name: '★' },
  ]
  assert.deepEqual(
    all.map((item) => wordOf(item, all)),
    ['recepcion-central', '2', '3', '4'],
  )
  for (const item of all) assert.deepEqual(itemOf(wordOf(item, all), all), item)
  assert.equal(itemOf('Recepción-Central', all)?.id, '1')
  assert.equal(itemOf('ventas', all), null)
  assert.equal(itemOf('nobody', all), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clearNews, newsOf, noteFresh, noteStirred, settleNews } from './news.ts'

test('news counts each conversation once and belongs to one list', () => {
  clearNews()
  for (const id of ['a', 'b', 'a']) noteFresh('open', id, true)
  noteStirred('open', 'z')
  assert.deepEqual(newsOf('open'), { fresh: 2, stirred: 1 })
  assert.deepEqual(newsOf('closed'), { fresh: 0, stirred: 0 })
})

test('a conversation that left before it was shown is no news', () => {
  clearNews()
  noteFresh('open', 'a', true)
  noteFresh('open', 'a', false)
  assert.deepEqual(newsOf('open'), { fresh: 0, stirred: 0 })
})

test('what the list holds by now and rows that were seen are no news', () => {
  clearNews()
  for (const id of ['a', 'b']) noteFresh('open', id, true)
  for (const id of ['y', 'z']) noteStirred('open', id)
  settleNews('open', ['b', 'y', 'z'], ['z'])
  assert.deepEqual(newsOf('open'), { fresh: 1, stirred: 1 })
})

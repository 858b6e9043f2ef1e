import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { QueryObserver } from '@tanstack/react-query'
import { queryClient } from './query-client.ts'

/** Answers that come when the test says so, the way a slow network gives them. */
const slowReads = () => {
  const waiting: ((value: string) => void)[] = []
  const read = () => new Promise<string>((resolve) => waiting.push(resolve))
  return { read, asked: () => waiting.length, answer: (value: string) => waiting.at(-1)!(value) }
}

const follow = (reads: ReturnType<typeof slowReads>) => {
  const observer = new QueryObserver(queryClient, { queryKey: ['list'], queryFn: reads.read })
  const stop = observer.subscribe(() => {})
  return { shown: () => observer.getCurrentResult().data, stop }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

afterEach(() => queryClient.clear())

test('a first read that was overtaken by news is read once more when it has come', async () => {
  const reads = slowReads()
  const screen = follow(reads)
  const first = queryClient.invalidateQueries({ queryKey: ['list'] })
  void queryClient.invalidateQueries({ queryKey: ['list'] })
  assert.equal(reads.asked(), 1)
  reads.answer('as it was before the news')
  await settled()
  assert.equal(reads.asked(), 2, 'once, however much happened meanwhile')
  reads.answer('as it is')
  await first
  assert.equal(screen.shown(), 'as it is')
  screen.stop()
})

test('so is one that news would have changed, had it been there', async () => {
  const reads = slowReads()
  const screen = follow(reads)
  queryClient.changeKnown<string>(['list'], (known) => `${known}, changed`)
  reads.answer('as it was before the news')
  await settled()
  assert.equal(reads.asked(), 2)
  reads.answer('as it is')
  await settled()
  assert.equal(screen.shown(), 'as it is')
  screen.stop()
})

test('a first read that fails is left to whoever made it', async () => {
  const failing = { read: () => Promise.reject(new Error('no')), asked: () => 0, answer: () => {} }
  queryClient.setQueryDefaults(['list'], { retry: false })
  const screen = follow(failing)
  await queryClient.invalidateQueries({ queryKey: ['list'] })
  assert.equal(screen.shown(), undefined)
  screen.stop()
})

test('what is not on its way is read again at once', async () => {
  const reads = slowReads()
  const screen = follow(reads)
  reads.answer('before')
  await settled()
  void queryClient.invalidateQueries({ queryKey: ['list'] })
  assert.equal(reads.asked(), 2)
  reads.answer('after')
  await settled()
  assert.equal(screen.shown(), 'after')
  queryClient.changeKnown<string>(['list'], (known) => `${known}, changed`)
  assert.deepEqual([screen.shown(), reads.asked()], ['after, changed', 2])
  screen.stop()
})

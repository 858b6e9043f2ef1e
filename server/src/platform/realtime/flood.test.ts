import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardWords } from './flood.ts'

type Middleware = Parameters<Parameters<typeof guardWords>[0]['use']>[0]

/** A browser's socket with room for so many words. */
const listen = (room: number) => {
  let middleware: Middleware = () => {}
  const [asked, heard, refusals]: [string[], number[], unknown[]] = [[], [], []]
  guardWords({ use: (given: Middleware) => void (middleware = given) } as never, {
    take: async (rate) => (asked.push(rate) > room ? 40 : null),
    tell: (refusal) => void refusals.push(refusal),
  })
  const say = (name: string, number: number) => middleware([name, { conversationId: 'c1' }], () => void heard.push(number))
  const rest = () => new Promise((resolve) => setImmediate(resolve))
  return { say, rest, asked, heard, refusals }
}

test('words are heard in their order until there is no room; then one refusal, and nothing more is even counted', async () => {
  const { say, rest, asked, heard, refusals } = listen(3)
  for (let number = 0; number < 50; number++) say('chat.typing', number)
  await rest()
  for (let number = 50; number < 500; number++) say('chat.join', number)
  await rest()
  assert.deepEqual([heard, asked.length], [[0, 1, 2], 4])
  assert.deepEqual(refusals, [{ name: 'chat.typing', conversationId: 'c1', retryAfter: 40 }])
})

test('what marks conversations as read has a window of its own', async () => {
  const { say, rest, asked } = listen(0)
  say('chat.typing', 0)
  await rest()
  say('chat.read', 1)
  await rest()
  assert.deepEqual(asked, ['signal', 'write'])
})

test('no more than a hundred words of one browser wait at a time, whatever the minute has room for', async () => {
  const { say, rest, heard, refusals } = listen(Infinity)
  for (let number = 0; number < 5000; number++) say('chat.typing', number)
  await rest()
  assert.ok(heard.length <= 100, String(heard.length))
  assert.equal(refusals.length, 1)
})

test('what is no word of the map is neither heard nor counted', async () => {
  const { say, rest, asked, heard } = listen(Infinity)
  for (const name of ['chat.kick', '__proto__', 'constructor', 'toString', '']) say(name, 0)
  await rest()
  assert.deepEqual([asked, heard], [[], []])
})

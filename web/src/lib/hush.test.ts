import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHush } from './hush.ts'

const watch = (given: { mock: { timers: { enable(options: { apis: ['setTimeout'] }): void } } }) => {
  given.mock.timers.enable({ apis: ['setTimeout'] })
  const said: string[] = []
  return { said, hush: createHush((name, { conversationId }) => void said.push(`${name} ${conversationId}`)) }
}
const refusal = (conversationId: string | null, retryAfter = 30) => ({ seq: 1, name: 'chat.join' as const, conversationId, retryAfter })

test('nothing is said during the pause that the server asked for, and everything after it', (given) => {
  const { said, hush } = watch(given)
  hush.begin(refusal(null))
  hush.say('chat.typing', { conversationId: 'a' })
  given.mock.timers.tick(29_999)
  assert.deepEqual(said, [])
  given.mock.timers.tick(1)
  hush.say('chat.typing', { conversationId: 'a' })
  assert.deepEqual(said, ['chat.typing a'])
})

test('afterwards colleagues are told what is on screen by then, also when it was that word that was refused', (given) => {
  const { said, hush } = watch(given)
  hush.begin(refusal('a'))
  hush.say('chat.leave', { conversationId: 'a' })
  hush.say('chat.join', { conversationId: 'b' })
  hush.say('chat.leave', { conversationId: 'b' })
  hush.say('chat.join', { conversationId: 'c' })
  given.mock.timers.tick(30_000)
  assert.deepEqual(said, ['chat.leave a', 'chat.leave b', 'chat.join c'])
})

test('a later refusal makes the pause longer and forgets nothing', (given) => {
  const { said, hush } = watch(given)
  hush.begin(refusal('a'))
  given.mock.timers.tick(20_000)
  hush.begin(refusal('b', 30))
  given.mock.timers.tick(20_000)
  assert.deepEqual(said, [])
  given.mock.timers.tick(10_000)
  assert.deepEqual(said, ['chat.join a', 'chat.join b'])
})

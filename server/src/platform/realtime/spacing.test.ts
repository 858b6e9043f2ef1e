import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { createSpacing } from './spacing.ts'

const rests = { shortest: 20, longest: 200 }

const work = () => {
  const begun: string[] = []
  let finish: () => void = () => {}
  const begin = (key: string) => {
    begun.push(key)
    return new Promise<void>((resolve) => (finish = resolve))
  }
  return { begun, begin, finish: () => finish() }
}

test('the first is done at once; what is asked for meanwhile is done together, and only after it', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const { begun, begin, finish } = work()
  let now = 0
  const { ask } = createSpacing(rests, begin, () => now)
  ask('a')
  assert.deepEqual(begun, ['a'])
  ask('a')
  ask('a')
  context.mock.timers.tick(50)
  now += 50
  await turn()
  assert.deepEqual(begun, ['a'], 'the first is not done')
  finish()
  await turn()
  context.mock.timers.tick(99)
  await turn()
  assert.deepEqual(begun, ['a'], 'slow work is followed by a longer rest')
  context.mock.timers.tick(1)
  await turn()
  assert.deepEqual(begun, ['a', 'a'])
  finish()
  await turn()
  context.mock.timers.tick(50)
  await turn()
  assert.deepEqual(begun, ['a', 'a'], 'nobody asked again')
})

test('quick work is not done again before the time is over, and one key does not wait for another', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const { begun, begin, finish } = work()
  const { ask } = createSpacing(rests, begin, () => 0)
  ask('a')
  finish()
  ask('a')
  await turn()
  assert.deepEqual(begun, ['a'])
  ask('b')
  assert.deepEqual(begun, ['a', 'b'])
  finish()
  context.mock.timers.tick(20)
  await turn()
  assert.deepEqual(begun, ['a', 'b', 'a'])
})

test('what fails is over, and after the end nothing begins', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  let begun = 0
  const { ask, stop } = createSpacing({ shortest: 0, longest: 0 }, () => {
    begun += 1
    return Promise.reject(new Error('failed'))
  })
  ask('a')
  await turn()
  context.mock.timers.tick(1)
  await turn()
  ask('a')
  assert.equal(begun, 2)
  stop()
  ask('b')
  assert.equal(begun, 2)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeTogether } from './write-together.ts'

const transportOf = (name: string) => {
  const acts: string[] = []
  const wire = { cork: () => void acts.push('hold'), uncork: () => void acts.push('let go') }
  const transport = {
    name,
    socket: { _socket: wire },
    send: (packets: string[]) => {
      acts.push(...packets)
      if (packets.includes('bad')) throw new Error('bad')
    },
  }
  writeTogether(transport)
  return { acts, transport }
}

test('what is sent at once is held until all of it is there', () => {
  const { acts, transport } = transportOf('websocket')
  transport.send(['one', 'two'])
  assert.deepEqual(acts, ['hold', 'one', 'two', 'let go'])
})

test('what cannot be sent holds nothing back afterwards', () => {
  const { acts, transport } = transportOf('websocket')
  assert.throws(() => transport.send(['bad']))
  assert.equal(acts.at(-1), 'let go')
})

test('answers of HTTP stay as they are, and a wire that is gone is no trouble', () => {
  const { acts, transport } = transportOf('polling')
  transport.send(['one'])
  assert.deepEqual(acts, ['one'])
  const gone = { name: 'websocket', socket: { _socket: null }, send: () => {} }
  writeTogether(gone)
  assert.doesNotThrow(() => gone.send())
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHints } from '#platform/events/hints'
import { createSecretIndex } from '../src/modules/channels/secret-index.ts'

type Row = { id: string; secrets: Buffer | null }
type Ports = Parameters<typeof createSecretIndex>[0]

/** Channels by id with the secret of each, as a database would tell them, and how many secrets were opened. */
const stageOf = (secrets: Map<string, string>) => {
  const hints = createHints()
  const opened: string[] = []
  const rowOf = ([id, secret]: [string, string]): Row => ({ id, secrets: Buffer.from(JSON.stringify({ word: secret })) })
  const query = async (_: string, [, which]: [string, string | string[] | null]) => ({
    rows: [...secrets].filter(([id]) => (Array.isArray(which) ? which.includes(id) : which === null)).map(rowOf),
  })
  const index = createSecretIndex({
    hints,
    database: { system: { query } } as unknown as Ports['database'],
    adapters: { telegram: { carriedSecret: { in: () => null, setting: 'word' } } } as unknown as Ports['adapters'],
    hashSecret: (secret) => Buffer.from(secret),
    open: (sealed, about) => {
      opened.push(about)
      return sealed.toString()
    },
  })
  return { hints, opened, find: (secret: string) => index.channelsWith('telegram', secret) }
}

test('a channel that changes has its own secret opened anew, and no other’s', async () => {
  const secrets = new Map(Array.from({ length: 100 }, (_, number) => [`c${number}`, `s${number}`]))
  const { hints, opened, find } = stageOf(secrets)
  assert.deepEqual(await find('s7'), ['c7'])
  assert.equal(opened.length, 100)
  secrets.set('c7', 'another')
  hints.changed('channel', 'c7')
  assert.deepEqual([await find('s7'), await find('another')], [[], ['c7']])
  assert.deepEqual(opened.slice(100), ['channel:c7'])
})

test('channels that come, go, or have one secret together are known as they are', async () => {
  const secrets = new Map([['c1', 'same']])
  const { hints, find } = stageOf(secrets)
  const say = (id: string) => hints.changed('channel', id)
  assert.deepEqual(await find('same'), ['c1'])
  secrets.set('c2', 'same')
  say('c2')
  assert.deepEqual(await find('same'), ['c1', 'c2'])
  secrets.delete('c1')
  say('c1')
  assert.deepEqual(await find('same'), ['c2'])
  secrets.delete('c2')
  say('c2')
  assert.deepEqual(await find('same'), [])
})

test('whoever asks while a change is read waits for it', async () => {
  const secrets = new Map([['c1', 'old']])
  const { hints, find } = stageOf(secrets)
  await find('old')
  secrets.set('c1', 'new')
  hints.changed('channel', 'c1')
  assert.deepEqual(await Promise.all([find('new'), find('new')]), [['c1'], ['c1']])
})

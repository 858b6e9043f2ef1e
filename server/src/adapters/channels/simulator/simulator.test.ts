import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdapterIo, Dispatch } from '#channels'
import { SimulatorProfile } from '@chasqui/contracts'
import { simulator } from './index.ts'
import type { SimulatedNetwork } from './network.ts'
import { SimulatorSettings } from './settings.ts'

const io: AdapterIo = {
  request: async () => ({ result: 'refused', reason: 'this channel has no network of its own' }),
  readFile: async () => {
    throw new Error('the disk is busy')
  },
  now: () => new Date('2026-03-02T12:00:00Z'),
}
const networkThatTakes = (taken: Dispatch[]): SimulatedNetwork => ({
  deliver: async (_line, message) => ({ result: 'taken', id: `sim.${taken.push(message)}` }),
  react: async () => ({ result: 'lost' }),
  markRead: async () => {},
  showTyping: async () => {},
  reaches: async () => true,
})
const adapterWith = (profile: SimulatorProfile) => {
  const taken: Dispatch[] = []
  const adapter = simulator({ network: networkThatTakes(taken) })
  const account = { tenantId: 't', channelId: 'c', settings: SimulatorSettings.parse({ profile }) }
  const send = (content: Dispatch['content']) => adapter.send({ clientRef: 'ref', to: { kind: 'phone', value: '549' }, content, quotes: null }, account, io)
  return { adapter, account, send, taken }
}
const buttons: Dispatch['content'] = { type: 'buttons', body: '¿?', buttons: [{ id: 'a', title: 'A' }] }

test('each channel gets a secret of its own, which is sealed', () => {
  const [one, other] = [SimulatorSettings.parse({}), SimulatorSettings.parse({})]
  assert.notEqual(one.secret, other.secret)
  assert.ok(one.secret.length >= 32)
  assert.equal(one.profile, 'cloud')
  assert.deepEqual(adapterWith('cloud').adapter.secrets, ['secret'])
})

test('a profile carries what the imitated channel carries, and refuses the rest', async () => {
  const cloud = adapterWith('cloud')
  const qr = adapterWith('qr')
  assert.deepEqual(await cloud.send(buttons), { result: 'accepted', providerMessageId: 'sim.1', aliases: [] })
  assert.partialDeepStrictEqual(await qr.send(buttons), {
    result: 'failed',
    windowClosed: false,
    pauseChannel: false,
    error: { code: 'simulator.131051', detail: 'content.type_not_offered at content.type' },
  })
  assert.equal(qr.taken.length, 0)
  assert.equal((await cloud.send({ type: 'text', text: 'x'.repeat(4097) })).result, 'failed')
  assert.equal((await qr.send({ type: 'text', text: 'x'.repeat(4097) })).result, 'accepted')
})

test('each profile has the limits that one notices on the phone', () => {
  const facts = SimulatorProfile.options.map((profile) => {
    const { adapter, account } = adapterWith(profile)
    const { serviceWindowHours, buttons, list, templates, readReceipts } = adapter.abilities(account.settings)
    return [profile, serviceWindowHours, buttons?.max ?? 0, list?.rows ?? 0, templates, readReceipts]
  })
  assert.deepEqual(facts, [
    ['cloud', 24, 3, 10, true, true],
    ['qr', null, 0, 0, false, true],
    ['web', null, 10, 20, false, true],
    ['telegram', null, 10, 0, false, false],
  ])
})

test('a lost answer is uncertain, a file that cannot be read now is tried again', async () => {
  const { adapter, account } = adapterWith('cloud')
  assert.equal(
    (await adapter.react!({ clientRef: 'r', to: { kind: 'phone', value: '549' }, providerMessageId: 'm', isOwn: false, emoji: '👍' }, account, io)).result,
    'uncertain',
  )
  assert.deepEqual(await adapter.fetchMedia!('0198c0de-0000-7000-8000-000000000000', account, io), { result: 'retry', reason: 'the disk is busy' })
})

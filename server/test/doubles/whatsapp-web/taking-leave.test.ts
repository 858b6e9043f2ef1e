import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createLines, type Lines } from '../../../src/adapters/channels/whatsapp-web/lines.ts'
import type { SessionState } from '../../../src/adapters/channels/whatsapp-web/session-state.ts'
import { createUntil } from '../../kit/until.ts'
import { memoryStore } from './memory-store.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})
const { store, kept } = memoryStore()
let sandbox: WhatsAppWeb
let lines: Lines
before(async () => {
  sandbox = await startWhatsAppWeb()
  const entry = { file: join(import.meta.dirname, 'engine-entry.ts'), given: [JSON.stringify(sandbox.where), JSON.stringify({ departMs: 500 })] }
  lines = createLines({ store, entry, random: () => 0 })
})
after(async () => {
  await lines.close()
  await sandbox.stop()
})

/** Somebody who listens to a number, by a line that is linked. */
const listenTo = async (session: string, phone: string) => {
  let state: SessionState = { state: 'connecting' }
  const hearer = { changed: (now: SessionState) => void (state = now), heard: async () => {} }
  const is = <State extends SessionState['state']>(wanted: State) =>
    until(() => state.state === wanted && (state as Extract<SessionState, { state: State }>), `${session} is ${wanted}`)
  lines.hold(session, hearer, {})
  await sandbox.network.scan((await is('qr')).qr, phone)
  await is('connected')
  return { is, letGo: () => lines.letGo(session, hearer) }
}
/** Somebody who listens to a number and stops before anything that they heard is stored. */
const stopBeforeStoring = async (session: string, phone: string) => {
  const heard: unknown[] = []
  const hearer = { changed: () => {}, heard: (payload: unknown) => new Promise<void>(() => void heard.push(payload)) }
  const listener = await listenTo(session, phone)
  await listener.letGo()
  lines.hold(session, hearer, {})
  const isHeard = () => until(() => heard.length > 0, `${session} heard something`)
  return { isHeard, letGo: () => lines.letGo(session, hearer) }
}
const devices = async (phone: string) => (await sandbox.network.person(phone)).companions.length
const keysOf = (session: string) => [...kept.keys()].filter((key) => key.startsWith(`${session} `))

test('a number is left by the line that somebody still holds', async () => {
  const phone = '5491150000001'
  const listener = await listenTo('one', phone)
  await lines.part('one', false)
  await until(async () => (await devices(phone)) === 0, 'the device is out')
  await listener.letGo()
  assert.deepEqual(keysOf('one'), [])
})

test('a number whose lost line somebody still holds is left by one that is opened for it; before, its keys stay', async () => {
  const phone = '5491150000002'
  const listener = await listenTo('two', phone)
  await sandbox.network.refuse(phone, '403')
  await sandbox.network.hangUp(phone, 'unavailable')
  await listener.is('error')
  await assert.rejects(lines.part('two', false), /banned/)
  assert.equal(await devices(phone), 1)
  assert.ok(keysOf('two').length > 0)
  await sandbox.network.refuse(phone, null)
  await lines.part('two', false)
  await until(async () => (await devices(phone)) === 0, 'the device is out')
  await listener.letGo()
  assert.deepEqual(keysOf('two'), [])
})

test('a number is left whatever the network still has for it: what is not stored is not acknowledged, and does not keep the device', async () => {
  const phone = '5491150000003'
  const listener = await stopBeforeStoring('three', phone)
  await sandbox.network.say('5491122330000', phone, { conversation: 'hola' })
  await listener.isHeard()
  await listener.letGo()
  await lines.part('three', false)
  await until(async () => (await devices(phone)) === 0, 'the device is out')
  assert.deepEqual(keysOf('three'), [])
})

test('a number whose line is dead without anybody knowing keeps its keys until the network says that the device is out', async () => {
  const phone = '5491150000004'
  const listener = await listenTo('four', phone)
  await sandbox.network.hangUp(phone, 'silent')
  await assert.rejects(lines.part('four', false), /timed out/i)
  assert.equal(await devices(phone), 1)
  assert.ok(keysOf('four').length > 0)
  await lines.part('four', false)
  assert.equal(await devices(phone), 0)
  await listener.letGo()
  assert.deepEqual(keysOf('four'), [])
})

test('a number that somebody wants to listen to again while it is being left is left, and can be linked again', async () => {
  const phone = '5491150000005'
  const listener = await listenTo('five', phone)
  const leaving = lines.part('five', false)
  await listener.letGo()
  const next = await listenTo('five', phone)
  await leaving
  assert.equal(await devices(phone), 1, 'the one that was linked last')
  await next.letGo()
})

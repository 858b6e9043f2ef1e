import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { channelConformance } from './channel-conformance.ts'
import { sendText } from './sending-cases.ts'
import { startWppNumber, type WppHarness } from './wppconnect-harness.ts'

channelConformance('WPPConnect', startWppNumber, { calls: false })

describe('WPPConnect alone', () => {
  let harness: WppHarness
  before(async () => {
    harness = await startWppNumber()
  })
  after(() => harness.close())

  const resultOf = (query: Record<string, unknown>, body = harness.body([{ kind: 'text', id: 'm-1', from: harness.customers[0]!, text: 'hola' }])) =>
    harness.adapter.open({ body, headers: {}, query }, harness.account.settings).result

  test('believes whoever has the secret of the address, and nobody else', () => {
    const key = harness.account.settings.webhookSecret
    assert.equal(resultOf({ key }), 'items')
    assert.equal(resultOf({}), 'unsigned')
    for (const wrong of [key.slice(1), `${key}0`, 'x', [key, key]]) assert.equal(resultOf({ key: wrong }), 'forged')
    for (const body of ['', '{', 'null', '[]', '7']) assert.equal(resultOf({ key }, Buffer.from(body)), 'malformed', body)
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), (json) => void resultOf({ key }, Buffer.from(json))))
  })

  test('knows a call although its own data hides what it is', () => {
    const body = Buffer.from(
      JSON.stringify({ event: 'other', session: 'other', id: 'c1', peerJid: '5491122334455@c.us', offerTime: 1_760_000_000, isGroup: false }),
    )
    const opened = harness.adapter.open({ body, headers: {}, query: { key: harness.account.settings.webhookSecret } }, harness.account.settings)
    assert.ok(opened.result === 'items')
    assert.deepEqual(harness.adapter.interpret(opened.items[0]!.payload, harness.account.settings)[0]?.type, 'active')
  })

  test('makes a token once, and another when it is not taken any more', async () => {
    await sendText(harness)
    const before = harness.server.tokensMade
    await sendText(harness)
    assert.equal(harness.server.tokensMade, before)
    harness.server.forgetTokens()
    assert.equal((await sendText(harness)).result, 'accepted')
    assert.equal(harness.server.tokensMade, before + 1)
  })

  test('a number that is not in use is not written to', async () => {
    harness.session.unused.add('5491100000000')
    const outcome = await sendText(harness, { to: { kind: 'phone', value: '5491100000000' } })
    assert.equal(outcome.result === 'failed' && outcome.error.code, 'wppconnect.not_on_whatsapp')
  })

  test('a server that says that it is not connected may have sent all the same', async () => {
    harness.server.faults.push({ times: 1, status: 404, body: { response: null, status: 'Disconnected', message: 'A sessão do WhatsApp não está ativa.' } })
    assert.equal((await sendText(harness)).result, 'uncertain')
  })

  test('does not work with the key that everybody knows', () => {
    const { account, adapter } = harness
    assert.equal(adapter.settings.safeParse({ ...account.settings, secretKey: 'THISISMYSECURETOKEN' }).success, false)
  })
})

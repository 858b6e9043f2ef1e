import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { channelConformance } from './channel-conformance.ts'
import { sendText } from './sending-cases.ts'
import { startWahaNumber, type WahaHarness } from './waha-harness.ts'

channelConformance('WAHA with an engine that keeps our ids', () => startWahaNumber('NOWEB'))
channelConformance('WAHA with a browser engine', () => startWahaNumber('WEBJS'))

describe('WAHA alone', () => {
  let harness: WahaHarness
  before(async () => {
    harness = await startWahaNumber('NOWEB')
  })
  after(() => harness.close())

  test('what may have left is sent again as the same message, where the engine keeps our ids', async () => {
    assert.equal((await sendText(harness)).result, 'accepted')
    harness.server.lose.next = 1
    const before = harness.session.got.length
    const lost = await sendText(harness, { clientRef: 'r-1' })
    assert.equal(lost.result, 'retry')
    assert.equal((await sendText(harness, { clientRef: 'r-1' })).result, 'accepted')
    assert.equal(harness.session.got.length, before + 1)
  })

  test('a file that may have left is not sent again', async () => {
    harness.server.lose.next = 1
    const content = { type: 'image' as const, file: harness.storeFile(new Uint8Array(10), 'image/png', 'a.png') }
    assert.equal((await sendText(harness, { content })).result, 'uncertain')
  })

  test('a number that is not in use is not written to', async () => {
    harness.session.unused.add('5491100000000')
    const outcome = await sendText(harness, { to: { kind: 'phone', value: '5491100000000' } })
    assert.partialDeepStrictEqual(outcome, { result: 'failed', unreachable: 'no_account', error: { code: 'waha.not_on_whatsapp' } })
  })

  test('the other name of a person is told with the first message', async () => {
    harness.session.lids.set('5491122334466', '138437855349999@lid')
    const outcome = await sendText(harness, { to: { kind: 'phone', value: '5491122334466' } })
    assert.deepEqual(outcome.result === 'accepted' && outcome.aliases, [{ kind: 'lid', value: '138437855349999' }])
  })

  test('a file that the server keeps no more is asked for again', async () => {
    const { adapter, account, io, session } = harness
    const bytes = Buffer.from('the file')
    const id = await session.writes('5491122334455', { hasMedia: true, media: session.file(bytes, 'image/jpeg') })
    const [message] = session.messages('5491122334455@c.us').filter(({ id: name }) => String(name).endsWith(id))
    const item = adapter.open(harness.sign(session.envelope('message.any', message!)), account.settings)
    assert.ok(item.result === 'items')
    const [heard] = adapter.interpret(item.items[0]!.payload, account.settings)
    assert.ok(heard?.type === 'message' && heard.content.type === 'image')
    session.forgetFiles()
    Object.assign(message!, { media: session.file(bytes, 'image/jpeg') })
    const fetched = await adapter.fetchMedia!(heard.content.file.providerMediaId!, account, io)
    assert.ok(fetched.result === 'fetched' && Buffer.from(fetched.media.bytes).equals(bytes))
  })
})

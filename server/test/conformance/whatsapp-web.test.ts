import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { channelConformance } from './channel-conformance.ts'
import { sendText } from './sending-cases.ts'
import { startLinkedNumber, type WhatsAppWebHarness } from './whatsapp-web-harness.ts'

channelConformance('WhatsApp by QR', startLinkedNumber, { calls: false })

describe('WhatsApp by QR alone', () => {
  let harness: WhatsAppWebHarness
  before(async () => {
    harness = await startLinkedNumber()
  })
  after(() => harness.close())

  test('a number that is not in use is not written to', async () => {
    await harness.network.unused(['5491100000000'])
    const outcome = await sendText(harness, { to: { kind: 'phone', value: '5491100000000' } })
    assert.partialDeepStrictEqual(outcome, { result: 'failed', unreachable: 'no_account', error: { code: 'whatsapp-web.not_on_whatsapp' } })
    assert.deepEqual(await harness.network.got('5491100000000'), [])
  })

  test('what is sent again is the same message', async () => {
    const [one, two] = [await sendText(harness, { clientRef: 'r-1' }), await sendText(harness, { clientRef: 'r-1' })]
    assert.deepEqual(one, two)
  })
})

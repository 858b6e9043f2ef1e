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

  const hola = () => harness.body([{ kind: 'text', id: 'm-1', from: harness.customers[0]!, text: 'hola' }])
  const resultOf = (given: { secret?: string; query?: Record<string, unknown> }, body = hola()) =>
    harness.adapter.open({ body, headers: {}, query: {}, ...given }, harness.account.settings).result

  test('believes whoever has the secret of the address, and nobody else', () => {
    const secret = harness.account.settings.webhookSecret
    assert.equal(resultOf({ secret }), 'items')
    assert.equal(resultOf({}), 'unsigned')
    for (const wrong of [secret.slice(1), `${secret}0`, 'x']) assert.equal(resultOf({ secret: wrong }), 'forged')
    for (const body of ['', '{', 'null', '[]', '7']) assert.equal(resultOf({ secret }, Buffer.from(body)), 'malformed', body)
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), (json) => void resultOf({ secret }, Buffer.from(json))))
  })

  test('also of a server that was told of the address with a query; a wrong secret in the path is not made good by it', () => {
    const key = harness.account.settings.webhookSecret
    assert.equal(resultOf({ query: { key } }), 'items')
    for (const wrong of [key.slice(1), [key, key]]) assert.equal(resultOf({ query: { key: wrong } }), 'forged')
    assert.equal(resultOf({ secret: 'another', query: { key } }), 'forged')
  })

  test('knows a call although its own data hides what it is', () => {
    const body = Buffer.from(
      JSON.stringify({ event: 'other', session: 'other', id: 'c1', peerJid: '5491122334455@c.us', offerTime: 1_760_000_000, isGroup: false }),
    )
    const opened = harness.adapter.open(harness.sign(body), harness.account.settings)
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
    assert.partialDeepStrictEqual(outcome, { result: 'failed', unreachable: 'no_account', error: { code: 'wppconnect.not_on_whatsapp' } })
  })

  test('the other name of a person is told with the first message, whichever they are written to by', async () => {
    const { session } = harness
    session.lids.set('5491122334466', '138437855349999@lid')
    const [number, lid] = [{ kind: 'phone', value: '5491122334466' } as const, { kind: 'lid', value: '138437855349999' } as const]
    const aliasesOf = async (to: typeof number | typeof lid) => {
      const outcome = await sendText(harness, { to })
      return outcome.result === 'accepted' && outcome.aliases
    }
    assert.deepEqual([await aliasesOf(number), await aliasesOf(lid)], [[lid], [number]])
    const outcome = await sendText(harness)
    assert.deepEqual(outcome.result === 'accepted' && outcome.aliases, [], 'who is not known is written to all the same')
  })

  test('a card of one number on WhatsApp goes as a card, any other as a file that telephones open', async () => {
    const { session, customers } = harness
    const card = (phone: string, more = {}) => ({ name: 'Dra. Paz', phones: [{ phone }], emails: [], own: false, ...more })
    const sends = async (contacts: ReturnType<typeof card>[], to = customers[0]!) => {
      assert.equal((await sendText(harness, { to, content: { type: 'contacts', contacts } })).result, 'accepted')
      return session.got.at(-1)!
    }
    const made = await sends([card('+54 9 11 2233-0000')])
    assert.deepEqual([made.path, made.fields['contactsId'], made.fields['name']], ['contact-vcard', '5491122330000@c.us', 'Dra. Paz'])
    session.unused.add('541140000000')
    const others = [
      [card('+54 11 4000-0000')],
      [card('4000-0000')],
      [card('+54 9 11 2233-0000', { organisation: 'Clínica' })],
      [card('+54 9 11 2233-0000'), card('+1 555 0100')],
    ]
    for (const cards of others) {
      const { path, fields } = await sends(cards)
      const file = Buffer.from(String(fields['base64']).split(',')[1]!, 'base64').toString()
      assert.equal(path, 'send-file-base64')
      assert.match(String(fields['filename']), /\.vcf$/)
      for (const { phones } of cards) assert.ok(file.includes(phones[0]!.phone), file)
    }
    assert.equal((await sends([card('+54 9 11 2233-0000')], { kind: 'lid', value: '13843785534118' })).path, 'send-file-base64', 'a short LID is no number')
  })

  test('stickers go as bytes, those that move by the call that keeps them moving', async () => {
    const { session } = harness
    const header = (flags: number) =>
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'), Buffer.from([flags, 0, 0, 0, 255, 1, 0, 255, 1, 0])])
    for (const [flags, path] of [[0x10, 'send-sticker'], [0x12, 'send-sticker-gif']] as const) {
      const file = harness.storeFile(header(flags), 'image/webp', 'a.webp')
      assert.equal((await sendText(harness, { content: { type: 'sticker', file } })).result, 'accepted')
      assert.equal(session.got.at(-1)!.path, path)
    } // prettier-ignore
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

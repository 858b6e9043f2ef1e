import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileRef, OutboundContent } from '@chasqui/contracts'
import fc from 'fast-check'
import { EngineContent } from './engine-content.ts'
import { addressesOf, addressOf, jidOf } from '../../kits/whatsapp/jid.ts'
import { mediaId, readMediaId } from './media-ref.ts'
import { messageIdOf } from '../../kits/whatsapp/message-id.ts'
import { engineContent } from './outbound.ts'
import { fromVcard, toVcard } from '../../kits/whatsapp/vcard.ts'

const file: FileRef = { fileId: '01890000-0000-7000-8000-000000000001', state: 'stored', mime: 'x/y', name: 'precios.pdf', size: 3, providerMediaId: null }
const bytes = new Uint8Array([1, 2, 3])
const as = (content: OutboundContent, mime = 'image/png') => engineContent(content, async ({ name }) => ({ bytes, mime, name: name ?? 'stored' }))

test('everything that a linked device may send has the engine’s form', async () => {
  const cases: [OutboundContent, unknown, string?][] = [
    [
      { type: 'text', text: 'hola' },
      { type: 'text', text: 'hola' },
    ],
    [
      { type: 'image', file, caption: 'c' },
      { type: 'image', bytes, mime: 'image/png', caption: 'c' },
    ],
    [{ type: 'video', file }, { type: 'video', bytes, mime: 'video/mp4' }, 'video/mp4'],
    [{ type: 'document', file }, { type: 'document', bytes, mime: 'application/pdf', name: 'precios.pdf' }, 'application/pdf'],
    [
      { type: 'sticker', file },
      { type: 'sticker', bytes },
    ],
    [{ type: 'audio', file, voice: true }, { type: 'audio', bytes, mime: 'audio/ogg; codecs=opus', voice: true }, 'audio/ogg; codecs=opus'],
    [{ type: 'audio', file, voice: true }, { type: 'audio', bytes, mime: 'audio/mpeg', voice: false }, 'audio/mpeg'],
    [
      { type: 'location', latitude: 1, longitude: 2, name: 'n' },
      { type: 'location', latitude: 1, longitude: 2, name: 'n' },
    ],
  ]
  for (const [content, expected, mime] of cases) {
    const found = await as(content, mime)
    assert.deepEqual(found, expected)
    EngineContent.parse(found)
  }
})

test('what it may not send has none', async () => {
  assert.equal(await as({ type: 'buttons', body: 'b', buttons: [{ id: 'a', title: 'A' }] }), null)
  assert.equal(await as({ type: 'location_request', body: 'b' }), null)
})

test('a card survives the way there and back', () => {
  // Blank ends and other line ends do not belong to a name.
  const word = fc.stringMatching(/^[\p{L}\d,;\\. '\n-]{1,40}$/u).map((value) => value.trim()).filter((value) => value !== '') // prettier-ignore
  const phone = fc.record({ phone: word, whatsappId: fc.stringMatching(/^\d{8,15}$/), type: fc.constantFrom('CELL', 'HOME') }, { noNullPrototype: true })
  const card = fc.record(
    { name: word, phones: fc.array(phone, { maxLength: 3 }), emails: fc.array(word, { maxLength: 2 }), own: fc.constant(false) },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(card, (card) => assert.deepEqual(fromVcard(toVcard(card), ''), card)))
})

test('the same message of ours has the same id, whoever sends it and however often', () => {
  fc.assert(fc.property(fc.uuid(), fc.uuid(), (one, other) => one === other || messageIdOf(one) !== messageIdOf(other)))
  assert.match(messageIdOf('01890000-0000-7000-8000-000000000001'), /^3EB0[0-9A-F]{18}$/)
  assert.equal(messageIdOf('a'), messageIdOf('a'))
})

test('people have addresses, which lead back to them; groups and others have none', () => {
  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/)
  fc.assert(
    fc.property(digits, fc.constantFrom('s.whatsapp.net', 'lid'), fc.integer({ min: 0, max: 99 }), (user, server, device) => {
      const address = addressOf(`${user}:${device}@${server}`)
      assert.equal(jidOf(address!), `${user}@${server}`)
    }),
  )
  fc.assert(fc.property(fc.anything(), (anything) => addressesOf([anything, anything]).length <= 1))
  assert.equal(jidOf({ kind: 'telegram', value: '12345678' }), null)
  assert.equal(jidOf({ kind: 'phone', value: '1@g.us' }), null)
})

test('a file’s id says where it lies; other ids say nothing', () => {
  const ref = { kind: 'image' as const, path: '/v/t62/a.enc', key: 'k', sealedHash: 's', hash: 'h', chat: 'c', messageId: 'm', mine: false }
  assert.deepEqual(readMediaId(mediaId(ref)), ref)
  assert.equal(readMediaId(mediaId({ ...ref, path: 'https://elsewhere.example/x' })), null, 'only paths on the network’s own hosts')
  fc.assert(fc.property(fc.string(), (id) => readMediaId(id) === null && readMediaId(`wa1.${id}`) === null))
})

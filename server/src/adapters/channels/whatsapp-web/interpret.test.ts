import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Happening } from '#channels'
import { MessageContent, type FileRef } from '@chasqui/contracts'
import fc from 'fast-check'
import { interpretPayload } from './interpret.ts'
import { readMediaId } from './media-ref.ts'

type Shape = Record<string, unknown>
type WithFile = Extract<MessageContent, { file: FileRef }>

const pn = '5491122334455@s.whatsapp.net'
const lid = '138437855341185@lid'
const slice = (message: Shape, more: Shape = {}, key: Shape = {}) => ({
  kind: 'message',
  message: { key: { remoteJid: pn, remoteJidAlt: lid, fromMe: false, id: '3A1', ...key }, messageTimestamp: 1_760_000_000, pushName: 'Ana', message, ...more },
})
const only = (payload: unknown): Happening => {
  const [first, ...rest] = interpretPayload(payload)
  assert.deepEqual(rest, [])
  return first!
}
const heard = (message: Shape, more: Shape = {}, key: Shape = {}) => {
  const happening = only(slice(message, more, key))
  assert.equal(happening.type, 'message', JSON.stringify(happening))
  return happening
}
const content = (message: Shape) => {
  const found = heard(message).content
  assert.deepEqual(MessageContent.parse(found), found, 'the content has the shape of the contract')
  return found
}
test('a piece of history and a name that belongs to a number are told as such, anything else of their kind is nothing', () => {
  const part = { id: 'H1', linkedAt: 1_760_000_000, path: '/v/t62/1.enc', key: 'a2V5', inline: null }
  assert.deepEqual(only({ kind: 'history', part }), { type: 'past', id: 'H1', before: '2025-10-09T08:53:20.000Z', part })
  for (const wrong of [{ ...part, linkedAt: 1e15 }, { ...part, id: '' }, null]) assert.equal(only({ kind: 'history', part: wrong }).type, 'ignored')
  const [number, name] = [
    { kind: 'phone', value: '5491122334455' },
    { kind: 'lid', value: '138437855341185' },
  ]
  assert.deepEqual(only({ kind: 'mapping', number: pn, lid }), { type: 'same_person', addresses: [number, name] })
  assert.equal(only({ kind: 'mapping', number: pn, lid: '1@g.us' }).type, 'ignored')
})

const place = {
  directPath: '/v/t62.7118-24/1_n.enc?ccb=11-4&oh=01_Q5&oe=68',
  mediaKey: 'a2V5',
  fileEncSha256: 'ZW5j',
  fileSha256: 'cGxhaW4=',
  fileLength: 1234,
}

describe('what people say', () => {
  const cases: [string, Shape, Shape][] = [
    ['a text', { conversation: ' 👋 ' }, { type: 'text', text: ' 👋 ' }],
    ['a text with more', { extendedTextMessage: { text: 'hola', contextInfo: {} } }, { type: 'text', text: 'hola' }],
    ['a text that disappears', { ephemeralMessage: { message: { conversation: 'hola' } }, messageContextInfo: {} }, { type: 'text', text: 'hola' }],
    [
      'a place',
      { locationMessage: { degreesLatitude: -34.6, degreesLongitude: -58.4, name: 'Obelisco' } },
      { type: 'location', latitude: -34.6, longitude: -58.4, name: 'Obelisco' },
    ],
    [
      'a card',
      {
        contactMessage: {
          displayName: 'Luis',
          vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Luis\\, el bueno\nitem1.TEL;waid=5491155556666:+54 9 11 5555-6666\nEND:VCARD',
        },
      },
      {
        type: 'contacts',
        contacts: [{ name: 'Luis, el bueno', phones: [{ phone: '+54 9 11 5555-6666', whatsappId: '5491155556666' }], emails: [], own: false }],
      },
    ],
    ['a button', { buttonsResponseMessage: { selectedButtonId: 'yes', selectedDisplayText: 'Sí' } }, { type: 'choice', id: 'yes', title: 'Sí', via: 'button' }],
    [
      'a row',
      { listResponseMessage: { title: 'Pan', description: 'fresco', singleSelectReply: { selectedRowId: 'bread' } } },
      { type: 'choice', id: 'bread', title: 'Pan', description: 'fresco', via: 'list' },
    ],
    [
      'a template’s button',
      { templateButtonReplyMessage: { selectedId: 't', selectedDisplayText: 'T' } },
      { type: 'choice', id: 't', title: 'T', via: 'template' },
    ],
    [
      'a form',
      { interactiveResponseMessage: { body: { text: 'Listo' }, nativeFlowResponseMessage: { name: 'flow', paramsJson: '{"a":1}' } } },
      { type: 'form_reply', name: 'flow', body: 'Listo', data: { a: 1 }, raw: '{"a":1}' },
    ],
    [
      'a poll',
      { pollCreationMessageV3: { name: '¿Qué día?', options: [{ optionName: 'Lunes' }, { optionName: 'Martes' }] } },
      { type: 'text', text: '📊 ¿Qué día?\n• Lunes\n• Martes' },
    ],
    ['a later poll', { pollCreationMessageV5: { name: '¿Qué día?', options: [{ optionName: 'Lunes' }] } }, { type: 'text', text: '📊 ¿Qué día?\n• Lunes' }],
    [
      'a poll in an envelope',
      { pollCreationMessageV4: { message: { pollCreationMessageV3: { name: '¿Qué día?', options: [{ optionName: 'Lunes' }] } } } },
      { type: 'text', text: '📊 ¿Qué día?\n• Lunes' },
    ],
    [
      'an order, of which only number and sum are told',
      { orderMessage: { orderId: '77', orderTitle: 'Panadería', itemCount: 3, message: 'sin sal', totalAmount1000: 4500000, totalCurrencyCode: 'ARS' } },
      { type: 'order', catalogId: '', text: 'sin sal', items: [{ productId: 'Panadería', quantity: 3, price: 1500, currency: 'ARS' }] },
    ],
    [
      'a product',
      { productMessage: { product: { title: 'Pan', priceAmount1000: 1500, currencyCode: 'ARS', description: 'fresco', url: 'https://example.com/pan' } } },
      { type: 'text', text: '🛍️ Pan\nARS 1.50\nfresco\nhttps://example.com/pan' },
    ],
    [
      'an event',
      { eventMessage: { name: 'Visita', startTime: 1_760_000_000, location: { name: 'Obelisco' }, description: 'los esperamos', joinLink: '' } },
      { type: 'text', text: '📅 Visita\n2025-10-09 08:53 UTC\nObelisco\nlos esperamos' },
    ],
    [
      'an invitation to a group',
      { groupInviteMessage: { groupJid: '1@g.us', groupName: 'Vecinos', caption: 'sumate' } },
      { type: 'text', text: '👥 Vecinos\nsumate' },
    ],
    ['an order of nothing', { orderMessage: {} }, { type: 'unsupported', providerType: 'orderMessage', raw: { orderMessage: {} } }],
    [
      'what is not known',
      { hologramMessage: { name: '?' } },
      { type: 'unsupported', providerType: 'hologramMessage', raw: { hologramMessage: { name: '?' } } },
    ],
    ['a place without a place', { locationMessage: {} }, { type: 'unsupported', providerType: 'locationMessage', raw: { locationMessage: {} } }],
  ]
  for (const [name, message, expected] of cases) test(name, () => assert.deepEqual(content(message), expected))

  for (const [name, message, type, more] of [
    ['a picture', { imageMessage: { ...place, mimetype: 'image/jpeg', caption: 'mirá' } }, 'image', { caption: 'mirá' }],
    ['a picture seen once', { viewOnceMessageV2: { message: { imageMessage: { ...place, mimetype: 'image/jpeg' } } } }, 'image', {}],
    ['a GIF', { videoMessage: { ...place, mimetype: 'video/mp4', gifPlayback: true } }, 'video', { animated: true }],
    ['a round video', { ptvMessage: { ...place, mimetype: 'video/mp4' } }, 'video', {}],
    ['a voice note', { audioMessage: { ...place, mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds: 3 } }, 'audio', { voice: true, seconds: 3 }],
    [
      'a document with a caption',
      { documentWithCaptionMessage: { message: { documentMessage: { ...place, mimetype: 'application/pdf', fileName: '../a.pdf', caption: 'c' } } } },
      'document',
      { caption: 'c' },
    ],
    [
      'a sticker that moves',
      { lottieStickerMessage: { message: { stickerMessage: { ...place, mimetype: 'image/webp', isAnimated: true } } } },
      'sticker',
      { animated: true },
    ],
  ] as const) {
    // prettier-ignore
    test(name, () => {
      const found = content(message) as WithFile
      assert.deepEqual({ ...found, file: found.file.state }, { type, file: 'pending', ...more })
      const { mime, ...ref } = readMediaId(found.file.providerMediaId!)!
      assert.equal(mime, found.file.mime)
      assert.deepEqual(ref, {
        kind: type,
        path: place.directPath,
        key: place.mediaKey,
        sealedHash: place.fileEncSha256,
        hash: place.fileSha256,
        chat: pn,
        messageId: '3A1',
        mine: false,
      })
      if (type === ('document' as string)) assert.equal(found.file.name, 'a.pdf')
    })
  }

  test('a file without its key stays in the thread, failed', () => {
    const { file } = content({ imageMessage: { mimetype: 'image/png' } }) as WithFile
    assert.deepEqual([file.state, file.providerMediaId], ['failed', null])
  })
})

describe('who says it', () => {
  test('number and LID belong to one person, the number first, whichever the network used', () => {
    const expected = [
      { kind: 'phone', value: '5491122334455' },
      { kind: 'lid', value: '138437855341185' },
    ]
    assert.deepEqual(heard({ conversation: 'a' }).from, expected)
    assert.deepEqual(heard({ conversation: 'a' }, {}, { remoteJid: '138437855341185:3@lid', remoteJidAlt: '5491122334455:0@s.whatsapp.net' }).from, expected)
  })

  test('what the business types on its telephone is for the customer and comes from the handset', () => {
    const { origin, from, profileName } = heard({ conversation: 'a' }, {}, { fromMe: true })
    assert.deepEqual([origin, from[0], profileName], ['handset', { kind: 'phone', value: '5491122334455' }, null])
  })

  for (const jid of ['120363@g.us', 'status@broadcast', '1@newsletter', '12345@broadcast', '', 'x@lid'])
    test(`nobody: ${jid || 'nothing'}`, () => assert.equal(only(slice({ conversation: 'a' }, {}, { remoteJid: jid, remoteJidAlt: undefined })).type, 'ignored'))

  test('time, name, what it answers and how it came', () => {
    const contextInfo = {
      stanzaId: '3EB0X',
      isForwarded: true,
      forwardingScore: 7,
      externalAdReply: { title: 'Promo', sourceUrl: 'https://fb.me/x', ctwaClid: 'c1' },
    }
    const found = heard({ extendedTextMessage: { text: 'a', contextInfo } })
    assert.deepEqual([found.at, found.profileName, found.quotes], ['2025-10-09T08:53:20.000Z', 'Ana', '3EB0X'])
    assert.deepEqual(found.context, {
      referral: { source_url: 'https://fb.me/x', headline: 'Promo', ctwa_clid: 'c1' },
      forwarded: true,
      frequentlyForwarded: true,
    })
  })
})

test('pictures that were sent together share the name of their album, in whichever envelope it stands', () => {
  const messageContextInfo = { messageAssociation: { associationType: 'MEDIA_ALBUM', parentMessageKey: { id: '3AALBUM' } } }
  const imageMessage = { ...place, mimetype: 'image/jpeg' }
  for (const message of [
    { imageMessage, messageContextInfo },
    { associatedChildMessage: { message: { imageMessage, messageContextInfo } } },
    { associatedChildMessage: { message: { imageMessage } }, messageContextInfo },
  ])
    assert.deepEqual(heard(message).context, { album: '3AALBUM' })
  const better = { messageAssociation: { associationType: 'HD_IMAGE_DUAL_UPLOAD', parentMessageKey: { id: '3A0' } } }
  assert.equal(heard({ imageMessage, messageContextInfo: better }).context, null)
})

describe('what people do', () => {
  const from = [
    { kind: 'phone', value: '5491122334455' },
    { kind: 'lid', value: '138437855341185' },
  ]
  const at = '2025-10-09T08:53:20.000Z'
  test('react and take it back', () => {
    for (const [text, emoji] of [
      ['👍', '👍'],
      ['', null],
    ] as const) {
      // prettier-ignore
      assert.deepEqual(only(slice({ reactionMessage: { key: { id: 'M' }, text } })), { type: 'reaction', providerMessageId: 'M', from, profileName: null, at, emoji, origin: 'contact' }) // prettier-ignore
    }
  })
  test('edit', () => {
    for (const message of [
      { protocolMessage: { key: { id: 'M' }, type: 14, editedMessage: { conversation: 'mejor' } } },
      {
        editedMessage: { message: { protocolMessage: { key: { id: 'M' }, type: 'MESSAGE_EDIT', editedMessage: { extendedTextMessage: { text: 'mejor' } } } } },
      },
    ])
      assert.deepEqual(only(slice(message)), { type: 'edit', providerMessageId: 'M', from, at, content: { type: 'text', text: 'mejor' }, origin: 'contact' })
  })
  test('delete', () => assert.deepEqual(only(slice({ protocolMessage: { key: { id: 'M' }, type: 0 } })), { type: 'delete', providerMessageId: 'M', from, at }))
  test('what only devices exchange is nobody’s message', () => {
    for (const message of [
      { protocolMessage: { type: 6 } },
      { senderKeyDistributionMessage: {} },
      { pinInChatMessage: {} },
      { albumMessage: { expectedImageCount: 3 }, messageContextInfo: {} },
      { pollUpdateMessage: { vote: {} } },
      {},
    ])
      assert.equal(only(slice(message)).type, 'ignored')
  })
  test('a call that nobody took', () => {
    assert.deepEqual(heard({}, { messageStubType: 'CALL_MISSED_VIDEO' }).content, { type: 'system', event: 'call.missed', data: { media: 'video' } })
  })
  test('what could not be read is told in the log; what comes when it is sent again is a message', () => {
    const told = only(slice({}, { messageStubType: 'CIPHERTEXT', messageStubParameters: ['No session record'] }))
    assert.deepEqual(told, { type: 'notice', level: 'warn', event: 'message.undecrypted', detail: { id: '3A1', reason: 'No session record' }, pause: false })
  })
})

describe('what became of ours', () => {
  const recipient = [{ kind: 'phone', value: '5491122334455' }]
  const at = '2025-10-09T08:53:20.000Z'
  test('taken by the network, or refused', () => {
    assert.deepEqual(only({ kind: 'ack', id: '3EB0A', to: pn, at: 1_760_000_000, error: null }), {
      type: 'status', providerMessageId: '3EB0A', clientRef: null, status: 'sent', at, error: null, recipient,
    }) // prettier-ignore
    const refused = only({ kind: 'ack', id: '3EB0A', to: pn, at: '1760000000', error: '463' })
    assert.ok(refused.type === 'status' && refused.status === 'failed')
    assert.deepEqual([refused.error?.code, refused.error?.retryable], ['whatsapp-web.463', false])
  })
  test('arrived, read, played; each of several', () => {
    for (const [type, status] of [
      [undefined, 'delivered'],
      ['read', 'read'],
      ['played', 'played'],
    ] as const) {
      // prettier-ignore
      const told = interpretPayload({ kind: 'receipt', ids: ['A', 'B'], from: pn, type, at: 1_760_000_000 })
      assert.deepEqual(told.map((one) => one.type === 'status' && [one.providerMessageId, one.status]), [['A', status], ['B', status]]) // prettier-ignore
    }
    for (const type of ['read-self', 'sender', 'retry', 'inactive', 'peer_msg'])
      assert.equal(only({ kind: 'receipt', ids: ['A'], from: pn, type }).type, 'ignored')
  })
})

test('any JSON means something, the same each time, and contents have the shape of the contract', () => {
  const names = ['conversation', 'imageMessage', 'orderMessage', 'eventMessage', 'startTime', 'name', 'messageContextInfo', 'messageAssociation', 'protocolMessage', 'contactMessage', 'key', 'message', 'text', 'contextInfo', 'vcard', 'mediaKey', 'directPath', 'paramsJson', 'constructor', '__proto__'] // prettier-ignore
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null), fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('tree'), { maxKeys: 3 })),
  })) // prettier-ignore
  const kinds = fc.constantFrom('message', 'ack', 'receipt', 'typing', 'history', 'mapping', 'else')
  fc.assert(
    fc.property(kinds, fc.dictionary(fc.constantFrom(...names), tree), tree, (kind, message, given) => {
      const payloads = [
        slice(message),
        { kind, message: given, ids: given, from: given, id: given, error: given, part: given, number: given, lid: given },
        given,
      ]
      for (const payload of payloads) {
        const found = interpretPayload(payload)
        assert.ok(found.length > 0)
        assert.deepEqual(interpretPayload(payload), found)
        for (const happening of found) if ('content' in happening) MessageContent.parse(happening.content)
        assert.doesNotMatch(JSON.stringify(found), /\\u0000/)
      }
    }),
    { numRuns: 40 },
  )
})

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import type { Happening } from '#channels'
import { MessageContent } from '@chasqui/contracts'
import { interpretPayload } from './interpret.ts'
import { readFileId } from './media.ts'
import { wahaSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

type Shape = Record<string, unknown>

const hmacKey = 'key-of-the-interpret-test'
const settings = wahaSettings({ hosts: false }).parse({ baseUrl: 'http://waha:3000', apiKey: 'k', session: 's', hmacKey })
const pn = '5491122334455@c.us'
const own = '5491150000000@c.us'

const itemsOf = (envelope: Shape) => {
  const body = Buffer.from(JSON.stringify({ id: 'evt_1', timestamp: 1_760_000_000_123, session: 's', ...envelope }))
  const opened = openWebhook({ body, query: {}, headers: { 'x-webhook-hmac': createHmac('sha512', hmacKey).update(body).digest('hex') } }, settings)
  assert.ok(opened.result === 'items')
  return opened.items
}
const heard = (event: string, payload: Shape): Happening => {
  const [item, ...rest] = itemsOf({ event, payload })
  assert.ok(item && rest.length === 0)
  return interpretPayload(JSON.parse(JSON.stringify(item.payload)))[0]!
}
const message = (more: Shape = {}): Shape => ({
  id: `false_${pn}_3EB0A1`,
  timestamp: 1_760_000_000,
  from: pn,
  to: own,
  fromMe: false,
  body: '',
  hasMedia: false,
  ...more,
})
const contentOf = (more: Shape) => {
  const happening = heard('message.any', message(more))
  assert.ok(happening.type === 'message', JSON.stringify(happening))
  return MessageContent.parse(happening.content)
}

test('the signature is that of the documented example', () => {
  const body = Buffer.from('{"event":"message","session":"default","engine":"WEBJS"}')
  const signature = '208f8a55dde9e05519e898b10b89bf0d0b3b0fdf11fdbf09b6b90476301b98d8097c462b2b17a6ce93b6b47a136cf2e78a33a63f6752c2c1631777076153fa89'
  const documented = wahaSettings({ hosts: false }).parse({ ...settings, hmacKey: 'my-secret-key' })
  const opened = openWebhook({ body, query: {}, headers: { 'x-webhook-hmac': signature } }, documented)
  assert.deepEqual(opened, { result: 'items', items: [] })
})

describe('what people say', () => {
  test('a text, with who says it and what it answers', () => {
    const more = { body: 'Hola', replyTo: { id: '3EB0FF', body: '¿Turno?' }, _data: { key: { remoteJidAlt: '138437855341185@lid' }, pushName: 'Ana' } }
    assert.deepEqual(heard('message.any', message(more)), {
      type: 'message',
      providerMessageId: '3EB0A1',
      from: [
        { kind: 'phone', value: '5491122334455' },
        { kind: 'lid', value: '138437855341185' },
      ],
      profileName: 'Ana',
      at: '2025-10-09T08:53:20.000Z',
      content: { type: 'text', text: 'Hola' },
      quotes: '3EB0FF',
      context: null,
      origin: 'contact',
    })
  })

  test('a place, whose coordinates are strings, and cards', () => {
    assert.deepEqual(contentOf({ location: { latitude: '-34.6', longitude: '-58.4', title: 'Obelisco' } }), {
      type: 'location',
      latitude: -34.6,
      longitude: -58.4,
      name: 'Obelisco',
    })
    const card = contentOf({ vCards: ['BEGIN:VCARD\nVERSION:3.0\nFN:Dra. Paz\nTEL;waid=5491122330000:+54 9 11 2233-0000\nEND:VCARD'] })
    assert.ok(card.type === 'contacts' && card.contacts[0]!.name === 'Dra. Paz')
  })

  test('a poll, whichever engine tells it, is read as its question and options', () => {
    const options = [{ optionName: 'Lunes' }, { optionName: 'Martes' }]
    const read = { type: 'text', text: '📊 ¿Qué día?\n• Lunes\n• Martes' }
    const told = (data: Shape) => contentOf({ _data: data })
    assert.deepEqual(told({ message: { pollCreationMessageV3: { name: '¿Qué día?', options } } }), read)
    assert.deepEqual(told({ Message: { pollCreationMessage: { name: '¿Qué día?', options } } }), read)
    assert.deepEqual(told({ type: 'poll_creation', pollName: '¿Qué día?', pollOptions: [{ name: 'Lunes' }, { name: 'Martes' }] }), read)
    assert.equal(told({ message: { pollCreationMessage: { options } } }).type, 'unsupported')
  })

  test('orders, products, events and invitations are read where the engine tells them, without their pictures', () => {
    const order = { orderTitle: 'Panadería', itemCount: 2, totalAmount1000: '3000000', totalCurrencyCode: 'ARS', thumbnail: 'x'.repeat(9000) }
    const items = [{ productId: 'Panadería', quantity: 2, price: 1500, currency: 'ARS' }]
    for (const data of [{ message: { orderMessage: order } }, { Message: { orderMessage: order } }]) {
      assert.deepEqual(contentOf({ _data: data }), { type: 'order', catalogId: '', text: '', items })
      const [item] = itemsOf({ event: 'message.any', payload: message({ _data: data }) })
      assert.ok(JSON.stringify(item!.payload).length < 1000)
    }
    assert.deepEqual(contentOf({ _data: { message: { groupInviteMessage: { groupName: 'Vecinos' } } } }), { type: 'text', text: '👥 Vecinos' })
    assert.equal(contentOf({ _data: { message: { eventMessage: {} } } }).type, 'unsupported')
  })

  test('an album and votes are silent; its pictures share its name', () => {
    for (const data of [{ message: { albumMessage: { expectedImageCount: 2 } } }, { Message: { pollUpdateMessage: {} } }])
      assert.deepEqual(itemsOf({ event: 'message.any', payload: message({ _data: data }) }), [])
    // What engines in a browser tell besides is nobody's message, either.
    for (const type of ['album', 'e2e_notification', 'gp2', 'notification_template', 'call_log', 'ciphertext'])
      assert.deepEqual(itemsOf({ event: 'message.any', payload: message({ body: null, _data: { type } }) }), [], type)
    const association = (parentMessageKey: Shape, associationType: unknown) => ({ messageAssociation: { associationType, parentMessageKey } })
    for (const data of [
      { message: { imageMessage: {}, messageContextInfo: association({ id: '3AALBUM' }, 'MEDIA_ALBUM') } },
      { Message: { imageMessage: {}, messageContextInfo: association({ ID: '3AALBUM' }, 1) } },
    ]) {
      const picture = heard('message.any', message({ hasMedia: true, media: { url: 'http://x/api/files/a', mimetype: 'image/jpeg' }, _data: data }))
      assert.ok(picture.type === 'message' && picture.content.type === 'image')
      assert.deepEqual(picture.context, { album: '3AALBUM' })
    }
  })

  test('files by their type, and without one by what the engine calls them', () => {
    const file = (mimetype: string | null, type = '') => contentOf({ hasMedia: true, media: { url: 'http://x/api/files/a', mimetype }, _data: { type } })
    for (const [mimetype, type] of [['image/jpeg', 'image'], ['video/mp4', 'video'], ['image/webp', 'sticker'], ['application/pdf', 'document']] as const)
      assert.equal(file(mimetype).type, type) // prettier-ignore
    const voice = file('audio/ogg; codecs=opus')
    assert.ok(voice.type === 'audio' && voice.voice)
    const bare = contentOf({ hasMedia: true, media: null, _data: { message: { imageMessage: {} } } })
    assert.ok(bare.type === 'image' && bare.file.state === 'pending')
    assert.deepEqual(readFileId(bare.file.providerMediaId!), { url: null, chat: pn, id: '3EB0A1', at: 1_760_000_000 })
  })

  test('what the business typed on its telephone is for the person that it went to', () => {
    const happening = heard('message.any', message({ id: `true_${pn}_3EB0A2`, fromMe: true, from: own, to: pn, body: 'voy' }))
    assert.ok(happening.type === 'message' && happening.origin === 'handset')
    assert.deepEqual(happening.from, [{ kind: 'phone', value: '5491122334455' }])
    const bare = heard('message.any', message({ id: `true_${pn}_3EB0A2`, fromMe: true, from: own, to: null, body: 'voy' }))
    assert.deepEqual(bare, happening, 'the id names the chat, too')
  })

  test('the same message under its two names is one', () => {
    const [one] = itemsOf({ event: 'message.any', payload: message({ body: 'hola' }) })
    const [two] = itemsOf({ event: 'message', payload: message({ id: 'false_138437855341185@lid_3EB0A1', from: '138437855341185@lid', body: 'hola' }) })
    assert.equal(one!.eventId, two!.eventId)
  })

  test('groups, channels and the status are nobody’s conversation', () => {
    for (const from of ['12345678-1234@g.us', '123456789@newsletter', 'status@broadcast', '13135550002@c.us', '16505361212@s.whatsapp.net']) assert.deepEqual(itemsOf({ event: 'message.any', payload: message({ from, id: `false_${from}_1` }) }), []) // prettier-ignore
  })
})

describe('what else happens', () => {
  test('edits, removals and what cannot be read yet', () => {
    const edited = heard('message.edited', message({ id: `false_${pn}_3EB0E1`, editedMessageId: '3EB0A1', body: 'Hola!' }))
    assert.ok(edited.type === 'edit' && edited.providerMessageId === '3EB0A1' && edited.content.type === 'text')
    const revoked = heard('message.revoked', { before: null, after: message({ id: `false_${pn}_3EB0R1` }), revokedMessageId: '3EB0A1' })
    assert.ok(revoked.type === 'delete' && revoked.providerMessageId === '3EB0A1')
    const bare = heard('message.revoked', { before: null, after: null, revokedMessageId: '3EB0A1' })
    assert.ok(bare.type === 'delete' && bare.providerMessageId === '3EB0A1', 'its id alone says which')
    const inGroup = message({ from: '12345678-1234@g.us', id: 'false_12345678-1234@g.us_3EB0R1_x' })
    assert.deepEqual(itemsOf({ event: 'message.revoked', payload: { before: null, after: inGroup, revokedMessageId: '3EB0A1' } }), [])
    const waiting = heard('message.waiting', message())
    assert.ok(waiting.type === 'notice' && waiting.event === 'message.undecrypted')
  })

  test('votes, by all that is chosen, under the poll; withdrawn ones are no news', () => {
    const vote = (selectedOptions: string[]) =>
      heard('poll.vote', {
        vote: { id: `false_${pn}_3EB0V1`, from: pn, fromMe: false, selectedOptions, timestamp: 1_760_000_000_500 },
        poll: { id: `true_${pn}_3EB0P1`, fromMe: true },
      })
    const chosen = vote(['Lunes', 'Martes'])
    assert.ok(chosen.type === 'message' && chosen.content.type === 'choice' && chosen.content.title === 'Lunes, Martes' && chosen.quotes === '3EB0P1')
    assert.equal(vote([]).type, 'ignored')
  })

  test('calls, typing and receipts', () => {
    assert.equal(heard('call.received', { id: 'c1', from: pn }).type, 'active')
    const missed = heard('call.rejected', { id: 'c1', from: pn, isVideo: true })
    assert.ok(missed.type === 'message' && missed.content.type === 'system')
    assert.deepEqual(heard('presence.update', { id: pn, presences: [{ lastKnownPresence: 'typing' }] }), {
      type: 'typing',
      from: [{ kind: 'phone', value: '5491122334455' }],
    })
    assert.deepEqual(itemsOf({ event: 'presence.update', payload: { id: pn, presences: [{ lastKnownPresence: 'online' }] } }), [])
    const ack = (value: number) => heard('message.ack', { id: { _serialized: `true_${pn}_3EB0A2` }, from: own, to: pn, fromMe: true, ack: value })
    assert.deepEqual([-1, 0, 1, 2, 3, 4].map((value) => { const told = ack(value); return told.type === 'status' ? told.status : told.type }), ['failed', 'ignored', 'sent', 'delivered', 'read', 'played']) // prettier-ignore
  })

  test('a place that was sent by the interface comes back as its own receipt', () => {
    const back = heard(
      'message.any',
      message({ id: `true_${pn}_3EB0A3`, fromMe: true, from: own, to: pn, source: 'api', location: { latitude: 1, longitude: 2 } }),
    )
    assert.ok(back.type === 'status' && back.status === 'sent' && back.providerMessageId === '3EB0A3')
  })
})

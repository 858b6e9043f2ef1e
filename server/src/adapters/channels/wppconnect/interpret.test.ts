import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Happening } from '#channels'
import { MessageContent } from '@chasqui/contracts'
import { interpretPayload } from './interpret.ts'
import { WppSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

type Shape = Record<string, unknown>

const settings = WppSettings.parse({ baseUrl: 'http://wpp:21465', secretKey: 'secret-key', session: 's', webhookSecret: 'secret-of-the-interpret-test' })
const pn = '5491122334455@c.us'
const own = '5491150000000@c.us'

const itemsOf = (told: Shape) => {
  const opened = openWebhook({ body: Buffer.from(JSON.stringify({ session: 's', ...told })), headers: {}, query: {}, secret: settings.webhookSecret }, settings)
  assert.ok(opened.result === 'items')
  return opened.items
}
const heard = (told: Shape): Happening => {
  const [item, ...rest] = itemsOf(told)
  assert.ok(item && rest.length === 0)
  return interpretPayload(JSON.parse(JSON.stringify(item.payload)))[0]!
}
const message = (more: Shape = {}): Shape => ({
  event: 'onmessage',
  id: `false_${pn}_3EB0A1`,
  type: 'chat',
  body: '',
  t: 1_760_000_000,
  from: pn,
  to: own,
  fromMe: false,
  chatId: { _serialized: pn },
  ...more,
})
const contentOf = (more: Shape) => {
  const happening = heard(message(more))
  assert.ok(happening.type === 'message', JSON.stringify(happening))
  return MessageContent.parse(happening.content)
}

describe('what people say', () => {
  test('files are asked for by their message: the bytes that came along are not kept', () => {
    const [item] = itemsOf(message({ type: 'image', body: 'aGVsbG8='.repeat(1000), mimetype: 'image/png', caption: 'mirá', size: 5 }))
    assert.ok(JSON.stringify(item!.payload).length < 1000)
    const image = contentOf({ type: 'image', body: 'aGVsbG8=', mimetype: 'image/png', caption: 'mirá', size: 5 })
    assert.ok(image.type === 'image' && image.caption === 'mirá' && image.file.providerMediaId === `false_${pn}_3EB0A1`)
    const longer = contentOf({ type: 'image', id: `true_${pn}_3EB0A1_out`, fromMe: true, to: pn })
    assert.ok(longer.type === 'image' && longer.file.providerMediaId === `true_${pn}_3EB0A1_out`, 'by all that the id says')
    const voice = contentOf({ type: 'ptt', duration: 4 })
    assert.ok(voice.type === 'audio' && voice.voice && voice.seconds === 4)
  })

  test('places, cards, choices and what is not known', () => {
    assert.deepEqual(contentOf({ type: 'location', lat: -34.6, lng: -58.4, loc: 'Obelisco' }), {
      type: 'location',
      latitude: -34.6,
      longitude: -58.4,
      name: 'Obelisco',
    })
    const card = contentOf({ type: 'vcard', body: 'BEGIN:VCARD\nFN:Dra. Paz\nTEL:+54 9 11 2233-0000\nEND:VCARD' })
    assert.ok(card.type === 'contacts' && card.contacts[0]!.name === 'Dra. Paz')
    const chosen = contentOf({ type: 'list_response', listResponse: { title: 'Lunes', singleSelectReply: { selectedRowId: 'r1' } } })
    assert.ok(chosen.type === 'choice' && chosen.id === 'r1' && chosen.title === 'Lunes')
    assert.equal(contentOf({ type: 'hologram' }).type, 'unsupported')
  })

  test('a poll is read as its question and options, which votes speak of', () => {
    const poll = contentOf({
      type: 'poll_creation',
      pollName: '¿Qué día?',
      pollOptions: [
        { name: 'Lunes', localId: 0 },
        { name: 'Martes', localId: 1 },
      ],
    })
    assert.deepEqual(poll, { type: 'text', text: '📊 ¿Qué día?\n• Lunes\n• Martes' })
    assert.equal(contentOf({ type: 'poll_creation' }).type, 'unsupported')
  })

  test('what the business typed on its telephone is for the person that it went to', () => {
    const happening = heard(message({ event: 'onselfmessage', id: `true_${pn}_3EB0A2`, fromMe: true, from: own, to: pn, body: 'voy' }))
    assert.ok(happening.type === 'message' && happening.origin === 'handset')
    assert.deepEqual(happening.from, [{ kind: 'phone', value: '5491122334455' }])
  })

  test('whoever leaves the shown name empty has the one of the account, and an advertisement is told with its words', () => {
    const named = heard(message({ body: 'hola', notifyName: '', sender: { id: pn, pushname: 'Ana' } }))
    assert.ok(named.type === 'message' && named.profileName === 'Ana')
    const ctwaContext = { sourceId: '120', title: 'Promo', description: 'Dos por uno' }
    const led = heard(message({ body: 'hola', ctwaContext }))
    assert.ok(led.type === 'message')
    assert.deepEqual(led.context, { referral: { source_id: '120', headline: 'Promo', body: 'Dos por uno' } })
  })

  test('only id and sender are sure to be told: whose chat it is stands in the id, or in the chat’s name', () => {
    const mine = { event: 'onselfmessage', id: `true_${pn}_3EB0A2`, from: own, to: undefined, body: 'voy' }
    for (const more of [{ fromMe: true }, { fromMe: undefined, chatId: undefined }, { id: '3EB0A2', fromMe: true }]) {
      const happening = heard(message({ ...mine, ...more }))
      assert.ok(happening.type === 'message' && happening.origin === 'handset')
      assert.deepEqual(happening.from, [{ kind: 'phone', value: '5491122334455' }])
    }
    const file = heard(message({ ...mine, fromMe: true, chatId: undefined, type: 'image' }))
    assert.ok(file.type === 'message' && file.content.type === 'image' && file.content.file.providerMediaId === `true_${pn}_3EB0A2`)
    assert.deepEqual(itemsOf(message({ ...mine, fromMe: true, id: 'true_1234-5678@g.us_3EB0A3_x', chatId: '1234-5678@g.us' })), [])
    const theirs = heard(message({ fromMe: undefined, to: undefined, chatId: undefined, body: 'hola' }))
    assert.ok(theirs.type === 'message' && theirs.origin === 'contact')
  })

  test('what cannot be read yet, what the network itself notes in a chat, groups and the status are nothing', () => {
    for (const type of ['ciphertext', 'e2e_notification', 'gp2', 'notification_template', 'call_log', 'album', 'revoked'])
      for (const event of ['onmessage', 'onselfmessage', 'unreadmessages']) assert.deepEqual(itemsOf(message({ event, type })), [], type)
    for (const from of ['12345678-1234@g.us', 'status@broadcast', '0@c.us', '13135550002@c.us']) assert.deepEqual(itemsOf(message({ from })), [])
  })
})

describe('what else happens', () => {
  test('removals, votes and failures', () => {
    const revoked = heard({ event: 'onrevokedmessage', from: pn, to: own, id: `false_${pn}_3EB0R1`, refId: `false_${pn}_3EB0A1` })
    assert.ok(revoked.type === 'delete' && revoked.providerMessageId === '3EB0A1')
    const ours = heard({ event: 'onrevokedmessage', from: own, id: `true_${pn}_3EB0R2`, refId: `true_${pn}_3EB0A2` })
    assert.ok(ours.type === 'delete' && ours.from[0]!.value === '5491122334455', 'what the business takes back is its customer’s chat too')
    const mark = message({ type: 'revoked', id: `false_${pn}_3EB0R1`, refId: { _serialized: `false_${pn}_3EB0A1` } })
    assert.deepEqual(heard(mark), { ...revoked, at: '2025-10-09T08:53:20.000Z' })
    const told = { event: 'onrevokedmessage', from: pn, to: own, id: `false_${pn}_3EB0R1`, refId: `false_${pn}_3EB0A1` }
    assert.equal(itemsOf(mark)[0]?.eventId, itemsOf(told)[0]?.eventId, 'both tell of one removal')
    const vote = (selectedOptions: unknown[]) =>
      heard({ event: 'onpollresponse', msgId: { _serialized: `true_${pn}_3EB0P1` }, chatId: pn, selectedOptions, timestamp: 1_760_000_000_000 })
    const chosen = vote([{ name: 'Lunes', localId: 1 }, null])
    assert.ok(chosen.type === 'message' && chosen.content.type === 'choice' && chosen.content.title === 'Lunes')
    assert.equal(vote([]).type, 'ignored')
    const failed = heard({ event: 'onack', id: { fromMe: true, remote: pn, id: '3EB0A2', _serialized: `true_${pn}_3EB0A2` }, ack: -4 })
    assert.ok(failed.type === 'status' && failed.status === 'failed' && failed.error !== null)
  })
})

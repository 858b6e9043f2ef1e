import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, sessionRoutes, type Message } from '@chasqui/contracts'
import type { WahaServer } from '../doubles/waha/server.ts'
import type { RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { addSession, linkSession, sessionOf, startBesideWaha } from '../kit/waha.ts'
import { lineIs, lineOf } from '../kit/whatsapp-web.ts'

let server: WahaServer
let the: RunningProduct
before(async () => {
  ;({ server, the } = await startBesideWaha())
})

let numbers = 0
const newBusiness = () => `54911500010${String((numbers += 1)).padStart(2, '0')}`
const newPerson = () => `54911223300${String((numbers += 1)).padStart(2, '0')}`

const threadOf = async (channelId: string): Promise<Message[]> => {
  const [talk] = await talksOf(the.owner.api, channelId)
  return talk ? (await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id } })).items : []
}
const inWords = (messages: Message[]) =>
  messages
    .filter(({ direction }) => direction !== 'note')
    .map(({ direction, content }) => `${direction} ${content.type === 'text' ? content.text : content.type}`)
const heard = async (channelId: string, text: string): Promise<Message> =>
  the.until(async () => (await threadOf(channelId)).find(({ content }) => content.type === 'text' && content.text === text), `“${text}” stands in the thread`)
const linked = async (wanted: Parameters<typeof addSession>[2] = {}) => {
  const channel = await addSession(the.owner.api, server, wanted)
  return { channel, session: await linkSession(the, server, channel, newBusiness()) }
}

describe('a session on a WAHA server', () => {
  test('is made, told where to call, linked by its picture, and known by its number', async () => {
    const channel = await addSession(the.owner.api, server)
    const { qr } = await lineIs(the, channel.id, 'qr')
    const session = sessionOf(server, channel)
    const [webhook] = session.webhooks()
    assert.equal(webhook?.url, `http://localhost:${new URL(the.url).port}/api/webhooks/waha/${channel.id}`)
    assert.ok((webhook?.hmac?.key ?? '').length >= 32)
    const phone = newBusiness()
    await session.link(qr, phone)
    await lineIs(the, channel.id, 'connected')
    const { state, address } = await the.owner.api.ask(channelRoutes.read, { params: { id: channel.id } })
    assert.deepEqual([state, address], ['connected', `+${phone}`])
    assert.equal(session.restarts, 0)
    const { guard } = await the.owner.api.ask(channelRoutes.guard, { params: { id: channel.id } })
    assert.equal(guard?.budget.limit, 10)
    const { line } = await the.owner.api.ask(channelRoutes.status, { params: { id: channel.id } })
    assert.deepEqual([line?.openSince !== null, line?.lostLastDay, line?.told], [true, 0, null])
  })

  test('is linked by a code that is typed, and found by programs as a session', async () => {
    const phone = newBusiness()
    const settings = { baseUrl: server.url, apiKey: server.apiKey }
    const { id } = await the.owner.api.ask(sessionRoutes.create, { body: { name: 'waha-typed', kind: 'waha', phone, settings } })
    const { code } = await lineIs(the, id, 'code')
    assert.equal(code.length, 8)
    const channel = await the.owner.api.ask(channelRoutes.read, { params: { id } })
    await sessionOf(server, channel).link(code, phone)
    await the.until(async () => (await the.owner.api.ask(sessionRoutes.status, { params: { id: 'waha-typed' } })).phone === `+${phone}`, 'it is linked')
  })

  test('a hello is answered once by the flow, however often it is told', async () => {
    const { channel, session } = await linked({ flow: true })
    const person = newPerson()
    const id = await session.writes(person, { body: 'hola' }, { times: 3 })
    await session.tell('message', session.messages(`${person}@c.us`)[0]!)
    await heard(channel.id, 'hola')
    await the.idle()
    const thread = await threadOf(channel.id)
    assert.deepEqual(thread.filter(({ direction }) => direction === 'in').map(({ providerMessageId }) => providerMessageId), [id]) // prettier-ignore
    const out = thread.filter(({ direction }) => direction === 'out')
    assert.ok(out.length > 0)
    assert.deepEqual(session.got.map((got) => got.id).toSorted(), out.map(({ providerMessageId }) => providerMessageId).toSorted())
    assert.equal(session.refusedWebhooks, 0)
  })

  test('what an agent says goes out once, and its receipts are seen', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    await session.writes(person, { body: '¿Atienden?' })
    await heard(channel.id, '¿Atienden?')
    const [talk] = await talksOf(the.owner.api, channel.id)
    await the.owner.api.ask(conversationRoutes.send, { params: { id: talk!.id }, body: { content: { type: 'text', text: 'Sí' }, takeFloor: true } })
    const got = await the.until(() => session.got.find(({ fields }) => fields['text'] === 'Sí'), 'it arrives')
    for (const ack of [1, 2, 3]) assert.deepEqual(await session.acks(got.id, person, ack), [200])
    const read = async () => (await threadOf(channel.id)).find(({ providerMessageId }) => providerMessageId === got.id)?.status === 'read'
    await the.until(read, 'it was read')
    assert.deepEqual(inWords(await threadOf(channel.id)), ['in ¿Atienden?', 'out Sí'])
    assert.equal(session.got.length, 1)
  })

  test('what was removed is gone, also when that is heard first, or of nothing but an id; a new caption keeps the picture', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    const bare = (message: { id?: unknown }) => String(message.id).split('_')[2]!
    const late = session.messageOf(person, { body: 'un secreto' })
    await session.tell('message.revoked', { before: null, after: late, revokedMessageId: bare(late) })
    await the.idle()
    await session.tell('message.any', late)
    const told = session.messageOf(person, { body: 'otro secreto' })
    await session.tell('message.any', told)
    await session.tell('message.revoked', { before: null, after: null, revokedMessageId: bare(told) })
    const picture = session.messageOf(person, { body: 'el eror', hasMedia: true, media: session.file(Buffer.from('a picture'), 'image/jpeg') })
    await session.tell('message.any', picture)
    await the.idle()
    await session.tell('message.edited', { id: `false_${person}@c.us_3EB0EDIT`, from: `${person}@c.us`, editedMessageId: bare(picture), body: 'el error' })
    await the.idle()
    await the.clock.advance(2000)
    await the.idle()
    const thread = await threadOf(channel.id)
    assert.deepEqual(thread.map(({ content }) => (content.type === 'image' ? [content.caption, content.file.state] : content.type)), ['system', ['el error', 'stored']]) // prettier-ignore
  })

  test('of who writes by a LID the number is known with the first answer; whoever had it before is the same contact', async () => {
    const { channel, session } = await linked()
    const answer = async (id: string) => {
      const before = session.got.length
      await the.owner.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: 'Sí' }, takeFloor: true } })
      await the.until(() => session.got.length > before, 'it arrives')
      await the.idle()
    }
    const [stranger, person] = [newPerson(), newPerson()]
    for (const phone of [stranger, person]) session.lids.set(phone, `${phone}77@lid`)
    await session.writes(`${stranger}77@lid`, { body: 'sin número' })
    await heard(channel.id, 'sin número')
    const [talk] = await talksOf(the.owner.api, channel.id)
    assert.equal(talk!.contact.phone, null)
    await answer(talk!.id)
    assert.equal((await talksOf(the.owner.api, channel.id))[0]!.contact.phone, `+${stranger}`)

    const theirs = async () => (await talksOf(the.owner.api, channel.id)).filter(({ id }) => id !== talk!.id)
    await session.writes(person, { body: 'por mi número' })
    await the.idle()
    await session.writes(`${person}77@lid`, { body: 'por mi nombre' })
    await the.idle()
    const apart = await theirs()
    assert.deepEqual(apart.map(({ contact }) => contact.phone).toSorted(), [`+${person}`, null])
    await answer(apart.find(({ contact }) => contact.phone === null)!.id)
    await the.until(async () => new Set((await theirs()).map(({ contact }) => contact.id)).size === 1, 'they are one')

    const other = newPerson()
    await session.writes(`${other}77@lid`, { body: 'por mi nombre' })
    await session.writes(other, { body: 'por mi número' })
    await the.idle()
    const others = async () => (await theirs()).filter(({ contact }) => contact.phone === `+${other}`)
    assert.equal((await others()).length, 1)
    await session.writes(other, { body: 'por los dos', _data: { pushName: 'Ana', key: { remoteJidAlt: `${other}77@lid` } } })
    await the.until(async () => (await others()).length === 2, 'both conversations are of one contact')
  })

  test('what is typed on the telephone stands in the thread, also where the server adds something to the ids', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    await session.writes(person, { body: 'hola', id: `false_${person}@c.us_3EB0IN1_${person}@c.us` })
    await session.writes(person, { body: 'hola', id: `false_${person}@c.us_3EB0IN1_${person}@c.us` })
    await session.writes(person, { body: '¿están?', id: `false_${person}@c.us_3EB0IN2_${person}@c.us` })
    await heard(channel.id, '¿están?')
    await session.writes(person, { body: 'te llamo', fromMe: true, id: `true_${person}@c.us_3EB0OUT1_out` })
    await session.writes(person, { body: 'en cinco', fromMe: true, id: `true_${person}@c.us_3EB0OUT2_out` })
    assert.equal((await heard(channel.id, 'en cinco')).direction, 'out')
    assert.deepEqual(inWords(await threadOf(channel.id)), ['in hola', 'in ¿están?', 'out te llamo', 'out en cinco'])
  })

  test('what is typed on the telephone silences the flow, also where the server names the chat in the id alone', async () => {
    const { channel, session } = await linked({ flow: true })
    const person = newPerson()
    await session.writes(person, { body: 'hola' })
    await the.until(() => session.got.length > 0, 'the flow answers')
    await session.writes(person, { body: 'sigo yo', fromMe: true, to: undefined })
    assert.equal((await heard(channel.id, 'sigo yo')).direction, 'out')
    assert.equal((await talksOf(the.owner.api, channel.id))[0]!.floor, 'human')
  })

  test('an album is answered once by the flow; its announcement is no message', async () => {
    const { channel, session } = await linked({ flow: true })
    const person = newPerson()
    await session.writes(person, { body: null, _data: { message: { albumMessage: { expectedImageCount: 3 } } } })
    const messageContextInfo = { messageAssociation: { associationType: 'MEDIA_ALBUM', parentMessageKey: { id: '3AALBUM' } } }
    const picture = () => ({
      hasMedia: true,
      media: session.file(Buffer.from('a picture'), 'image/jpeg'),
      _data: { message: { imageMessage: {}, messageContextInfo } },
    })
    for (let count = 0; count < 3; count += 1) await session.writes(person, picture())
    await the.until(() => session.got.length > 0, 'the flow answers')
    await the.idle()
    const alone = session.got.length
    const other = newPerson()
    await session.writes(other, picture())
    await the.until(() => session.got.length > alone, 'the flow answers somebody with one picture')
    await the.idle()
    assert.equal(session.got.length, 2 * alone, 'three pictures are answered as one is')
    const talk = (await talksOf(the.owner.api, channel.id)).find(({ contact }) => contact.phone === `+${person}`)!
    const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id } })
    assert.deepEqual(items.flatMap(({ direction, content }) => (direction === 'in' ? [content.type] : [])), ['image', 'image', 'image']) // prettier-ignore
  })

  test('a webhook that somebody else signed, or that is not signed, brings nothing', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    await session.writes(person, { body: 'hola' })
    await heard(channel.id, 'hola')
    const message = session.messageOf(person, { body: 'no soy yo' })
    assert.deepEqual(await session.tell('message.any', message, { signWith: 'another key than ours' }), [401])
    const bare = await fetch(`${the.url}/api/webhooks/waha/${channel.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(session.envelope('message.any', message)),
    })
    assert.equal(bare.status, 401)
    await the.idle()
    assert.deepEqual(inWords(await threadOf(channel.id)), ['in hola'])
  })

  test('webhooks may come to the name of the session or the channel; of two with one name the secret decides', async () => {
    const { channel, session } = await linked()
    const [webhook] = session.webhooks()
    session.config['webhooks'] = [{ ...webhook!, url: `${the.url}/api/webhook/whatsapp/${session.name}` }]
    const message = session.messageOf(newPerson(), { body: 'por nombre' })
    assert.deepEqual(await session.tell('message.any', message), [200])
    assert.deepEqual(await session.tell('message.any', message, { signWith: 'another key than ours' }), [401])
    await heard(channel.id, 'por nombre')
    session.config['webhooks'] = [{ ...webhook!, url: `${the.url}/api/webhook/whatsapp/${encodeURIComponent(channel.name)}` }]
    assert.deepEqual(await session.tell('message.any', session.messageOf(newPerson(), { body: 'por el nombre del canal' })), [200])
    await heard(channel.id, 'por el nombre del canal')
    for (const nobody of ['nobody', 'no%00body', '%ED%A0%80']) {
      const unknown = await fetch(`${the.url}/api/webhook/whatsapp/${nobody}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      assert.equal(unknown.status >= 400 && unknown.status < 500, true, `${nobody} ${unknown.status}`)
    }
  })

  test('what its webhooks lost is read from the chats', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    session.loses = 1
    await session.writes(person, { body: 'se perdió' })
    await session.writes(person, { body: 'llegó' })
    await heard(channel.id, 'llegó')
    assert.equal(session.loses, 0)
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await heard(channel.id, 'se perdió')
    await the.idle()
    assert.equal((await threadOf(channel.id)).length, 2)
  })

  test('of many chats that moved while nobody heard them, none is left out', async () => {
    const { channel, session } = await linked()
    const people = Array.from({ length: 120 }, (_, index) => `54911224400${String(index).padStart(3, '0')}`)
    for (const person of people) session.keep(session.messageOf(person, { body: 'nadie me oye' }))
    for (let group = 0; group < 100; group += 1) session.keep({ ...session.messageOf('1'), id: `false_12036300000000${group}@g.us_3EB0${group}` })
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await the.until(async () => (await talksOf(the.owner.api, channel.id)).length === people.length, 'everybody has a conversation')
  })

  test('is shown as removed when the telephone took the device out, and linked again', async () => {
    const { channel, session } = await linked()
    session.unlink()
    const { cause } = await lineIs(the, channel.id, 'logged_out')
    assert.equal(cause, 'device_removed')
    await the.owner.api.ask(channelRoutes.connect, { params: { id: channel.id } })
    await session.link((await lineIs(the, channel.id, 'qr')).qr, newBusiness())
    await lineIs(the, channel.id, 'connected')
  })

  test('that failed is restarted by itself', async () => {
    const { channel, session } = await linked()
    session.status = 'FAILED'
    await the.until(() => session.restarts > 0, 'it is restarted')
    await lineIs(the, channel.id, 'connected')
  })

  test('with a key that is refused, or an address that is none of a WAHA server, says so', async () => {
    const wrong = await addSession(the.owner.api, server, { settings: { apiKey: 'another' } })
    assert.equal((await lineIs(the, wrong.id, 'error')).cause, 'key_refused')
    const inside = await addSession(the.owner.api, server, { settings: { baseUrl: 'http://10.1.2.3:3000' } })
    assert.equal((await lineIs(the, inside.id, 'error')).cause, 'address_blocked')
    const elsewhere = await addSession(the.owner.api, server, { settings: { baseUrl: `${server.url}/elsewhere` } })
    assert.equal((await lineIs(the, elsewhere.id, 'error')).cause, 'not_a_server')
    const { checks } = await the.owner.api
      .ask(channelRoutes.checks, { params: { id: wrong.id } })
      .then(({ items }) => ({ checks: items.filter(({ check }) => check === 'credentials') }))
    assert.deepEqual(
      checks.map(({ error }) => error?.code),
      ['waha.key_refused'],
    )
  })

  test('of a server that is away comes back by itself', async () => {
    const { channel, session } = await linked()
    server.faults.push({ times: 2, path: new RegExp(`^/api/sessions/${session.name}$`), status: 502, body: 'Bad Gateway' })
    assert.equal((await lineIs(the, channel.id, 'reconnecting')).cause, 'server_failed')
    await lineIs(the, channel.id, 'connected')
  })

  test('is removed with its channel; one that was there before stays, with the webhooks of others', async () => {
    const { channel, session } = await linked()
    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
    await the.until(() => !server.sessions.has(session.name), 'the session is gone')

    const other = { url: 'https://other.example/hook', events: ['message'] }
    const there = server.add('existing', { webhooks: [other], metadata: { theirs: '1' } })
    there.start()
    const second = await addSession(the.owner.api, server, { settings: { session: 'existing' } })
    await linkSession(the, server, second, newBusiness())
    assert.deepEqual([there.webhooks().length, there.config['metadata']], [2, { theirs: '1' }])
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: second.id } })
    await the.until(() => there.webhooks().length === 1, 'it tells us nothing any more')
    assert.deepEqual(there.webhooks(), [other])
    assert.equal(there.status, 'WORKING')
    assert.equal(await lineOf(the.owner.api, second.id), null)
  })

  test('shows neither key', async () => {
    const channel = await addSession(the.owner.api, server)
    const { settings } = await the.owner.api.ask(channelRoutes.read, { params: { id: channel.id } })
    assert.deepEqual(Object.keys(settings['apiKey'] as object), ['set', 'last4'])
    assert.deepEqual(Object.keys(settings['hmacKey'] as object), ['set', 'last4'])
  })
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, type Message } from '@chasqui/contracts'
import type { WppServer } from '../doubles/wppconnect/server.ts'
import type { RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { lineIs } from '../kit/whatsapp-web.ts'
import { addWppSession, linkWppSession, startBesideWppServer } from '../kit/wppconnect.ts'

let server: WppServer
let the: RunningProduct
before(async () => {
  ;({ server, the } = await startBesideWppServer())
})

let numbers = 0
const newBusiness = () => `54911500030${String((numbers += 1)).padStart(2, '0')}`
const newPerson = () => `54911223310${String((numbers += 1)).padStart(2, '0')}`

const threadOf = async (channelId: string): Promise<Message[]> => {
  const [talk] = await talksOf(the.owner.api, channelId)
  return talk ? (await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id } })).items.filter(({ direction }) => direction !== 'note') : []
}
const heard = (channelId: string, text: string): Promise<Message> =>
  the.until(async () => (await threadOf(channelId)).find(({ content }) => content.type === 'text' && content.text === text), `“${text}” stands in the thread`)
const linked = async (wanted: Parameters<typeof addWppSession>[2] = {}) => {
  const channel = await addWppSession(the.owner.api, server, wanted)
  return { channel, session: await linkWppSession(the, server, channel, newBusiness()) }
}

describe('a session on a WPPConnect server', () => {
  test('is started with our webhook, linked by its picture, and known by its number', async () => {
    const { channel, session } = await linked()
    const { state, address } = await the.owner.api.ask(channelRoutes.read, { params: { id: channel.id } })
    assert.deepEqual([state, address], ['connected', `+${session.phone}`])
    const { guard } = await the.owner.api.ask(channelRoutes.guard, { params: { id: channel.id } })
    assert.equal(guard?.budget.limit, 10)
    assert.match(session.webhook!, new RegExp(`/api/webhooks/wppconnect/${channel.id}/[\\w-]{40,}$`))
  })

  test('is linked by a code that is typed', async () => {
    const phone = newBusiness()
    const channel = await addWppSession(the.owner.api, server, { settings: { codeFor: phone } })
    const { code } = await lineIs(the, channel.id, 'code')
    await server.sessions.get(String(channel.settings['session']))!.link(code, phone)
    await lineIs(the, channel.id, 'connected')
  })

  test('a hello is answered once by the flow, however often it is told', async () => {
    const { channel, session } = await linked({ flow: true })
    const id = await session.writes(newPerson(), { body: 'hola' }, { times: 3 })
    await heard(channel.id, 'hola')
    await the.idle()
    const thread = await threadOf(channel.id)
    assert.deepEqual(thread.flatMap(({ direction, providerMessageId }) => (direction === 'in' ? [providerMessageId] : [])), [id]) // prettier-ignore
    const out = thread.flatMap(({ direction, providerMessageId }) => (direction === 'out' ? [providerMessageId] : []))
    assert.ok(out.length > 0)
    assert.deepEqual(session.got.map((got) => got.id).toSorted(), out.toSorted())
  })

  test('what is typed on the telephone silences the flow, although the server tells little more than its id', async () => {
    const { channel, session } = await linked({ flow: true })
    const person = newPerson()
    await session.writes(person, { body: 'hola' })
    await the.until(() => session.got.length > 0, 'the flow answers')
    const bare = { ...session.messageOf(person, { body: 'sigo yo', fromMe: true }), fromMe: undefined, to: undefined, chatId: undefined }
    await session.tell('onselfmessage', bare)
    assert.equal((await heard(channel.id, 'sigo yo')).direction, 'out')
    assert.equal((await talksOf(the.owner.api, channel.id))[0]!.floor, 'human')
  })

  test('what the network notes in a chat is nobody’s message, also when the chats are read; what was removed there goes here too', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    for (const type of ['e2e_notification', 'gp2', 'notification_template', 'call_log']) await session.writes(person, { type })
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    const id = await session.writes(person, { body: 'me equivoqué' })
    await heard(channel.id, 'me equivoqué')
    await session.writes(person, { type: 'revoked', refId: { _serialized: `false_${person}@c.us_${id}` } })
    await the.until(async () => (await threadOf(channel.id))[0]?.content.type === 'system', 'it is removed')
    assert.equal((await threadOf(channel.id)).length, 1)
  })

  test('what was removed before it was told is never shown', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    const message = session.messageOf(person, { body: 'un secreto' })
    await session.tell('onrevokedmessage', { from: `${person}@c.us`, id: '3EB0REVOKE', refId: message['id'] })
    await the.idle()
    assert.deepEqual(await session.tell('onmessage', message), [200])
    await session.writes(person, { body: 'perdón' })
    await heard(channel.id, 'perdón')
    assert.equal((await threadOf(channel.id)).length, 1)
  })

  test('what an agent says goes out once, and its receipts are seen', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    await session.writes(person, { body: '¿Atienden?' })
    await heard(channel.id, '¿Atienden?')
    const [talk] = await talksOf(the.owner.api, channel.id)
    await the.owner.api.ask(conversationRoutes.send, { params: { id: talk!.id }, body: { content: { type: 'text', text: 'Sí' }, takeFloor: true } })
    const got = await the.until(() => session.got.find(({ fields }) => fields['message'] === 'Sí'), 'it arrives')
    for (const ack of [1, 2, 3]) assert.deepEqual(await session.acks(got.id, person, ack), [200])
    await the.until(async () => (await threadOf(channel.id)).find(({ providerMessageId }) => providerMessageId === got.id)?.status === 'read', 'it was read')
    assert.equal(session.got.length, 1)
  })

  test('who answers by their LID alone is who was written to by the number', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    session.lids.set(person, `${person}77@lid`)
    await session.writes(person, { body: '¿Atienden?' })
    await heard(channel.id, '¿Atienden?')
    const [talk] = await talksOf(the.owner.api, channel.id)
    await the.owner.api.ask(conversationRoutes.send, { params: { id: talk!.id }, body: { content: { type: 'text', text: 'Sí' }, takeFloor: true } })
    await the.until(() => session.got.length > 0, 'it arrives')
    await the.idle()
    await session.writes(`${person}77@lid`, { body: 'gracias' })
    await heard(channel.id, 'gracias')
    assert.equal((await talksOf(the.owner.api, channel.id)).length, 1)
  })

  test('a webhook without the secret of its address brings nothing', async () => {
    const { channel, session } = await linked()
    const to = session.webhook!.slice(0, session.webhook!.lastIndexOf('/'))
    const message = session.messageOf(newPerson(), { body: 'no soy yo' })
    for (const wrong of ['', '/', '/another', '?key=another', `/another?key=${session.webhook!.split('/').at(-1)}`])
      assert.deepEqual(await session.tell('onmessage', message, { to: `${to}${wrong}` }), [401], wrong)
    await the.idle()
    assert.deepEqual(await threadOf(channel.id), [])
  })

  test('a file that comes along, however large, is taken from whoever has the secret; of others nothing is read', async () => {
    const { channel, session } = await linked()
    const message = session.messageOf(newPerson(), { type: 'video', mimetype: 'video/mp4', caption: 'el video', body: 'QUJD'.repeat(13_000_000) })
    const formerly = session.webhook!.replace(/\/([\w-]+)$/, '?key=$1')
    assert.deepEqual(await session.tell('onmessage', message, { to: session.webhook!.slice(0, -1) }), [401])
    assert.deepEqual(await session.tell('onmessage', message, { to: `${formerly}0` }), [401])
    assert.deepEqual(await session.tell('onmessage', message), [200])
    await the.until(async () => (await threadOf(channel.id))[0]?.content.type === 'video', 'it stands in the thread')
    assert.deepEqual(await session.tell('onmessage', message, { to: formerly }), [200])
    assert.deepEqual(await session.tell('onmessage', { ...message, more: ['A'.repeat(49_000_000)] }), [413])
    await the.idle()
    assert.equal((await threadOf(channel.id)).length, 1)
  })

  test('a file that comes along whole is there, also where the server does not have it; a likeness of one is not taken for it', async () => {
    const { channel, session } = await linked()
    const [person, bytes] = [newPerson(), Buffer.from('the whole file')]
    const along = { type: 'document', mimetype: 'text/plain', filename: 'a.txt', body: `data:text/plain;base64,${bytes.toString('base64')}` }
    const stateOf = async (caption: string): Promise<string> =>
      the.until(async () => {
        const found = (await threadOf(channel.id)).find(({ content }) => content.type === 'document' && content.caption === caption)
        return found?.content.type === 'document' && found.content.file.state !== 'pending' && found.content.file.state
      }, caption)
    await session.tell('onmessage', session.messageOf(person, { ...along, caption: 'entero', size: bytes.length }))
    assert.equal(await stateOf('entero'), 'stored')
    await session.tell('onmessage', session.messageOf(person, { ...along, caption: 'sin tamaño' }))
    assert.equal(await stateOf('sin tamaño'), 'stored')
    await session.tell('onmessage', session.messageOf(person, { ...along, caption: 'otro tamaño', size: 5000 }))
    assert.equal(await stateOf('otro tamaño'), 'failed')
    const likeness = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64')
    await session.tell('onmessage', session.messageOf(person, { ...along, body: likeness, caption: 'miniatura' }))
    assert.equal(await stateOf('miniatura'), 'failed')
  })

  test('a server that was told of the address with a query is heard as before', async () => {
    const { channel, session } = await linked()
    const [, to, secret] = /^(.+)\/([\w-]+)$/.exec(session.webhook!)!
    assert.deepEqual(await session.tell('onmessage', session.messageOf(newPerson(), { body: 'como antes' }), { to: `${to}?key=${secret}` }), [200])
    await heard(channel.id, 'como antes')
  })

  test('what its webhooks lost is read from the chats', async () => {
    const { channel, session } = await linked()
    session.loses = 1
    await session.writes(newPerson(), { body: 'se perdió' })
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await heard(channel.id, 'se perdió')
  })

  test('of a chat in which much was said while nobody heard it, the beginning is read, too', async () => {
    const { channel, session } = await linked()
    const person = newPerson()
    session.keep(session.messageOf(person, { body: 'el principio' }))
    for (let count = 0; count < 130; count += 1) session.keep(session.messageOf(person, { body: 'y sigue' }))
    session.keep(session.messageOf(person, { body: 'el final' }))
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await heard(channel.id, 'el final')
    await the.idle()
    const { rows } = await the.admin.query<{ count: number }>(
      `select count(*)::int as count from conversations.message m join conversations.conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id where c.channel_id = $1`,
      [channel.id],
    )
    assert.equal(rows[0]!.count, 132)
  })

  test('is shown as removed when the telephone took the device out', async () => {
    const { channel, session } = await linked()
    session.unlink()
    assert.equal((await lineIs(the, channel.id, 'logged_out')).cause, 'device_removed')
  })

  test('that was closed is started again, and a code that nobody scans runs out', async () => {
    const { channel, session } = await linked()
    const before = session.starts
    session.close()
    await the.until(() => session.starts > before && session.status === 'CONNECTED', 'it is started again')
    await lineIs(the, channel.id, 'connected')
    const other = await addWppSession(the.owner.api, server)
    await lineIs(the, other.id, 'qr')
    server.sessions.get(String(other.settings['session']))!.close()
    assert.equal((await lineIs(the, other.id, 'error')).cause, 'qr_expired')
  })

  test('with a key that is refused says so', async () => {
    const wrong = await addWppSession(the.owner.api, server, { settings: { secretKey: 'another-key-than-theirs' } })
    assert.equal((await lineIs(the, wrong.id, 'error')).cause, 'key_refused')
    const body = { kind: 'wppconnect' as const, name: 'x', settings: { baseUrl: server.url, secretKey: 'THISISMYSECURETOKEN' } }
    await the.owner.api.refused(422, channelRoutes.create, { body })
  })

  test('is logged out with its channel', async () => {
    const { channel, session } = await linked()
    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
    await the.until(() => session.status === 'CLOSED' && session.phone === null, 'it is logged out')
  })
})

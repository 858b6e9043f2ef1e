import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import sharp from 'sharp'
import { apiKeyRoutes, auditRoutes, channelRoutes, chatRoutes, conversationRoutes, sessionRoutes, type ChannelSession, type Message } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { createApi, type Api } from '../kit/api.ts'
import { memberWith } from '../kit/own-role.ts'
import type { RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

/** A program that knows sessions and chats, and nothing else of the product. */
let sandbox: WhatsAppWeb
let the: RunningProduct
let api: Api
let id: string
const name = 'ventas'
const business = '5491150000041'
const customer = '5491122334455'
const stranger = '5491122330099'

before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
  const scopes = ['channels.read', 'channels.manage', 'contacts.read', 'conversations.read', 'conversations.reply'] as const
  const { secret } = await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: [...scopes] } })
  api = createApi(the.url, null, secret)
})

const status = () => api.ask(sessionRoutes.status, { params: { id: name } })
const statusIs = (wanted: ChannelSession['status']) =>
  the.until(async () => {
    const now = await status()
    return now.status === wanted && now
  }, `the session is ${wanted}`)
const qr = () =>
  the.until(async () => {
    const code = await api.ask(sessionRoutes.qr, { params: { id: name } })
    return code.qr !== null && code
  }, 'a code to scan')
/** What a telephone shows: a copy of what it has already is not shown again. */
const gotBy = async (phone: string) =>
  [...new Map((await sandbox.network.got(phone)).map((one) => [one.id, one] as const)).values()].map(
    ({ message }) => message.extendedTextMessage?.text ?? message.conversation ?? Object.keys(message)[0],
  )
const arrives = (phone: string, text: string) => the.until(async () => (await gotBy(phone)).includes(text), `${text} arrives`)
const send = (body: unknown, headers?: Record<string, string>) => api.send<Message>('POST', `/api/sessions/${name}/send`, body, headers)
const chat = (chatId: string, query: { limit?: number; cursor?: string } = {}) => api.ask(chatRoutes.read, { params: { sessionId: name, chatId }, query })
const wordsOf = (items: Message[]) => items.flatMap(({ content, direction }) => (content.type === 'text' ? [`${direction} ${content.text}`] : []))

describe('a session', () => {
  test('begins by its name alone and waits to be linked', async () => {
    const begun = await api.ask(sessionRoutes.create, { body: { name } })
    id = begun.id
    assert.deepEqual([begun.name, begun.kind, begun.status, begun.lastConnectedAt, begun.phone], [name, 'whatsapp-web', 'connecting', null, null])
    assert.equal((await api.refused(409, sessionRoutes.create, { body: { name } })).code, 'session.name_taken')
    await the.until(async () => (await status()).linksBy === 'qr', 'it waits for the telephone')
    assert.ok((await api.ask(sessionRoutes.list)).items.some((one) => one.id === id && one.linksBy === 'qr'))
  })

  test('shows its code as text and as a picture, to whoever may manage channels', async () => {
    const code = await qr()
    assert.ok(new Date(code.until) > new Date() && code.status === 'connecting')
    const path = `/api/sessions/${name}/qr`
    const answer = await fetch(`${the.url}${path}`, { headers: { authorization: `Bearer ${the.owner.api.token}`, accept: 'image/png' } })
    assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')], [200, 'image/png', 'no-store'])
    const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    assert.ok(format === 'png' && width === height && width > 300)
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    assert.equal((await agent.api.send('GET', path)).status, 403)
    assert.equal((await agent.api.ask(sessionRoutes.status, { params: { id: name } })).linksBy, 'qr')
  })

  test('is connected by scanning it, and has no code any more', async () => {
    await sandbox.network.scan((await qr()).qr, business)
    const { phone, cause, lastConnectedAt, since } = await statusIs('connected')
    assert.deepEqual([phone, cause, lastConnectedAt], [`+${business}`, null, since])
    assert.deepEqual(await api.ask(sessionRoutes.qr, { params: { id } }), { status: 'connected', qr: null, image: null, code: null, until: null })
    const picture = await api.send('GET', `/api/sessions/${id}/qr`, undefined, { accept: 'image/png' })
    assert.deepEqual([picture.status, picture.body.code], [404, 'session.no_qr'])
    assert.ok((await api.ask(sessionRoutes.logs, { params: { id: name } })).items.some(({ event }) => event === 'line_opened'))
  })

  test('writes to a number that nobody knows yet, once for each key and each id of the caller', async () => {
    const key = { 'idempotency-key': newId() }
    const body = { chatId: `${stranger}@c.us`, text: 'buenas, su pedido está listo' }
    const [first, again] = [await send(body, key), await send(body, key)]
    assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id])
    const named = { phone: [stranger], message: 'pase cuando quiera', clientId: 'own-1' }
    const [said, repeated] = [await send(named), await send(named)]
    assert.deepEqual([said.status, repeated.body.id], [201, said.body.id])
    await the.chained()
    const { items } = await the.owner.api.ask(auditRoutes.list, { query: { subjectId: first.body.conversationId } })
    assert.deepEqual(items.map(({ action }) => action).toSorted(), ['conversation.opened', 'message.sent', 'message.sent', 'message.sent'])
    await arrives(stranger, named.message)
    assert.deepEqual(await gotBy(stranger), [body.text, named.message])
  })

  test('a repetition after the conversation has ended is still one', async () => {
    const [talk] = (await talksOf(the.owner.api, id)).filter(({ contact }) => contact.phone === `+${stranger}`)
    await the.owner.api.ask(conversationRoutes.close, { params: { id: talk!.id }, body: {} })
    assert.equal((await send({ to: stranger, text: 'pase cuando quiera', clientId: 'own-1' })).body.conversationId, talk!.id)
    await send({ to: `+${stranger}`, text: '¿vino?' })
    await arrives(stranger, '¿vino?')
    assert.equal((await gotBy(stranger)).filter((text) => text === 'pase cuando quiera').length, 1)
  })

  test('tells who is known on it, and what was said with them over all conversations', async () => {
    await sandbox.network.say(customer, business, { conversation: 'hola, ¿atienden hoy?' })
    await the.until(async () => (await talksOf(the.owner.api, id)).length === 3, 'the talk')
    const { items } = await api.ask(chatRoutes.contacts, { params: { sessionId: name } })
    assert.deepEqual(items.map(({ chatId }) => chatId).toSorted(), [`${stranger}@c.us`, `${customer}@c.us`].toSorted())
    const whole = await chat(`${stranger}@c.us`)
    assert.deepEqual(wordsOf(whole.items), ['out buenas, su pedido está listo', 'out pase cuando quiera', 'out ¿vino?'])
    const pages: string[][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await chat(stranger, { limit: 1, ...(cursor && { cursor }) })
      pages.unshift(page.items.map(({ id: one }) => one))
      cursor = page.nextCursor
    }
    assert.deepEqual(
      pages.flat(),
      whole.items.map(({ id: one }) => one),
    )
  })

  test('one person is found by each way of naming them', async () => {
    const contactId = (await api.ask(chatRoutes.contacts, { params: { sessionId: id } })).items.find(({ chatId }) => chatId === `${customer}@c.us`)!.id
    for (const chatId of [`${customer}@c.us`, `${customer}@s.whatsapp.net`, customer, '+54 9 11 2233-4455', '11 2233-4455', contactId])
      assert.deepEqual(wordsOf((await chat(chatId)).items), ['in hola, ¿atienden hoy?'], chatId)
    for (const chatId of ['5491100000000@c.us', '123456789012345@lid', '1203630212345678@g.us', newId(), 'nobody'])
      assert.equal((await api.refused(404, chatRoutes.read, { params: { sessionId: id, chatId } })).code, 'not_found', chatId)
  })

  test('marks as read', async () => {
    const unread = async () => (await talksOf(the.owner.api, id)).find(({ contact }) => contact.phone === `+${customer}`)!.unread
    assert.equal(await unread(), 1)
    await api.ask(chatRoutes.markRead, { params: { sessionId: name, chatId: `${customer}@c.us` } })
    assert.equal(await unread(), 0)
  })

  test('writes to no groups, and to nobody by a mark that it does not understand', async () => {
    const refused = async (body: unknown) => {
      const answer = await api.send('POST', `/api/sessions/${name}/send`, body)
      return [answer.status, answer.body.code]
    }
    assert.deepEqual(await refused({ to: '1203630212345678@g.us', text: 'x' }), [422, 'chat.not_a_person'])
    assert.deepEqual(await refused({ phone: '1203630212345678', isGroup: true, message: 'x' }), [422, 'chat.not_a_person'])
    assert.deepEqual(await refused({ phone: [customer, stranger], message: 'x' }), [422, 'invalid'])
    assert.deepEqual(await refused({ text: 'x' }), [422, 'invalid'])
    assert.deepEqual(await refused({ phone: '123456789012345', isLid: true, message: 'x' }), [404, 'not_found'])
  })

  test('shows nobody what is beyond their reach', async () => {
    const near = await memberWith(the, the.owner, { reach: 'own' })
    assert.deepEqual((await near.api.ask(chatRoutes.contacts, { params: { sessionId: id } })).items, [])
    await near.api.refused(404, chatRoutes.read, { params: { sessionId: id, chatId: customer } })
    await near.api.refused(404, chatRoutes.markRead, { params: { sessionId: id, chatId: customer } })
    const masked = await memberWith(the, the.owner, { hides: ['phone'] })
    const { items } = await masked.api.ask(chatRoutes.contacts, { params: { sessionId: id } })
    assert.equal(items.length, 2)
    for (const { chatId } of items) {
      assert.ok(![customer, stranger].some((phone) => chatId.includes(phone)), chatId)
      assert.ok((await masked.api.ask(chatRoutes.read, { params: { sessionId: id, chatId } })).items.length > 0, chatId)
    }
  })

  test('says why it is not there, and comes back by a restart', async () => {
    await sandbox.network.refuse(business, '503')
    await sandbox.network.hangUp(business, 'cut')
    const lost = await the.until(async () => {
      const now = await status()
      return now.retryAt !== null && now
    }, 'it tries again by itself')
    assert.ok(lost.status === 'connecting' && lost.cause && lost.lastConnectedAt)
    await sandbox.network.refuse(business, null)
    await api.ask(sessionRoutes.restart, { params: { id: name } })
    assert.ok((await statusIs('connected')).lastConnectedAt! > lost.lastConnectedAt)
  })

  test('is an error when its device was removed', async () => {
    await sandbox.network.hangUp(business, 'logged-out')
    assert.equal((await statusIs('error')).cause, 'device_removed')
  })

  test('names the state of its line in a word, that of an account which asks for a passkey too', async () => {
    const guarded = '5491150000042'
    await sandbox.network.askPasskey(guarded, true)
    const begun = await api.ask(sessionRoutes.create, { body: { name: 'con llave' } })
    const lineIs = (word: ChannelSession['line']) =>
      the.until(async () => {
        const now = await api.ask(sessionRoutes.status, { params: { id: begun.id } })
        return now.line === word && (word === 'qr' || now.status === 'error') && now
      }, `the line is ${word}`)
    await lineIs('qr')
    await sandbox.network.scan((await api.ask(channelRoutes.qr, { params: { id: begun.id } })).qr!, guarded)
    const asked = await lineIs('passkey_required')
    assert.equal(asked.cause, 'passkey_required')
    const { line } = await api.ask(channelRoutes.line, { params: { id: begun.id } })
    assert.deepEqual([line?.state, line && 'cause' in line && line.cause], ['passkey_required', 'passkey_required'])
    assert.equal((await api.ask(sessionRoutes.list)).items.find((one) => one.id === begun.id)?.line, 'passkey_required')
    await api.ask(sessionRoutes.remove, { params: { id: begun.id } })
  })

  test('two channels of one name are told apart by their ids', async () => {
    await the.owner.api.ask(channelRoutes.create, { body: { kind: 'simulator', name, settings: {} } })
    assert.equal((await api.refused(404, sessionRoutes.status, { params: { id: name } })).code, 'session.name_ambiguous')
    assert.equal((await api.ask(sessionRoutes.status, { params: { id } })).id, id)
  })

  test('is removed, and what was said stays', async () => {
    await api.ask(sessionRoutes.remove, { params: { id } })
    await api.refused(404, sessionRoutes.status, { params: { id } })
    assert.equal((await talksOf(the.owner.api, id)).length, 3)
  })
})

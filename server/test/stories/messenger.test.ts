import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes as routes, type Conversation, type Message } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { signWebhook, postWebhook } from '../doubles/graph-api/signed-webhook.ts'
import { echoOf, edited, envelope, postback, readUntil, said, unsent } from '../doubles/messenger-api/inbound.ts'
import type { MessengerApi } from '../doubles/messenger-api/server.ts'
import { connectAccount, startBesideMessenger, type Connected } from '../kit/messaging.ts'
import type { RunningProduct } from '../kit/product.ts'
import { conversationsOf, threadOf } from '../kit/whatsapp.ts'

const PAGE = '100000000000001'
const profiles: Record<string, Record<string, unknown> | null> = {}
let meta: MessengerApi
let the: RunningProduct
let page: Connected
before(async () => {
  ;({ meta, the } = await startBesideMessenger({ platform: 'messenger', accountId: PAGE, accessToken: 'EAApage0token', name: 'Clínica Paz', profiles }))
  page = await connectAccount(the.url, the.owner.api, { platform: 'messenger', accountId: PAGE, accessToken: 'EAApage0token' })
})

let people = 0
let person: string
beforeEach(() => {
  person = `70000000000${String((people += 1)).padStart(4, '0')}`
  Object.assign(meta.faults, noFaults())
  meta.reporting = null
})

const gotBy = (who: string) => meta.received.filter(({ to }) => to === who)
/** The conversation of the moment is the newest of the channel. */
const current = async (): Promise<Conversation> =>
  (await conversationsOf(the.owner.api, page.channelId)).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]!
const thread = async (): Promise<Message[]> => threadOf(the.owner.api, (await current()).id)
const report = (more: Partial<NonNullable<MessengerApi['reporting']>> = {}) =>
  void (meta.reporting = { url: page.webhookUrl, appSecret: page.appSecret, echo: 'after_answer', delivery: true, ...more })

describe('a person writes to the page', () => {
  test('hello is answered once by the flow, however often it is delivered; the echo and the receipt settle the answer', async () => {
    report()
    for (let times = 0; times < 3; times++) assert.equal(await page.say(person, 'm_hello', 'hola'), 200)
    await the.until(() => gotBy(person).length > 0, 'the flow answers')
    await the.until(async () => (await thread()).at(-1)?.status === 'delivered', 'the receipt came')
    await meta.reported()
    await the.idle()
    assert.equal(gotBy(person).length, 1)
    const messages = await thread()
    assert.deepEqual(
      messages.map(({ direction, sender, status }) => [direction, sender.kind, status]),
      [
        ['in', 'contact', 'received'],
        ['out', 'flow', 'delivered'],
      ],
    )
    const { floor, state } = await current()
    assert.deepEqual([floor, state], ['flow', 'bot'], 'our own echo silences nobody')
  })

  test('a long text leaves in several messages and is one in the thread; its echoes are no news', async () => {
    await page.say(person, 'm_long', 'hola')
    await the.idle()
    report()
    const [{ id }, before, said] = [await current(), (await thread()).length, `${'palabra '.repeat(300)}fin`]
    const sent = await the.owner.api.ask(routes.send, { params: { id }, body: { content: { type: 'text', text: said }, takeFloor: true } })
    await the.until(async () => (await thread()).find((one) => one.id === sent.id)?.status === 'delivered', 'it arrives')
    await meta.reported()
    await the.idle()
    const parts = gotBy(person).slice(-2)
    assert.equal(parts.map(({ text }) => text).join(''), said)
    assert.ok(parts.every(({ text }) => text.length <= 2000))
    assert.equal((await thread()).filter(({ direction }) => direction !== 'note').length, before + 1)
  })

  test('their name is asked for, because messages do not tell it; who has no profile stays without', async () => {
    profiles[person] = { first_name: 'Ana', last_name: 'Paz' }
    await page.say(person, 'm_n1', 'hola')
    await the.idle()
    assert.equal((await current()).contact.profileName, 'Ana Paz')
    person = `${person}9`
    profiles[person] = null
    await page.say(person, 'm_n2', 'hola')
    await the.idle()
    assert.equal((await current()).contact.profileName, null)
  })

  test('a button of the flow is pressed: its payload leads on', async () => {
    await page.say(person, 'm_b1', 'hola')
    await the.idle()
    const [menu] = gotBy(person)
    assert.equal(menu!.type, 'template')
    const [button] = (menu!.body['message'] as { attachment: { payload: { buttons: { title: string; payload: string }[] } } }).attachment.payload.buttons
    await page.post([postback(PAGE, person, { mid: 'm_b2', title: button!.title, payload: button!.payload })])
    await the.idle()
    assert.ok(gotBy(person).length > 1, 'the flow goes on')
    assert.ok((await thread()).some(({ content }) => content.type === 'choice' && content.id === button!.payload))
  })

  test('what they unsend goes, also when that is heard before the message; an edit replaces', async () => {
    await page.post([said(PAGE, person, 'm_d1', { text: 'un secreto' })])
    await page.post([said(PAGE, person, 'm_d2', { text: 'con eror' })])
    await page.post([edited(PAGE, person, 'm_d2', 'con error')])
    await page.post([unsent(PAGE, person, 'm_d1')])
    await page.post([unsent(PAGE, person, 'm_d3')])
    await the.idle()
    await page.post([said(PAGE, person, 'm_d3', { text: 'otro secreto' })])
    await the.idle()
    // Behind a removal that came first, in one delivery with it.
    await page.post([unsent(PAGE, person, 'm_d4'), said(PAGE, person, 'm_d4', { text: 'el último secreto' })])
    await the.idle()
    await the.clock.advance(2000)
    await the.idle()
    const messages = (await thread()).filter(({ direction }) => direction === 'in')
    assert.ok(!JSON.stringify(messages).includes('secreto'))
    assert.deepEqual(
      messages.map(({ content }) => (content.type === 'text' ? content.text : content.type)),
      ['system', 'con error', 'system'],
    )
  })

  test('a picture is brought home from its address; several stand one below the other', async () => {
    const url = meta.serveFile(Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'image/png')
    await page.say(person, 'm_p', {
      attachments: [
        { type: 'image', payload: { url } },
        { type: 'image', payload: { url: `${meta.url}/cdn/gone` } },
      ],
    })
    await the.idle()
    const pictures = (await thread()).filter(({ type }) => type === 'image')
    assert.deepEqual(
      pictures.map(({ content }) => content.type === 'image' && content.file.state),
      ['stored', 'failed'],
    )
    assert.equal(gotBy(person).length, 1, 'one message is answered once')
  })

  test('the file of what they unsend goes with it, at once', async () => {
    const url = meta.serveFile(Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'image/png')
    const pictures = [1, 2].map(() => ({ type: 'image', payload: { url } }))
    await page.say(person, 'm_u', { attachments: pictures })
    await the.idle()
    const files = (await thread()).flatMap(({ content }) => (content.type === 'image' ? [content.file.fileId] : []))
    const kept = async () => (await the.admin.query('select 1 from files.file where id = any($1::uuid[])', [files])).rowCount
    assert.equal(await kept(), 2)
    await page.post([unsent(PAGE, person, 'm_u')])
    await the.idle()
    assert.equal(await kept(), 0)
  })

  test('other words under a picture keep the picture', async () => {
    const url = meta.serveFile(Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'image/png')
    await page.say(person, 'm_c', { text: 'el eror', attachments: [{ type: 'image', payload: { url } }] })
    await the.idle()
    await page.post([edited(PAGE, person, 'm_c', 'el error')])
    await the.idle()
    const [{ content }] = (await thread()) as [Message]
    assert.ok(content.type === 'image')
    assert.deepEqual([content.caption, content.file.state], ['el error', 'stored'])
    await page.post([edited(PAGE, person, 'm_late', 'otras palabras')])
    await the.idle()
    await page.say(person, 'm_late', { text: 'palabras', attachments: [{ type: 'image', payload: { url } }] })
    await the.idle()
    const late = (await thread()).find(({ content: { type }, providerMessageId }) => type === 'image' && providerMessageId === 'm_late')!
    assert.ok(late.content.type === 'image')
    assert.deepEqual([late.content.caption, late.content.file.state], ['otras palabras', 'stored'], 'also where they are told before it')
  })
})

describe('somebody writes in the inbox of Meta', () => {
  test('the flow is silent at once, and what was written stands in the thread', async () => {
    await page.say(person, 'm_h1', 'hola')
    await the.idle()
    const before = gotBy(person).length
    await page.post([echoOf(PAGE, person, { mid: 'm_h2', message: { text: 'Soy Paula, te ayudo yo' }, appId: '263902037430900' })])
    await page.say(person, 'm_h3', 'gracias')
    await the.idle()
    assert.equal(gotBy(person).length, before)
    const { floor } = await current()
    assert.equal(floor, 'human')
    assert.ok((await thread()).some(({ direction, content }) => direction === 'out' && content.type === 'text' && content.text.startsWith('Soy Paula')))
  })

  test('an answer that was lost is not written twice: its echo settles it', async () => {
    await page.say(person, 'm_u0', 'hola')
    await the.idle()
    report({ delivery: false })
    meta.faults.loseNext = 1
    const { id } = await current()
    const sent = await the.owner.api.ask(routes.send, { params: { id }, body: { content: { type: 'text', text: 'Nos vemos' }, takeFloor: true } })
    await the.until(async () => (await thread()).find((one) => one.id === sent.id)?.status === 'sent', 'the echo proves that it arrived')
    assert.equal((await thread()).filter(({ content }) => content.type === 'text' && content.text === 'Nos vemos').length, 1)
  })
})

describe('what Meta tells about our messages', () => {
  test('read until an instant moves up what went before it, and nothing after', async () => {
    await page.say(person, 'm_r1', 'hola')
    await the.idle()
    await page.post([readUntil(PAGE, person, (await the.clock.now()).getTime() - 3_600_000)])
    await the.idle()
    const statuses = async () => (await thread()).filter(({ direction }) => direction === 'out').map(({ status }) => status)
    assert.ok((await statuses()).every((status) => status === 'sent'))
    await page.post([readUntil(PAGE, person, (await the.clock.now()).getTime() + 1000)])
    await the.idle()
    assert.ok((await statuses()).every((status) => status === 'read'))
  })
})

describe('the window', () => {
  test('is an ability of the channel: after a day nothing free can be said, and the reason is told', async () => {
    const channel = await the.owner.api.ask(channelRoutes.read, { params: { id: page.channelId } })
    assert.equal(channel.abilities.serviceWindowHours, 24)
    await page.say(person, 'm_w', 'hola')
    await the.idle()
    const { id } = await current()
    await the.admin.query(`update conversations.conversation set window_expires_at = now() - interval '1 minute' where id = $1`, [id])
    const refused = await the.owner.api.refused(422, routes.send, { params: { id }, body: { content: { type: 'text', text: 'tarde' }, takeFloor: true } })
    assert.equal(refused.code, 'window.closed')
  })

  test('stays open for people for seven days where the app may do so, with the tag that says it, and for no machine', async () => {
    const settings = async (humanAgent: boolean) =>
      void (await the.owner.api.ask(channelRoutes.update, { params: { id: page.channelId }, body: { settings: { humanAgent } } }))
    await settings(true)
    const expired = (ago: string) => the.admin.query(`update conversations.conversation set window_expires_at = now() - $2::interval where id = $1`, [id, ago])
    const answer = { content: { type: 'text' as const, text: 'disculpá la demora' }, takeFloor: true }
    await page.say(person, 'm_wh', 'hola')
    await the.idle()
    const { id } = await current()
    const tags = () => gotBy(person).map(({ tag }) => tag)
    await expired('3 days')
    await the.owner.api.ask(routes.send, { params: { id }, body: answer })
    await the.idle()
    assert.deepEqual(tags(), [null, 'HUMAN_AGENT'])
    await expired('6 days 1 hour')
    assert.equal((await the.owner.api.refused(422, routes.send, { params: { id }, body: answer })).code, 'window.closed')
    // It closes while the message is on its way.
    await page.say(person, 'm_wi', 'sigo acá')
    await the.idle()
    meta.faults.failures.push({ times: 1, code: 10, subcode: 2018278 })
    await the.owner.api.ask(routes.send, { params: { id }, body: answer })
    await the.idle()
    assert.deepEqual(tags(), [null, 'HUMAN_AGENT', 'HUMAN_AGENT'])
    await settings(false)
  })
})

describe('the doors', () => {
  const challenge = (path: string, token = page.verifyToken) =>
    fetch(`${the.url}${path}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=c1`).then(async (answer) => [answer.status, await answer.text()])

  test('answer under both names, for one channel and for the whole app', async () => {
    for (const word of ['messenger', 'facebook'])
      for (const path of [`/api/webhooks/${word}`, `/api/webhooks/${word}/${page.channelId}`]) {
        assert.deepEqual(await challenge(path), [200, 'c1'])
        assert.equal((await challenge(path, 'wrong'))[0], 403)
        const mid = `m_door_${path.length}_${word}`
        assert.equal(await page.post([said(PAGE, person, mid, { text: mid })], `${the.url}${path}`), 200)
        await the.idle()
        assert.ok(
          (await thread()).some(({ content }) => content.type === 'text' && content.text === mid),
          path,
        )
      }
  })

  test('turn away what Meta did not sign, and take the test event of its dashboard without making a person', async () => {
    const forged = signWebhook(envelope('messenger', PAGE, [said(PAGE, person, 'm_f', { text: 'x' })]), 'another secret')
    assert.equal(await postWebhook(page.webhookUrl, forged), 401)
    const before = (await conversationsOf(the.owner.api, page.channelId)).length
    const value = { sender: { id: '12334' }, recipient: { id: '23245' }, timestamp: '1527459824', message: { mid: 'random_mid', text: 'random_text' } }
    const dashboard = { object: 'page', entry: [{ id: '0', time: 1, changes: [{ field: 'messages', value }] }] }
    assert.equal(await postWebhook(page.webhookUrl, signWebhook(dashboard, page.appSecret)), 200)
    await the.idle()
    assert.equal((await conversationsOf(the.owner.api, page.channelId)).length, before)
  })

  test('connecting asks for the page, has its events delivered, and shows its name', async () => {
    const channel = await the.owner.api.ask(channelRoutes.connect, { params: { id: page.channelId } })
    assert.deepEqual([channel.state, channel.address], ['connected', 'Clínica Paz'])
    for (const field of ['messages', 'messaging_postbacks', 'message_echoes', 'message_reads']) assert.ok(meta.subscriptions.at(-1)!.includes(field), field)
  })
})

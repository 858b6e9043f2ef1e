import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { before, test } from 'node:test'
import {
  campaignRoutes,
  channelRoutes,
  contactRoutes,
  conversationRoutes,
  type Channel,
  type VisitorEntry,
  type Visit,
  type WebchatLook,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { publishFlow } from '../kit/flows.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { onlyThread, talksOf } from '../kit/telegram.ts'
import { connectWebchat, shop, VisitorPage } from '../kit/visitor.ts'

let the: RunningProduct
let channel: Channel
before(async () => {
  the = await startProduct()
  channel = await connectWebchat(the.owner.api)
})

const page = (options: ConstructorParameters<typeof VisitorPage>[2] = {}, key = channel.id) => new VisitorPage(the.url, key, options)
const talkOf = async (api: Person['api'], words: string, channelId = channel.id) =>
  the.until(async () => {
    for (const talk of await talksOf(api, channelId)) {
      const { items } = await api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 50 } })
      if (items.some(({ content }) => content.type === 'text' && content.text === words)) return talk
    }
    return null
  }, `a conversation with “${words}”`)
const answer = (id: string, text: string) => the.owner.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text } } as never })

test('a visitor writes, a person answers, each is told of the other and what was read', async () => {
  const ana = await page().begin({ name: 'Ana', email: 'ana@example.com' })
  assert.equal(await ana.connect(), null)
  await ana.say('¿Hacen envíos?')
  const talk = await talkOf(the.owner.api, '¿Hacen envíos?')
  const contact = await the.owner.api.ask(contactRoutes.read, { params: { id: talk.contact.id } })
  assert.deepEqual([contact.profileName, contact.email, contact.phone], ['Ana', 'ana@example.com', null])
  await answer(talk.id, 'Sí, a todo el país')
  await ana.until(() => ana.texts.length === 2)
  assert.deepEqual(ana.texts, ['¿Hacen envíos?', 'Sí, a todo el país'])
  ana.frame({ type: 'got', upTo: ana.known, read: true })
  await the.until(
    async () =>
      (await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 50 } })).items.some(({ status }) => status === 'read'),
    'the answer was read',
  )
  the.ownersScreen.socket.emit('chat.read', { conversationId: talk.id })
  await ana.until(() => [...ana.entries.values()].some(({ by, status }) => by === 'visitor' && status === 'read'))
})

test('a flow answers with buttons, what is pressed goes on with it, and what was not offered is refused', async () => {
  const own = await connectWebchat(the.owner.api)
  await publishFlow(
    the.owner.api,
    {
      schema: 1,
      start: 'menu',
      nodes: {
        menu: {
          type: 'menu',
          text: '¿Qué querés?',
          options: [
            { id: 'one', label: 'Comprar', next: 'said' },
            { id: 'two', label: 'Nada', next: 'said' },
          ],
        },
        said: { type: 'message', text: 'Elegiste bien', next: 'end' },
        end: { type: 'end' },
      },
    },
    { channelId: own.id },
  )
  const beto = await page({}, own.id).begin()
  await beto.connect()
  await beto.say('hola')
  await beto.until(() => [...beto.entries.values()].some(({ content }) => content.type === 'buttons'))
  const offer = [...beto.entries.values()].find(({ content }) => content.type === 'buttons')!
  const [button] = offer.content['buttons'] as { id: string; title: string }[]
  const press = (entryId: string, id: string) => beto.call<VisitorEntry>('POST', '/messages', { id: newId(), content: { type: 'choice', entryId, id } })
  assert.equal((await press(offer.id, 'never offered')).status, 422)
  const stranger = await page({}, own.id).begin()
  assert.equal((await stranger.call('POST', '/messages', { id: newId(), content: { type: 'choice', entryId: offer.id, id: button!.id } })).status, 422)
  const { body } = await press(offer.id, button!.id)
  assert.deepEqual(body.content, { type: 'choice', id: button!.id, title: button!.title, via: 'button' })
  await beto.until(() => beto.texts.includes('Elegiste bien'))
})

test('two visitors hear nothing of each other, and a message that is sent again is the same', async () => {
  const [caro, dora] = [await page().begin(), await page().begin()]
  await Promise.all([caro.connect(), dora.connect()])
  const id = newId()
  const sent = await Promise.all(Array.from({ length: 5 }, () => caro.say('una sola vez', id)))
  assert.equal(new Set(sent.map(({ seq }) => seq)).size, 1)
  await dora.say('soy otra')
  await the.idle()
  assert.deepEqual([caro.texts, dora.texts], [['una sola vez'], ['soy otra']])
  const talk = await talkOf(the.owner.api, 'una sola vez')
  const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 50 } })
  assert.equal(items.length, 1)
  assert.equal((await dora.call('POST', '/messages', { id, content: { type: 'text', text: 'con el id de otra' } })).status, 409)
  assert.deepEqual(
    (await dora.call<{ entries: VisitorEntry[] }>('GET', '/entries')).body.entries.map(({ content }) => content['text']),
    ['soy otra'],
  )
})

test('a page that slept gets what it missed once and in order; one that was away for long gets the newest', async () => {
  const eva = await page().begin()
  await eva.connect()
  await eva.say('primero')
  const talk = await talkOf(the.owner.api, 'primero')
  await answer(talk.id, 'antes')
  // Who answers has read what was asked, which is news of that too.
  await eva.until(() => eva.texts.includes('antes') && [...eva.entries.values()].some(({ by, status }) => by === 'visitor' && status === 'read'))
  eva.vanish()
  for (const text of ['uno', 'dos', 'tres']) await answer(talk.id, text)
  await the.idle()
  const told = eva.told.length
  assert.equal(await eva.connect(), null)
  assert.deepEqual(
    eva.told.slice(told).map(({ content }) => content['text']),
    ['uno', 'dos', 'tres'],
  )
  assert.deepEqual(eva.texts, ['primero', 'antes', 'uno', 'dos', 'tres'])
  const reloaded = page({ token: eva.token })
  assert.equal(await reloaded.connect(null), null)
  assert.deepEqual(reloaded.texts, eva.texts)
  // A number that was never given (a database that was set back): it begins anew.
  eva.vanish()
  assert.equal(await eva.connect(1_000_000), null)
  assert.deepEqual(eva.texts, reloaded.texts)
})

test('a file goes up by its word, is shown to a page of another site, and travels back', async () => {
  const fede = await page().begin()
  await fede.connect()
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const up = await fede.call<{ file: string; mime: string }>('POST', '/files', new Uint8Array(png), {
    'content-type': 'image/png',
    'x-file-name': 'mi%20foto.png',
  })
  assert.deepEqual([up.status, up.body.mime], [200, 'image/png'])
  const send = (who: VisitorPage) =>
    who.call<VisitorEntry>('POST', '/messages', { id: newId(), content: { type: 'file', file: up.body.file, caption: 'mirá' } })
  const stranger = await page().begin()
  assert.equal((await send(stranger)).status, 422, 'a file belongs to whoever uploaded it')
  const { body } = await send(fede)
  const { url, name } = body.content['file'] as { url: string; name: string }
  assert.equal(name, 'mi foto.png')
  const shown = await fetch(`${the.url}${url}`)
  assert.deepEqual([shown.status, shown.headers.get('cross-origin-resource-policy')], [200, 'cross-origin'])
  assert.ok(Buffer.from(await shown.arrayBuffer()).equals(png))
  const talk = await the.until(
    async () => (await talksOf(the.owner.api, channel.id)).find(({ lastMessage }) => lastMessage?.type === 'image'),
    'the picture is there',
  )
  const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 50 } })
  const [message] = items
  assert.ok(message?.content.type === 'image' && message.content.file.state === 'stored')
  const inside = await fetch(`${the.url}${message.content.file.url}`)
  assert.equal(inside.headers.get('cross-origin-resource-policy'), 'same-site')
  const program = await fede.call('POST', '/files', new Uint8Array(Buffer.from('MZ this is a program')), {
    'content-type': 'application/octet-stream',
    'x-file-name': 'x.exe',
  })
  assert.equal(program.status, 415)
  assert.equal((await fede.call('POST', '/files', undefined)).status, 422)
})

test('whom the site signs is the same on every device; a wrong or old signature is nobody', async () => {
  const secret = 'the secret of the shop and us'
  const own = await connectWebchat(the.owner.api, { secret })
  const signed = (told: unknown, by = secret) => {
    const part = Buffer.from(JSON.stringify(told)).toString('base64url')
    return `${part}.${createHmac('sha256', by).update(part).digest('hex')}`
  }
  const gina = { id: 'client-7', name: 'Gina', email: 'gina@example.com' }
  const one = await page({}, own.id).begin()
  await one.say('sin entrar todavía')
  await one.begin({ identity: signed(gina) })
  const other = await page({}, own.id).begin({ identity: signed(gina) })
  await other.connect()
  assert.deepEqual(other.texts, ['sin entrar todavía'], 'what was said before the sign-in belongs to whoever signed in')
  for (const identity of [signed(gina, 'another secret of somebody'), 'x.y', '', signed({ ...gina, exp: 1_000_000_000 })].filter(Boolean))
    assert.equal((await page({}, own.id).call('POST', '/visit', { identity })).status, 401, identity)
  assert.equal((await page({}, own.id).call('POST', '/visit', { identity: signed({ name: 'no id' }) })).status, 422)
  const next = await page({ token: one.token }, own.id).begin()
  await next.connect()
  assert.deepEqual(next.texts, [], 'on a shared computer the next person begins anew')
})

test('foreign origins, forged tokens, other chats and other tenants get nothing', async () => {
  const ana = await page().begin()
  const foreign = page({ origin: 'https://evil.example', token: ana.token })
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/visit'],
    ['POST', '/messages'],
    ['GET', '/entries'],
  ] as const)
    assert.equal((await foreign.call(method, path, method === 'POST' ? {} : undefined)).status, 403, path)
  assert.equal(await foreign.connect(), 403)
  assert.equal(await page({ origin: null, token: ana.token }).connect(), 403, 'a browser names its page')
  assert.equal((await fetch(`${the.url}/api/webchat/${channel.id}/messages`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).status, 403)
  const preflight = await fetch(`${the.url}/api/webchat/${channel.id}/messages`, { method: 'OPTIONS', headers: { origin: shop } })
  assert.deepEqual(
    [preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-credentials')],
    [204, shop, null],
  )

  const vecinos = await the.addTenant('Vecinos')
  const theirs = await connectWebchat(vecinos.api)
  const second = await connectWebchat(the.owner.api)
  for (const key of [theirs.id, second.id]) {
    const stolen = page({ token: ana.token }, key)
    assert.equal((await stolen.call('POST', '/messages', { id: newId(), content: { type: 'text', text: 'x' } })).status, 401)
    assert.equal((await stolen.call('GET', '/entries')).status, 401)
    assert.equal(await stolen.connect(), 4401)
  }
  const forged = `${ana.token!.slice(0, -3)}AAA`
  assert.equal((await page({ token: forged }).call('GET', '/entries')).status, 401)
  assert.equal(await page({ token: forged }).connect(), 4401)
  const simulated = (await the.owner.api.ask(channelRoutes.list)).items.find(({ kind }) => kind === 'simulator')!
  for (const key of [simulated.id, newId(), 'nonsense', '%00']) assert.equal((await page({}, key).call('GET', '')).status, 404, key)
  await the.owner.api.ask(channelRoutes.disconnect, { params: { id: second.id } })
  await the.until(async () => (await page({}, second.id).call('GET', '')).status === 404, 'a chat that is switched off is not there')
})

test('whatever is thrown at the door is refused by name, never with a fault of ours', async () => {
  const ana = await page().begin()
  const say = (body: unknown) => ana.call('POST', '/messages', body)
  for (const body of [
    null,
    [],
    {},
    { id: 'x', content: { type: 'text', text: 'x' } },
    { id: newId(), content: { type: 'text', text: ' ' } },
    { id: newId(), content: { type: 'hologram' } },
  ])
    assert.equal((await say(body)).status, 422, JSON.stringify(body))
  assert.equal((await say({ id: newId(), content: { type: 'text', text: 'x'.repeat(4001) } })).status, 422)
  assert.equal((await say('{"id":')).status, 400)
  assert.equal((await say('x'.repeat(70_000))).status, 413)
  assert.equal((await ana.call('GET', '/entries?before=none')).status, 422)
  assert.equal((await ana.call('POST', '/visit', { email: 'no address' })).status, 422)
  assert.equal((await ana.call('POST', '/nothing', {})).status, 404)
  const withNul = await ana.say('a\u0000b\ud800c')
  assert.equal(withNul.content['text'], 'ab\ufffdc')

  const early = page()
  early.token = ana.token
  await ana.connect()
  for (const frame of ['', '{', '[]', '"x"', '{"type":"hologram"}', '['.repeat(2000), '{"type":"got","upTo":-1,"read":true}']) ana.frame(frame)
  ana.frame(new Uint8Array([1, 2, 3]))
  await ana.until(() => ana.news.filter((news) => news.type === 'refused' && news.code === 'malformed').length === 8)
  ana.frame({ type: 'ping' })
  await ana.until(() => ana.news.some(({ type }) => type === 'pong'))
  ana.frame({ type: 'hello', token: ana.token, after: null })
  await ana.until(() => ana.news.some((news) => news.type === 'refused' && news.code === 'webchat.known'))
  const closed = ana.closed()
  ana.frame('x'.repeat(5000))
  assert.equal(await closed, 1009)
  assert.equal(await ana.connect(), null, 'and it comes back')
})

test('too many at once are asked to wait, each visitor by itself', async () => {
  const hugo = await page().begin()
  const answers = await Promise.all(
    Array.from({ length: 45 }, (_, index) => hugo.call('POST', '/messages', { id: newId(), content: { type: 'text', text: `${index}` } })),
  )
  const limited = answers.filter(({ status }) => status === 429)
  assert.equal(answers.filter(({ status }) => status === 200).length, 40)
  assert.equal(limited.length, 5)
  assert.ok(limited.every(({ headers, body }) => Number(headers.get('retry-after')) >= 1 && body.code === 'limited'))
  assert.equal((await (await page().begin()).say('yo sí')).by, 'visitor')
})

test('the look tells no secret, and whether somebody is there; the demo page runs nothing but the widget', async () => {
  const {
    body: { panel, ...body },
  } = await page().call<WebchatLook>('GET', '')
  assert.match(panel, /^\/widget-panel\.js\?v=/)
  assert.deepEqual(body, {
    title: 'Tienda',
    colour: '#2a54c8',
    greeting: '',
    offlineText: '',
    preChat: [],
    language: 'auto',
    shortcuts: [],
    goesOn: false,
    closed: false,
    changesAt: null,
    replySeconds: null,
  })
  const demo = await fetch(`${the.url}/w/${channel.id}`, { headers: { 'accept-language': 'pt-BR,pt;q=0.9' } })
  const html = await demo.text()
  assert.match(html, /<html lang="pt-BR">/)
  assert.ok(html.includes(`data-key="${channel.id}"`))
  assert.match(demo.headers.get('content-security-policy')!, /default-src 'none'; script-src 'self'; style-src 'sha256-/)
  const own = page({ origin: the.url })
  assert.equal((await own.call<Visit>('POST', '/visit', {})).status, 200, 'the demo page may open it whatever the list says')
  const { settings } = await the.owner.api.ask(channelRoutes.read, { params: { id: channel.id } })
  assert.equal((settings['secret'] as { set: boolean }).set, true)
  const bad = await the.owner.api.send('POST', '/api/channels', { kind: 'webchat', name: 'x', settings: { origins: ['not an origin'], colour: 'red' } })
  assert.equal(bad.status, 422)
  const kept = await connectWebchat(the.owner.api, { origins: ['https://shop.example/path?x=1'] })
  assert.deepEqual(kept.settings['origins'], ['https://shop.example'])
})

test('the look tells when a person answers, and how long that took of late', async () => {
  const own = await connectWebchat(the.owner.api)
  for (const words of ['uno', 'dos', 'tres', 'cuatro', 'cinco']) {
    await (await page({}, own.id).begin()).say(words)
    const { id } = await talkOf(the.owner.api, words, own.id)
    await the.clock.advance(120_000)
    await answer(id, 'Sí')
  }
  const look = async () => (await page({}, own.id).call<WebchatLook>('GET', '')).body
  const { replySeconds, closed, changesAt } = await look()
  assert.ok(replySeconds !== null && replySeconds >= 120 && replySeconds < 600, `it took ${replySeconds} s`)
  assert.deepEqual([closed, changesAt], [false, null], 'without hours nothing is said of them')
  const opens = new Date(Math.floor((await the.clock.now()).getTime() / 3_600_000) * 3_600_000 + 2 * 3_600_000)
  const hour = opens.toISOString().slice(11, 13)
  const weekly = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: `${hour}:00`, to: `${hour}:30` }]]))
  await the.owner.api.ask(campaignRoutes.create, {
    body: { name: 'Web', channelIds: [own.id], timeZone: 'UTC', hours: { always: false, weekly, special: [], holidays: null } },
  })
  const shut = await look()
  assert.deepEqual([shut.closed, shut.changesAt], [true, opens.toISOString()])
})

test('what is deleted in the inbox is gone from the visitor’s chat too, also where the page slept, and of nobody else’s', async () => {
  const own = await connectWebchat(the.owner.api)
  const [ana, beto] = [await page({}, own.id).begin(), await page({}, own.id).begin()]
  await Promise.all([ana.connect(), beto.connect()])
  await ana.say('mi documento es 12345678')
  await beto.say('yo soy otro')
  const talk = await talkOf(the.owner.api, 'mi documento es 12345678', own.id)
  await answer(talk.id, 'Anotado: 12345678')
  await ana.until(() => ana.texts.length === 2)
  const asleep = page({ token: ana.token }, own.id)
  await asleep.connect()
  asleep.vanish()
  await the.owner.api.ask(conversationRoutes.remove, { params: { id: talk.id } })
  await ana.until(() => ana.texts.length === 0)
  assert.equal(await asleep.connect(), null)
  assert.deepEqual([asleep.texts, (await ana.call<{ entries: VisitorEntry[] }>('GET', '/entries')).body.entries], [[], []])
  const { rows } = await the.admin.query('select 1 from webchat.entry where channel_id = $1 and content::text like $2', [own.id, '%12345678%'])
  assert.equal(rows.length, 0)
  await ana.say('empiezo de nuevo')
  await ana.until(() => ana.texts.length === 1)
  await the.idle()
  assert.deepEqual([ana.texts, beto.texts, (await talksOf(the.owner.api, own.id)).length], [['empiezo de nuevo'], ['yo soy otro'], 2])
})

test('only the conversation of a visitor is there, with what the visitor wrote', async () => {
  const own = await connectWebchat(the.owner.api)
  const ines = await page({}, own.id).begin()
  await ines.say('a')
  await ines.say('b')
  await the.idle()
  const thread = await onlyThread(the.owner.api, own.id)
  assert.deepEqual(
    thread.map(({ content }) => content.type === 'text' && content.text),
    ['a', 'b'],
  )
})

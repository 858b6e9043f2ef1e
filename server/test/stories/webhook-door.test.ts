import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, simulatorRoutes } from '@chasqui/contracts'
import { accountChange, change, messagesFrom, text, webhookBody } from '../doubles/graph-api/inbound.ts'
import { postWebhook, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let the: RunningProduct
let number: Number
let neighbour: Person
let theirs: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  neighbour = await the.addTenant('Vecinos')
  theirs = await connectNumber(the.url, neighbour.api, { flow: false })
})

const ana = { phone: '5491122334455', name: 'Ana' }
const raw = (url: string, body: string | Buffer, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', body: body as string, headers })
const problem = async (answer: Response) => {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
  return ((await answer.json()) as { code: string }).code
}

describe('who may post', () => {
  const body = () => messagesFrom(ana, [text(ana, 'hola')], number)

  test('a missing or wrong signature is 401, and nothing is kept', async () => {
    const signed = signWebhook(body(), number.appSecret)
    const missing = await raw(number.webhookUrl, signed.body)
    assert.deepEqual([missing.status, await problem(missing)], [401, 'webhook.unsigned'])
    const wrongs = [
      signWebhook(body(), 'another secret').headers['x-hub-signature-256']!,
      'sha256=',
      'sha1=00',
      `sha256=${'0'.repeat(64)}`,
      signed.headers['x-hub-signature-256']!.toUpperCase(),
    ]
    for (const wrong of wrongs) {
      const answer = await raw(number.webhookUrl, signed.body, { 'x-hub-signature-256': wrong })
      assert.deepEqual([answer.status, await problem(answer)], [401, 'webhook.bad_signature'], wrong)
    }
    const changed = await raw(number.webhookUrl, Buffer.concat([signed.body, Buffer.from(' ')]), signed.headers)
    assert.equal(changed.status, 401)
    await the.idle()
    assert.deepEqual(await conversationsOf(the.owner.api, number.channelId), [])
  })

  test('an answer is the same whether the framework gave it or not', async () => {
    const own = await connectNumber(the.url, the.owner.api, { flow: false })
    const signed = signWebhook(messagesFrom(ana, [text(ana, 'dos caminos')], own), own.appSecret)
    const nowhere = own.webhookUrl.replace(own.channelId, '0198c0de-0000-7000-8000-000000000000')
    const calls: [string, string | Buffer, Record<string, string>][] = [
      [own.webhookUrl, signed.body, signed.headers],
      [own.webhookUrl, signed.body, {}],
      [own.webhookUrl, '{', signWebhook('{', own.appSecret).headers],
      [nowhere, signed.body, signed.headers],
      [own.webhookUrl.replace('whatsapp', 'nobody'), signed.body, signed.headers],
      [own.webhookUrl.replace(own.channelId, 'no-id'), signed.body, signed.headers],
    ]
    const told = async (url: string, body: string | Buffer, headers: Record<string, string>) => {
      const answer = await raw(url, body, { 'content-type': 'application/json', 'x-request-id': 'one-and-the-same', ...headers })
      const names = ['content-type', 'x-request-id', 'cache-control', 'www-authenticate', 'retry-after']
      return { status: answer.status, headers: names.map((name) => answer.headers.get(name)), body: await answer.text() }
    }
    // A query makes the address a special one, which takes the long way.
    for (const [url, body, headers] of calls) assert.deepEqual(await told(url, body, headers), await told(`${url}?long`, body, headers), url)
  })

  test("another channel's secret does not open this one", async () => {
    assert.equal(await postWebhook(number.webhookUrl, signWebhook(body(), theirs.appSecret)), 401)
  })

  test('the signature decides, whatever type the body claims, and in any case of the header', async () => {
    const own = await connectNumber(the.url, the.owner.api, { flow: false })
    const types = ['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
    for (const type of types) {
      const { body: bytes, headers } = signWebhook(messagesFrom(ana, [text(ana, type)], own), own.appSecret)
      const answer = await raw(own.webhookUrl, bytes, { 'X-HUB-SIGNATURE-256': headers['x-hub-signature-256']!, 'content-type': type })
      assert.equal(answer.status, 200, type)
      assert.equal((await raw(own.webhookUrl, '{}', { 'content-type': type })).status, 401, type)
    }
    await the.idle()
    const [conversation] = await conversationsOf(the.owner.api, own.channelId)
    assert.equal((await threadOf(the.owner.api, conversation!.id)).length, types.length)
    assert.equal((await raw(own.webhookUrl, '{}', { 'content-type': 'nonsense' })).status, 415)
  })

  test('no other form of the signature opens, nor is an empty body signed by nobody', async () => {
    const { body: bytes, headers } = signWebhook(body(), number.appSecret)
    const hex = headers['x-hub-signature-256']!.slice('sha256='.length)
    const forms = [
      hex,
      `sha256=${hex.toUpperCase()}`,
      `SHA256=${hex}`,
      `sha256 =${hex}`,
      `sha256=${hex}00`,
      `sha256=${hex},sha256=${hex}`,
      `sha1=${hex.slice(0, 40)}`,
    ]
    for (const form of forms) assert.equal((await raw(number.webhookUrl, bytes, { 'x-hub-signature-256': form })).status, 401, form)
    assert.equal((await raw(number.webhookUrl, bytes, { 'x-hub-signature': `sha1=${hex.slice(0, 40)}` })).status, 401, 'only the old header')
    assert.equal((await raw(number.webhookUrl, '')).status, 401)
    assert.equal((await raw(number.webhookUrl, '', { 'x-hub-signature-256': `sha256=${hex}` })).status, 401)
  })

  test('bytes that are no UTF-8 are taken as far as they can be read', async () => {
    const own = await connectNumber(the.url, the.owner.api, { flow: false })
    const bytes = Buffer.from(JSON.stringify(messagesFrom(ana, [text(ana, 'a?b')], own)))
    bytes[bytes.indexOf('a?b') + 1] = 0xff
    assert.equal(await postWebhook(own.webhookUrl, signWebhook(bytes, own.appSecret)), 200)
    await the.idle()
    const [conversation] = await conversationsOf(the.owner.api, own.channelId)
    assert.partialDeepStrictEqual((await threadOf(the.owner.api, conversation!.id))[0]!.content, { type: 'text', text: 'a\ufffdb' })
  })

  test('malformed JSON with a right signature is 400', async () => {
    for (const broken of ['{"object":', '', '[]', 'null', '"text"', '\u0000']) {
      const { body, headers } = signWebhook(broken, number.appSecret)
      const answer = await raw(number.webhookUrl, body, headers)
      assert.deepEqual([answer.status, await problem(answer)], [400, 'webhook.malformed'], broken)
    }
  })

  test('an unknown channel is 404, whatever its form, and so is a channel of another kind', async () => {
    const simulator = (await the.owner.api.ask(channelRoutes.list)).items.find((channel) => channel.kind === 'simulator')!
    for (const id of ['0198c0de-0000-7000-8000-000000000000', 'not-an-id', '1', simulator.id, "x'%20or%201=1"]) {
      const { body: bytes, headers } = signWebhook(body(), number.appSecret)
      const answer = await raw(`${the.url}/api/webhooks/whatsapp/${id}`, bytes, headers)
      assert.deepEqual([answer.status, await problem(answer)], [404, 'not_found'], id)
    }
  })

  test('a body beyond any batch is 413', async () => {
    const answer = await raw(number.webhookUrl, 'x'.repeat(6_000_000)).catch((error: Error) => error)
    // The server may close before it has read all of it.
    if (!(answer instanceof Error)) assert.equal(answer.status, 413)
    const declared = await raw(number.webhookUrl, Buffer.alloc(4_100_000, 32))
    assert.deepEqual([declared.status, await problem(declared)], [413, 'too_large'])
  })

  test('a nest a hundred thousand levels deep is taken and does no harm', async () => {
    const deep = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]}]}`
    assert.equal(await number.post(deep), 200)
    await the.idle()
  })
})

describe('subscription check', () => {
  const check = (address: string, query: string) => fetch(`${address}?${query}`)
  const right = () => `hub.mode=subscribe&hub.verify_token=${number.verifyToken}&hub.challenge=1158201444`

  test('the right token gets its challenge back, as plain text', async () => {
    const answer = await check(number.webhookUrl, right())
    assert.deepEqual([answer.status, await answer.text()], [200, '1158201444'])
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/)
  })

  test('a wrong, missing or repeated parameter is 403', async () => {
    const wrong = [
      '',
      'hub.mode=subscribe',
      right().replace('subscribe', 'unsubscribe'),
      `hub.mode=subscribe&hub.verify_token=nope&hub.challenge=1`,
      `${right()}&hub.verify_token=${number.verifyToken}`,
      `${right()}&hub.challenge=2`,
      right().replace('verify_token=', 'verify_token[]='),
      right().replace(number.verifyToken, number.verifyToken.toUpperCase()),
      right().replace(number.verifyToken, `${number.verifyToken}%00`),
      right().replace('hub.challenge=1158201444', 'hub.challenge='),
      right().replaceAll('hub.', 'hub_'),
      `${right()}&hub.mode=subscribe`,
      '%',
      '&&&=',
    ]
    for (const query of wrong) assert.equal((await check(number.webhookUrl, query)).status, 403, query)
    assert.equal((await check(theirs.webhookUrl, right())).status, 403)
  })

  test('the address of the host takes the token of any of its numbers', async () => {
    const answer = await check(`${the.url}/api/webhooks/whatsapp`, right())
    assert.deepEqual([answer.status, await answer.text()], [200, '1158201444'])
    assert.equal((await check(`${the.url}/api/webhooks/whatsapp`, right().replace(number.verifyToken, 'nope'))).status, 403)
  })
})

describe('batches', () => {
  const said = async (person: Person, channelId: string) => {
    const conversations = await conversationsOf(person.api, channelId)
    return (await Promise.all(conversations.map(({ id }) => threadOf(person.api, id))))
      .flat()
      .map((message) => (message.content.type === 'text' ? message.content.text : message.type))
  }

  test("one POST for two numbers of the tenant and one of a stranger: each to its own, the stranger's nowhere", async () => {
    const second = await connectNumber(the.url, the.owner.api, { flow: false, appSecret: number.appSecret })
    const to = (of: { phoneNumberId: string }, words: string): Shape => change({ number: of, contacts: [ana], messages: [text(ana, words)] })
    const entry = [
      { id: number.waba, changes: [to(number, 'al primero'), to(second, 'al segundo')] },
      { id: 'x', changes: [to(theirs, 'al vecino'), to({ phoneNumberId: '99' }, 'a nadie')] },
    ]
    assert.equal(await number.post({ object: 'whatsapp_business_account', entry }), 200)
    await the.idle()
    assert.deepEqual(await said(the.owner, number.channelId), ['al primero'])
    assert.deepEqual(await said(the.owner, second.channelId), ['al segundo'])
    assert.deepEqual(await said(neighbour, theirs.channelId), [])
  })

  describe('at the address of the host', () => {
    const host = () => `${the.url}/api/webhooks/whatsapp`
    const shared = 'secret-of-the-host-app'
    let mine: Number
    let foreign: Number
    before(async () => {
      mine = await connectNumber(the.url, the.owner.api, { flow: false, appSecret: shared })
      foreign = await connectNumber(the.url, neighbour.api, { flow: false, appSecret: shared })
    })
    const batch = (...words: [Number, string][]) => ({
      object: 'whatsapp_business_account',
      entry: words.map(([to, body]) => ({ id: to.waba, changes: [change({ number: to, contacts: [ana], messages: [text(ana, body)] })] })),
    })

    test('one POST over two tenants goes to both, each message once and only to its own', async () => {
      assert.equal(await postWebhook(host(), signWebhook(batch([mine, 'uno'], [foreign, 'dos']), shared)), 200)
      await the.idle()
      assert.deepEqual([await said(the.owner, mine.channelId), await said(neighbour, foreign.channelId)], [['uno'], ['dos']])
    })

    test('a secret opens only its own channels, also within one batch', async () => {
      assert.equal(await postWebhook(host(), signWebhook(batch([number, 'propio'], [foreign, 'ajeno']), number.appSecret)), 200)
      await the.idle()
      assert.deepEqual([(await said(the.owner, number.channelId)).includes('propio'), await said(neighbour, foreign.channelId)], [true, ['dos']])
    })

    test('forged, unsigned and malformed are refused; what is for nobody is acknowledged', async () => {
      assert.equal(await postWebhook(host(), signWebhook(batch([mine, 'falso']), 'nobody’s')), 401)
      assert.equal((await raw(host(), JSON.stringify(batch([mine, 'sin firma'])))).status, 401)
      assert.equal((await raw(host(), '{}')).status, 401)
      assert.equal(await postWebhook(host(), signWebhook('{', shared)), 400)
      for (const nobody of ['404', '40\u00004', '4\ud800'])
        for (const url of [host(), mine.webhookUrl])
          assert.equal(await postWebhook(url, signWebhook(batch([{ ...mine, phoneNumberId: nobody, waba: nobody }, 'a nadie']), shared)), 200)
      const news = webhookBody([accountChange('account_update', { event: 'ACCOUNT_VIOLATION' })], '40\u00004')
      assert.equal(await postWebhook(host(), signWebhook(news, shared)), 200)
    })

    test('a message without metadata goes to the only number of its business account; among several it is nobody’s', async () => {
      const bare = (body: string) =>
        signWebhook(webhookBody([{ field: 'messages', value: { messaging_product: 'whatsapp', messages: [text(ana, body)] } }], mine.waba), shared)
      assert.equal(await postWebhook(host(), bare('sin metadatos')), 200)
      await the.idle()
      assert.ok((await said(the.owner, mine.channelId)).includes('sin metadatos'))
      const second = await connectNumber(the.url, the.owner.api, { flow: false, appSecret: shared, waba: mine.waba })
      assert.equal(await postWebhook(host(), bare('¿para quién?')), 200)
      await the.idle()
      assert.deepEqual([(await said(the.owner, mine.channelId)).includes('¿para quién?'), await said(the.owner, second.channelId)], [false, []])
      await the.owner.api.ask(channelRoutes.remove, { params: { id: second.channelId } })
    })

    test('account news without a number reach every channel of that business account, and only those', async () => {
      const sibling = await connectNumber(the.url, the.owner.api, { flow: false, appSecret: shared, waba: mine.waba })
      const news = webhookBody([accountChange('account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'ADULT' } })], mine.waba)
      assert.equal(await postWebhook(host(), signWebhook(news, shared)), 200)
      await the.idle()
      const logged = async (api: Person['api'], id: string) =>
        (await api.ask(channelRoutes.logs, { params: { id } })).items.map((entry) => entry.event).filter((event) => event.includes('account'))
      assert.equal((await logged(the.owner.api, mine.channelId)).length, 1)
      assert.equal((await logged(the.owner.api, sibling.channelId)).length, 1)
      assert.deepEqual(await logged(neighbour.api, foreign.channelId), [])
    })
  })
})

test('every channel keeps answering after all this', async () => {
  assert.equal(await number.say(ana, 'sigo acá'), 200)
  const channel = (await the.owner.api.ask(channelRoutes.list)).items.find((one) => one.kind === 'simulator')!
  await the.owner.api.ask(simulatorRoutes.act, { params: { channelId: channel.id }, body: { from: { phone: '5491199998888' }, text: 'hola' } })
  await the.idle()
  assert.equal(
    (await conversationsOf(the.owner.api, channel.id)).some((one) => one.contact.phone === '+5491199998888'),
    true,
  )
})

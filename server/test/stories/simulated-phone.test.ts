import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { conversationRoutes as routes, operationRoutes, simulatorRoutes, type PhoneMessage } from '@chasqui/contracts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** The newcomer's first minutes, by the interface that a script has: write on the phone, be answered, ask for a person, be answered by one. */
let the: RunningProduct
let channelId: string
before(async () => {
  the = await startProduct()
  channelId = await simulatorOf(the.owner.api)
})
after(() => the.stop())

const api = () => the.owner.api
const write = (phone: string, act: object) =>
  api().send<{ id: string }>('POST', `/api/simulator/${channelId}/messages`, { from: { phone, name: 'Ana' }, ...act })
const screen = async (phone: string): Promise<PhoneMessage[]> => (await api().ask(simulatorRoutes.screen, { params: { channelId, phone } })).items
const shows = (phone: string, fits: (message: PhoneMessage) => boolean, what: string) => the.until(async () => (await screen(phone)).find(fits), what)
const conversationIfAny = async (phone: string) =>
  (await api().ask(routes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.phone === `+${phone}`)
const conversationOf = async (phone: string) => (await conversationIfAny(phone))!

test('hola, the bot, a person, the answer on the phone and its ticks in the inbox', async () => {
  const phone = '5491155550001'
  const began = performance.now()
  const written = await write(phone, { text: 'hola' })
  assert.equal(written.status, 202)
  const greeting = await shows(phone, ({ direction }) => direction === 'in', 'the bot answers')
  assert.ok(performance.now() - began < 5000)
  assert.equal(greeting.content.type, 'buttons')
  assert.deepEqual((await screen(phone)).map(({ direction, status }) => [direction, status])[0], ['out', 'delivered'])

  const option = greeting.content.type === 'buttons' && greeting.content.buttons.find(({ id }) => id === 'person')
  assert.ok(option)
  assert.equal((await write(phone, { type: 'choice', choice: { id: option.id, title: option.title }, messageId: greeting.id })).status, 202)
  const waiting = await the.until(async () => {
    const conversation = await conversationOf(phone)
    return conversation.state === 'queued' && conversation
  }, 'the conversation waits for a person')
  assert.equal(waiting.floor, 'human')

  await api().ask(routes.assign, { params: { id: waiting.id }, body: {} })
  const answer = await api().ask(routes.send, {
    params: { id: waiting.id },
    body: { content: { type: 'text', text: 'Hola Ana, soy Lucía' }, takeFloor: true, clientId: 'one' },
  })
  const seen = await shows(phone, ({ text }) => text === 'Hola Ana, soy Lucía', 'the answer on the phone')
  assert.equal(seen.status, 'delivered')
  const ticks = (expected: string) =>
    the.until(async () => (await threadOf(api(), waiting.id)).find(({ id, status }) => id === answer.id && status === expected), `ticks: ${expected}`)
  await ticks('delivered')
  await api().ask(simulatorRoutes.look, { params: { channelId, phone } })
  await ticks('read')

  await api().ask(routes.markRead, { params: { id: waiting.id } })
  await shows(phone, ({ direction, status }) => direction === 'out' && status === 'read', 'blue ticks on the phone')
  await write(phone, { text: 'gracias' })
  await the.idle()
  assert.equal((await screen(phone)).filter(({ direction, at }) => direction === 'in' && at > seen.at).length, 0, 'the bot stays silent')
})

describe('the phone', () => {
  test('writes the same message once, however often it is sent', async () => {
    const phone = '5491155550002'
    for (let time = 0; time < 3; time++) assert.equal((await write(phone, { id: 'sim.once', text: 'una vez' })).body.id, 'sim.once')
    await the.idle()
    assert.equal((await threadOf(api(), (await conversationOf(phone)).id)).filter(({ direction }) => direction === 'in').length, 1)
  })

  test('is the same one in any spelling of its number', async () => {
    for (const phone of ['+54 9 11 5555-0003', '5491155550003', '+5491155550003']) await write(phone, { text: { body: 'hola' } })
    await the.idle()
    assert.equal((await screen('5491155550003')).filter(({ direction }) => direction === 'out').length, 3)
    assert.equal(
      (await api().ask(routes.list, { query: { channelId, limit: 200 } })).items.filter(({ contact }) => contact.phone === '+5491155550003').length,
      1,
    )
  })

  test('edits, deletes and reacts, and the inbox shows it', async () => {
    const phone = '5491155550004'
    const {
      body: { id },
    } = await write(phone, { text: 'hola' })
    await the.idle()
    const conversation = await conversationOf(phone)
    const first = async () => (await threadOf(api(), conversation.id))[0]!
    await write(phone, { type: 'edit', messageId: id, text: 'hola, corregido' })
    await the.idle()
    assert.partialDeepStrictEqual((await first()).content, { type: 'text', text: 'hola, corregido' })
    const bot = (await threadOf(api(), conversation.id)).find(({ direction }) => direction === 'out')!
    await write(phone, { type: 'reaction', messageId: bot.providerMessageId, emoji: '👍' })
    await the.idle()
    assert.deepEqual((await threadOf(api(), conversation.id)).find((message) => message.id === bot.id)!.reactions, [{ actor: 'contact', emoji: '👍' }])
    await write(phone, { type: 'delete', messageId: id })
    await the.idle()
    assert.ok((await first()).deletedAt)
  })

  test('hides its number when its owner does', async () => {
    const answer = await api().send('POST', `/api/simulator/${channelId}/messages`, { from: { userId: 'AR.5550005', name: 'Sin número' }, text: 'hola' })
    assert.equal(answer.status, 202)
    await the.idle()
    const hidden = (await api().ask(routes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.profileName === 'Sin número')!
    assert.equal(hidden.contact.phone, null)
  })
})

describe('what goes wrong on purpose', () => {
  const withFaults = async (faults: object, work: () => Promise<void>) => {
    assert.equal((await api().send('PUT', `/api/simulator/${channelId}/faults`, faults)).status, 200)
    try {
      await work()
    } finally {
      await api().send('PUT', `/api/simulator/${channelId}/faults`, {})
    }
  }
  const say = async (phone: string, words: string) =>
    api().ask(routes.send, { params: { id: (await conversationOf(phone)).id }, body: { content: { type: 'text', text: words }, takeFloor: true } })

  test('everything delivered twice and out of order is seen once', async () => {
    const phone = '5491155550006'
    const heard = async () => {
      const conversation = await conversationIfAny(phone)
      const messages = conversation ? await threadOf(api(), conversation.id) : []
      return messages.flatMap(({ direction, content }) => (direction === 'in' && content.type === 'text' ? [content.text] : []))
    }
    await withFaults({ duplicate: true, reorder: true }, async () => {
      for (const words of ['uno', 'dos', 'tres']) await write(phone, { text: words })
      await the.until(async () => (await heard()).length >= 3, 'the message that was overtaken arrives too')
      await the.idle()
    })
    assert.deepEqual((await heard()).toSorted(), ['dos', 'tres', 'uno'])
  })

  test('a refused message fails with its cause, and goes out when tried again', async () => {
    const phone = '5491155550007'
    await write(phone, { text: 'hola' })
    await the.idle()
    let id = ''
    await withFaults({ failSends: { code: 131026, times: 1 } }, async () => {
      const sent = await say(phone, 'no llega')
      id = sent.id
      const failed = await the.until(
        async () => (await threadOf(api(), sent.conversationId)).find((message) => message.id === id && message.status === 'failed'),
        'it failed',
      )
      assert.ok(failed.error?.code)
    })
    await api().ask(operationRoutes.queueRetry, { params: { id } })
    await shows(phone, ({ text }) => text === 'no llega', 'it arrives after all')
  })

  test('a lost answer is uncertain until the phone’s own receipt settles it', async () => {
    const phone = '5491155550008'
    await write(phone, { text: 'hola' })
    await the.idle()
    await withFaults({ lostAnswers: 1 }, async () => {
      const sent = await say(phone, '¿llegó?')
      await shows(phone, ({ text }) => text === '¿llegó?', 'it is on the phone')
      await the.until(
        async () => (await threadOf(api(), sent.conversationId)).find((message) => message.id === sent.id && message.status === 'delivered'),
        'the receipt settles it',
      )
      assert.equal((await screen(phone)).filter(({ text }) => text === '¿llegó?').length, 1)
    })
  })

  test('a phone that is off gets its messages when it is on again', async () => {
    const phone = '5491155550009'
    await write(phone, { text: 'hola' })
    await the.idle()
    let conversationId = ''
    await withFaults({ neverDeliver: true }, async () => {
      conversationId = (await say(phone, 'cuando puedas')).conversationId
      await the.idle()
      assert.ok(!(await screen(phone)).some(({ text, status }) => text === 'cuando puedas' && status !== 'sent'))
    })
    await shows(phone, ({ text, status }) => text === 'cuando puedas' && status === 'delivered', 'it arrives')
    await the.until(
      async () =>
        (await threadOf(api(), conversationId)).some(
          ({ content, status }) => content.type === 'text' && content.text === 'cuando puedas' && status === 'delivered',
        ),
      'two ticks',
    )
  })
})

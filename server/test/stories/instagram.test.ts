import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes as routes, type Conversation, type Message } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { echoOf, seen } from '../doubles/messenger-api/inbound.ts'
import type { MessengerApi } from '../doubles/messenger-api/server.ts'
import { connectAccount, startBesideMessenger, type Connected } from '../kit/messaging.ts'
import type { RunningProduct } from '../kit/product.ts'
import { conversationsOf, threadOf } from '../kit/whatsapp.ts'

const ACCOUNT = '17841400000000001'
const options = { platform: 'instagram', accountId: ACCOUNT, accessToken: 'IGQVaccount0token', name: 'clinicapaz', unknownFields: ['standby'] } as const
let meta: MessengerApi
let the: RunningProduct
let account: Connected
before(async () => {
  ;({ meta, the } = await startBesideMessenger({ ...options, unknownFields: [...options.unknownFields] }))
  account = await connectAccount(the.url, the.owner.api, options)
})

let people = 0
let person: string
beforeEach(() => {
  person = `90000000000${String((people += 1)).padStart(4, '0')}`
  Object.assign(meta.faults, noFaults())
  meta.reporting = null
})

const gotBy = (who: string) => meta.received.filter(({ to }) => to === who)
const current = async (): Promise<Conversation> =>
  (await conversationsOf(the.owner.api, account.channelId)).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]!
const thread = async (): Promise<Message[]> => threadOf(the.owner.api, (await current()).id)
const report = (echo: 'before_answer' | 'after_answer') =>
  void (meta.reporting = { url: account.webhookUrl, appSecret: account.appSecret, echo, delivery: false })
const answer = async (text: string): Promise<Message> =>
  the.owner.api.ask(routes.send, { params: { id: (await current()).id }, body: { content: { type: 'text', text }, takeFloor: true } })

describe('a person writes to the account', () => {
  for (const echo of ['before_answer', 'after_answer'] as const)
    test(`hello is answered once, and the echo (${echo}) that does not say whose it is silences nobody`, async () => {
      report(echo)
      await account.say(person, `aWd_${echo}`, 'hola')
      await the.until(() => gotBy(person).length > 0, 'the flow answers')
      await meta.reported()
      await the.idle()
      const messages = await thread()
      assert.deepEqual(
        messages.map(({ direction, sender, status }) => [direction, sender.kind, status]),
        [
          ['in', 'contact', 'received'],
          ['out', 'flow', 'sent'],
        ],
      )
      assert.equal((await current()).floor, 'flow')
      await account.post([seen(ACCOUNT, person, gotBy(person)[0]!.mid)])
      await the.idle()
      assert.equal((await thread())[1]!.status, 'read')
    })

  test('what is written on the phone silences the flow at once', async () => {
    await account.say(person, 'aWd_h1', 'hola')
    await the.idle()
    const before = gotBy(person).length
    await account.post([echoOf(ACCOUNT, person, { mid: 'aWd_h2', message: { text: 'Respondido desde el teléfono' } })])
    await account.say(person, 'aWd_h3', 'gracias')
    await the.idle()
    assert.deepEqual([gotBy(person).length, (await current()).floor], [before, 'human'])
  })

  test('an answer that was lost is settled by its echo and not sent twice', async () => {
    await account.say(person, 'aWd_l', 'hola')
    await the.idle()
    report('after_answer')
    meta.faults.loseNext = 1
    const sent = await answer('Nos vemos  mañana')
    await the.until(async () => (await thread()).find((one) => one.id === sent.id)?.status === 'sent', 'the echo proves that it arrived')
    assert.equal((await thread()).filter(({ content }) => content.type === 'text' && content.text.startsWith('Nos vemos')).length, 1)
  })

  for (const echo of ['before_answer', 'after_answer'] as const)
    test(`a text beyond 1,000 bytes leaves in several messages and is one in the thread, whose echoes (${echo}) are no news`, async () => {
      await account.say(person, `aWd_b_${echo}`, 'hola')
      await the.idle()
      report(echo)
      const [before, said] = [(await thread()).length, `${'á'.repeat(490)} ${'é'.repeat(490)} ${'😀'.repeat(100)}`]
      const sent = await answer(said)
      await the.until(async () => (await thread()).find((one) => one.id === sent.id)?.status === 'sent', 'it left')
      await meta.reported()
      await the.idle()
      const parts = gotBy(person).slice(-3).map(({ text }) => text) // prettier-ignore
      assert.deepEqual(parts.join(''), said)
      for (const part of parts) assert.ok(Buffer.byteLength(part) <= 1000 && part.isWellFormed())
      assert.equal((await thread()).filter(({ direction }) => direction !== 'note').length, before + 1)
      assert.deepEqual((await thread()).find((one) => one.id === sent.id)!.content, { type: 'text', text: said })
    })

  test('of a text whose second message failed nothing is sent again: a person is told', async () => {
    await account.say(person, 'aWd_p', 'hola')
    await the.idle()
    const before = gotBy(person).length
    meta.faults.failures.push({ times: 1, after: 1, code: 551 })
    const sent = await answer('á'.repeat(900))
    await the.until(async () => (await thread()).find((one) => one.id === sent.id)?.status === 'uncertain', 'nobody knows')
    await the.idle()
    assert.equal(gotBy(person).length, before + 1)
    const { id } = await current()
    const content = { type: 'text' as const, text: 'a'.repeat(4001) }
    assert.equal((await the.owner.api.refused(422, routes.send, { params: { id }, body: { content, takeFloor: true } })).code, 'content.too_long')
  })
})

test('connecting works for an app that lacks some of the fields, and shows the name of the account', async () => {
  const channel = await the.owner.api.ask(channelRoutes.connect, { params: { id: account.channelId } })
  assert.deepEqual([channel.state, channel.address], ['connected', '@clinicapaz'])
  assert.deepEqual(meta.subscriptions.at(-1), ['messages', 'messaging_postbacks'])
})

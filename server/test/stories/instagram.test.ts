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

  test('texts are measured in bytes: 500 accents fit, 501 do not', async () => {
    await account.say(person, 'aWd_b', 'hola')
    await the.idle()
    const { id } = await current()
    const refused = await the.owner.api.refused(422, routes.send, {
      params: { id },
      body: { content: { type: 'text', text: 'á'.repeat(501) }, takeFloor: true },
    })
    assert.equal(refused.code, 'content.too_long')
    await answer('á'.repeat(500))
    await the.idle()
    assert.equal(gotBy(person).at(-1)!.text, 'á'.repeat(500))
  })
})

test('connecting works for an app that lacks some of the fields, and shows the name of the account', async () => {
  const channel = await the.owner.api.ask(channelRoutes.connect, { params: { id: account.channelId } })
  assert.deepEqual([channel.state, channel.address], ['connected', '@clinicapaz'])
  assert.deepEqual(meta.subscriptions.at(-1), ['messages', 'messaging_postbacks'])
})

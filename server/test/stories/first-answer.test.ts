import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, type Message } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { change, status, webhookBody } from '../doubles/graph-api/inbound.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
})

const ana = { phone: '5491122334455', name: 'Ana' }

describe('a customer writes on WhatsApp', () => {
  test('the conversation appears and the flow answers once, with our own id on it', async () => {
    assert.equal(await number.say(ana, 'hola'), 200)
    await graph.ledger.until(1)
    const [reply] = graph.ledger.received
    assert.deepEqual([reply!.to, reply!.phoneNumberId, reply!.type], [ana.phone, number.phoneNumberId, 'interactive'])
    const thread = await the.until(async () => {
      const conversation = await conversationWith(the.owner.api, number.channelId, ana.phone)
      const messages = conversation && (await threadOf(the.owner.api, conversation.id))
      return messages?.some((message) => message.status === 'sent') && messages
    }, 'the answer is shown as sent')
    assert.deepEqual(
      thread.map(({ direction, sender, type, seq }) => [seq, direction, sender.kind, type]),
      [
        [1, 'in', 'contact', 'text'],
        [2, 'out', 'flow', 'buttons'],
      ],
    )
    assert.equal(reply!.clientRef, thread[1]!.id)
    assert.equal(thread[1]!.providerMessageId, reply!.wamid)
    assert.equal(graph.ledger.received.length, 1)
    const [conversation] = await conversationsOf(the.owner.api, number.channelId)
    assert.deepEqual(
      [conversation!.state, conversation!.floor, conversation!.unread, conversation!.contact.name, conversation!.contact.phone],
      ['bot', 'flow', 1, 'Ana', '+5491122334455'],
    )
  })

  test('the channel knows when it last heard something', async () => {
    const known = await the.until(async () => (await the.owner.api.ask(channelRoutes.status, { params: { id: number.channelId } })).lastInboundAt, 'last heard')
    assert.ok(Date.now() - Date.parse(known) < 60_000)
  })
})

describe('statuses come in any order', () => {
  let last = 0
  const phoneOf = () => `54911400000${(last += 1)}`
  const newReply = async (): Promise<Message> => {
    const phone = phoneOf()
    await number.say({ phone, name: 'Beto' }, 'hola')
    return the.until(async () => {
      const conversation = await conversationWith(the.owner.api, number.channelId, phone)
      return conversation && (await threadOf(the.owner.api, conversation.id)).find((message) => message.direction === 'out' && message.status === 'sent')
    }, `an answer to ${phone}`)
  }
  const now = async ({ conversationId, id }: Message) => (await threadOf(the.owner.api, conversationId)).find((message) => message.id === id)!
  const report = (message: Message, names: string[], more = {}) =>
    number.post(
      webhookBody(
        [
          change({
            number,
            statuses: names.map((name) =>
              status(message.providerMessageId!, name, { ...(name === 'failed' && { errors: [{ code: 131026, title: 'Message undeliverable' }] }), ...more }),
            ),
          }),
        ],
        number.waba,
      ),
    )
  /** Resolves when all receipts up to here have been worked on: a later one of the same message has its effect. */
  const settled = (message: Message, expected: string) => the.until(async () => (await now(message)).status === expected, `status ${expected}`)

  test('read before delivered before sent: the ticks stay at read', async () => {
    const message = await newReply()
    assert.equal(await report(message, ['read']), 200)
    await settled(message, 'read')
    assert.equal(await report(message, ['sent', 'delivered', 'played']), 200)
    await settled(message, 'played')
  })

  test('failed after delivered: it stays delivered', async () => {
    const message = await newReply()
    await report(message, ['delivered'])
    await settled(message, 'delivered')
    await report(message, ['failed', 'read'])
    await settled(message, 'read')
    assert.equal((await now(message)).error, null)
  })

  test('a late sent does not revive a failed message', async () => {
    const message = await newReply()
    await report(message, ['failed'])
    await settled(message, 'failed')
    assert.deepEqual([(await now(message)).error?.code], ['whatsapp.131026'])
    await report(message, ['sent'])
    await the.idle()
    assert.equal((await now(message)).status, 'failed')
  })

  test('a status finds its message by our own reference when the id is of another spelling', async () => {
    const message = await newReply()
    await number.post(
      webhookBody([change({ number, statuses: [status('wamid.UNKNOWN', 'delivered', { biz_opaque_callback_data: message.id })] })], number.waba),
    )
    await settled(message, 'delivered')
  })
})

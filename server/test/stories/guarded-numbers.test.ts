import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { auditRoutes, channelRoutes, chatRoutes, conversationRoutes, type Message } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { addNumber, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

/** A number that is linked as a device writes to strangers: as many as it may, and the others later. */
let sandbox: WhatsAppWeb
let the: RunningProduct
let id: string
const business = '5491150000061'
const customer = '5491122334455'
const stranger = (index: number) => `54911223301${String(index).padStart(2, '0')}`

before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
  id = (await addNumber(the.owner.api)).id
  await linkNumber(the, sandbox, id, business)
})

const guard = async () => (await the.owner.api.ask(channelRoutes.guard, { params: { id } })).guard!
const write = (to: string, text = `buenas ${to}`) =>
  the.owner.api.ask(chatRoutes.send, { params: { id }, body: { to, content: { type: 'text', text }, takeFloor: true } })
const gotBy = async (phone: string) => (await sandbox.network.got(phone)).map(({ message }) => message.extendedTextMessage?.text ?? message.conversation)
const arrives = (phone: string, text = `buenas ${phone}`) => the.until(async () => (await gotBy(phone)).includes(text), `${text} arrives`)
const now = async ({ id: messageId, conversationId }: Message): Promise<Message> =>
  (await the.owner.api.ask(conversationRoutes.messages, { params: { id: conversationId }, query: {} })).items.find((one) => one.id === messageId)!
const heldFor = (message: Message, code: string) =>
  the.until(async () => {
    const { status, error } = await now(message)
    return status === 'pending' && error?.code === code && error
  }, `it waits (${code})`)

let eleventh: Message
let twelfth: Message

describe('a number that is linked as a device', () => {
  test('writes to ten strangers on its first day; the next ones wait until the morning, and their threads say so', async () => {
    for (let index = 0; index < 10; index += 1) await write(stranger(index))
    for (let index = 0; index < 10; index += 1) await arrives(stranger(index))
    eleventh = await write(stranger(10))
    twelfth = await write(stranger(11))
    const { detail } = await heldFor(eleventh, 'guard.budget')
    await heldFor(twelfth, 'guard.budget')
    const { budget, held, score, breaker } = await guard()
    assert.deepEqual([budget.limit, budget.used, held, breaker], [10, 10, 2, null])
    assert.deepEqual([budget.renewsAt, score], [detail, 100])
    assert.deepEqual(await gotBy(stranger(10)), [])
  })

  test('goes on with those who were written to today already, and counts nobody twice', async () => {
    await write(stranger(0), 'y otra cosa')
    await arrives(stranger(0), 'y otra cosa')
    const sent = await write(stranger(1), 'se cortó')
    await arrives(stranger(1), 'se cortó')
    // As after a death between counting and storing the answer, when a person sends it again. A receipt that comes in between says that it arrived.
    const path = `/api/conversations/${sent.conversationId}/messages/${sent.id}/retry`
    await the.idle()
    await the.until(async () => {
      await the.admin.query(`update platform.outbox set state = 'uncertain' where id = $1`, [sent.id])
      await the.admin.query(`update conversations.message set status = 'uncertain' where id = $1`, [sent.id])
      return (await the.owner.api.send('POST', path, undefined)).status === 200
    }, 'a person sends it again')
    await the.until(async () => ['sent', 'delivered'].includes((await now(sent)).status), 'it is sent again')
    assert.deepEqual((await guard()).budget.used, 10)
  })

  test('answers whoever writes at once, also strangers for whom something waits', async () => {
    await sandbox.network.say(customer, business, { conversation: 'hola' })
    await the.until(async () => (await the.owner.api.ask(conversationRoutes.list, { query: { channelId: id, q: customer } })).items.length === 1, 'the talk')
    await write(customer, 'sí, hasta las 18')
    await arrives(customer, 'sí, hasta las 18')
    await sandbox.network.say(stranger(11), business, { conversation: '¿quién es?' })
    await arrives(stranger(11))
    assert.equal((await now(twelfth)).error, null)
    await sandbox.network.say(stranger(0), business, { conversation: 'gracias' })
    await the.until(async () => (await guard()).days[0]?.answered === 1, 'the answer counts')
  })

  test('writes to as many as its people choose, within hard caps, and to the standard number again', async () => {
    const limit = (limits: unknown) => the.owner.api.send('PUT', `/api/channels/${id}/guard/limits`, { limits })
    for (const wrong of [
      { first: 31, step: 5, most: 50, perMinute: 120 },
      { first: 10, step: 16, most: 50, perMinute: 120 },
      { first: 10, step: 5, most: 151, perMinute: 120 },
      { first: 9, step: 5, most: 8, perMinute: 120 },
      { first: 10, step: 5, most: 50, perMinute: 121 },
      { first: 10, step: 5, most: 50, perMinute: 5 },
      { first: 10, step: 5, most: 50 },
      {},
    ])
      assert.equal((await limit(wrong)).status, 422, JSON.stringify(wrong))
    assert.equal((await limit({ first: 2, step: 1, most: 3, perMinute: 10 })).status, 200)
    await the.until(async () => (await guard()).held === 1, 'what waited was asked about again and waits')
    const few = await guard()
    assert.deepEqual([few.budget.limit, few.limits.isOwn, few.limits.now.perMinute, few.limits.standard.most], [2, true, 10, 50])
    // Answers, too, leave no faster than was chosen: one every six seconds here, two a second else.
    const [one, other] = [await write(customer, 'primero'), await write(customer, 'segundo')]
    await arrives(customer, 'segundo')
    const leftAt = async ({ id: messageId }: Message) =>
      (await the.admin.query<{ at: Date }>('select updated_at as at from platform.outbox where id = $1', [messageId])).rows[0]!.at.getTime()
    await the.idle()
    assert.ok((await leftAt(other)) - (await leftAt(one)) > 3000, 'evenly spaced')
    assert.equal((await limit(null)).status, 200)
    const { budget, limits } = await guard()
    assert.deepEqual([budget.limit, limits.isOwn], [10, false])
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    assert.equal((await agent.api.send('PUT', `/api/channels/${id}/guard/limits`, { limits: null })).status, 403)
    await assert.rejects(the.admin.query('update channels.guard set first = 30, step = 1, most = 50, per_minute = 121 where channel_id = $1', [id]), {
      code: '23514',
    })
    await the.until(
      async () => (await the.owner.api.ask(auditRoutes.list, { query: { subjectId: id } })).items.some(({ action }) => action === 'channel.limited'),
      'its record',
    )
  })

  test('writes to the others on the next morning', async () => {
    await the.clock.set(new Date((await guard()).budget.renewsAt))
    await the.signInAgain(the.owner)
    await arrives(stranger(10))
    const { budget, held, days } = await guard()
    assert.deepEqual([budget.used, held, days.length], [1, 0, 2])
    assert.ok(budget.limit > 1 && budget.limit < 15, 'more than yesterday, less by the silence')
  })

  test('leaves strangers alone while the network restricts it, answers the others, and says until when', async () => {
    await sandbox.network.restrict(business, true)
    const refused = await write(stranger(20))
    await the.until(async () => (await now(refused)).error?.code === 'whatsapp-web.463', 'the network refuses it')
    const { breaker, causes } = await guard()
    assert.equal(new Date(breaker!.until).getTime() - (await the.clock.now()).getTime() > 5 * 3_600_000, true)
    assert.ok(causes.some(({ cause }) => cause === 'account_locked'))
    assert.equal((await heldFor(await write(stranger(21)), 'guard.account_locked')).detail, breaker!.until)
    await write(customer, 'le confirmo')
    await arrives(customer, 'le confirmo')
    const { items } = await the.owner.api.ask(channelRoutes.logs, { params: { id }, query: {} })
    assert.equal(items.filter(({ event }) => event === 'strangers_held').length, 1)
  })

  test('goes on when a person says so, which is recorded', async () => {
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    assert.equal((await agent.api.send('POST', `/api/channels/${id}/guard/resume`)).status, 403)
    assert.ok((await agent.api.ask(channelRoutes.guard, { params: { id } })).guard?.breaker)
    await sandbox.network.restrict(business, false)
    const { guard: resumed } = await the.owner.api.ask(channelRoutes.resume, { params: { id } })
    assert.equal(resumed?.breaker, null)
    await arrives(stranger(21))
    await the.until(
      async () => (await the.owner.api.ask(auditRoutes.list, { query: { subjectId: id } })).items.some(({ action }) => action === 'channel.resumed'),
      'its record',
    )
  })

  test('a restriction that is over is over by itself', async () => {
    await sandbox.network.restrict(business, true)
    await write(stranger(30))
    const { until } = await the.until(async () => (await guard()).breaker, 'it is restricted again')
    const waits = await write(stranger(31))
    await heldFor(waits, 'guard.account_locked')
    await sandbox.network.restrict(business, false)
    await the.clock.set(new Date(new Date(until).getTime() + 1000))
    await the.signInAgain(the.owner)
    assert.equal((await guard()).breaker, null)
  })

  test('other kinds of channels are not guarded', async () => {
    const simulator = await simulatorOf(the.owner.api)
    assert.equal((await the.owner.api.ask(channelRoutes.guard, { params: { id: simulator } })).guard, null)
  })
})

describe('the age of a number', () => {
  test('counts from when it was linked, however old its channel is; the same one linked again goes on, another one begins slowly', async () => {
    const { id: other } = await addNumber(the.owner.api)
    const limit = async () => (await the.owner.api.ask(channelRoutes.guard, { params: { id: other } })).guard!.budget.limit
    const linkAgain = async (phone: string, was: string) => {
      await sandbox.network.hangUp(was, 'logged-out')
      await the.until(async () => (await the.owner.api.ask(channelRoutes.read, { params: { id: other } })).state === 'error', 'it waits for a person')
      await the.owner.api.ask(channelRoutes.connect, { params: { id: other } })
      await linkNumber(the, sandbox, other, phone)
    }
    const ages = (column: 'channel set created_at = created_at' | 'guard set linked_at = linked_at', key: 'id' | 'channel_id') =>
      the.admin.query(`update channels.${column} - interval '100 days' where ${key} = $1`, [other])
    await ages('channel set created_at = created_at', 'id')
    await linkNumber(the, sandbox, other, '5491150000065')
    assert.equal(await limit(), 10)
    await ages('guard set linked_at = linked_at', 'channel_id')
    const grown = await limit()
    assert.ok(grown > 10)
    await linkAgain('5491150000065', '5491150000065')
    assert.equal(await limit(), grown)
    await linkAgain('5491150000066', '5491150000065')
    assert.equal(await limit(), 10)
  })
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { contactRoutes, conversationRoutes, type Contact } from '@chasqui/contracts'
import { accountChange, change, contactCards, text, webhookBody, type Customer } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})

const contacts = async (): Promise<Contact[]> => {
  await the.idle()
  const conversations = await conversationsOf(the.owner.api, number.channelId)
  return Promise.all(conversations.map(({ contact }) => the.owner.api.ask(contactRoutes.read, { params: { id: contact.id } })))
}
const identities = (contact: Contact) => contact.identities.map(({ kind, value }) => `${kind}:${value}`).toSorted()
const write = async (...customers: Customer[]) => {
  for (const customer of customers) {
    assert.equal(await number.write(customer, [text(customer, 'hola')]), 200)
    await the.idle()
  }
}
const freshNumber = async () => void (number = await connectNumber(the.url, the.owner.api, { flow: false }))

describe('one person under two spellings of the number', () => {
  const pairs: [string, string, string, string][] = [
    ['Mexico: with and without the old 1', '5215512345678', '525512345678', '+525512345678'],
    ['Mexico, the other way round', '525587654321', '5215587654321', '+525587654321'],
    ['Brazil: without and with the ninth digit', '554188887777', '5541988887777', '+5541988887777'],
    ['Brazil, the other way round', '5511987654321', '551187654321', '+5511987654321'],
  ]
  for (const [how, first, second, e164] of pairs) {
    test(how, async () => {
      await freshNumber()
      await write({ phone: first }, { phone: second })
      const [contact, ...others] = await contacts()
      assert.deepEqual([others.length, contact!.phone], [0, e164])
      assert.ok(identities(contact!).includes(`phone:${first}`), 'what came is kept as it came')
    })
  }

  test('Argentina: a mobile finds the number that an agent typed without its 9', async () => {
    await freshNumber()
    const typed = await the.owner.api.ask(conversationRoutes.create, {
      body: { channelId: number.channelId, phone: '+54 11 4765-4321', name: 'Cargado a mano' },
    })
    await write({ phone: '5491147654321', name: 'Ana' })
    const found = await contacts()
    assert.deepEqual(
      found.map(({ id, name }) => [id, name]),
      [[typed.contact.id, 'Cargado a mano']],
    )
  })

  test('Argentina: a landline that writes itself is not the mobile with its digits, neither here nor on another number', async () => {
    await freshNumber()
    await write({ phone: '541143210000', name: 'Clínica' }, { phone: '5491143210000', name: 'Ana' })
    assert.deepEqual((await contacts()).flatMap(identities).toSorted(), ['phone:541143210000', 'phone:5491143210000'])
    assert.equal((await contacts()).length, 2)
    await write({ phone: '541143210001', name: 'Consultorio' })
    await freshNumber()
    await write({ phone: '5491143210001', name: 'Beto' })
    assert.deepEqual(
      (await contacts()).map(({ profileName }) => profileName),
      ['Beto'],
    )
  })

  test('Argentina: a landline and a mobile with its digits are each found by their own number', async () => {
    await freshNumber()
    await write({ phone: '5491143210005', name: 'Mobile' }, { phone: '541143210005', name: 'Landline' })
    for (const [phone, name] of [
      ['+54 11 4321-0005', 'Landline'],
      ['+54 9 11 4321-0005', 'Mobile'],
    ] as const) {
      const { contact } = await the.owner.api.ask(conversationRoutes.create, { body: { channelId: number.channelId, phone } })
      assert.equal(contact.profileName, name)
    }
    const second = await connectNumber(the.url, the.owner.api, { flow: false })
    assert.equal(await second.say({ phone: '541143210005' }, 'desde el fijo'), 200)
    await the.idle()
    assert.deepEqual(
      (await conversationsOf(the.owner.api, second.channelId)).map(({ contact }) => contact.profileName),
      ['Landline'],
    )
  })

  test('a new number of somebody known under the other spelling of the old one', async () => {
    await freshNumber()
    await write({ phone: '5215533334444', name: 'Lupe' })
    const moved = { type: 'system', system: { type: 'user_changed_number', wa_id: '34600999888', body: 'cambió' } }
    assert.equal(await number.post(webhookBody([change({ number, messages: [{ ...text({ phone: '525533334444' }, ''), ...moved }] })], number.waba)), 200)
    assert.deepEqual(
      (await contacts()).map((contact) => [contact.phone, identities(contact)]),
      [['+34600999888', ['phone:34600999888']]],
    )
  })

  test('Brazil: a land line is never taken for a mobile', async () => {
    await freshNumber()
    await write({ phone: '554132345678' }, { phone: '5541932345678' })
    assert.equal((await contacts()).length, 2)
  })

  test('a number that a phone library calls invalid is stored and answered as it came', async () => {
    await freshNumber()
    await write({ phone: '5215500000000' }, { phone: '12' }, { phone: '999999999999999' })
    assert.deepEqual((await contacts()).flatMap(identities).toSorted(), ['phone:12', 'phone:5215500000000', 'phone:999999999999999'])
  })

  test('both spellings at once, from twenty webhooks: one contact, one conversation', async () => {
    await freshNumber()
    await Promise.all(Array.from({ length: 20 }, (_, index) => number.say({ phone: index % 2 ? '5215511112222' : '525511112222' }, `hola ${index}`)))
    assert.equal((await contacts()).length, 1)
    assert.equal((await conversationsOf(the.owner.api, number.channelId)).length, 1)
  })
})

describe('numbers and scoped ids', () => {
  test('a scoped id that comes with the number belongs to the same person, and finds them alone afterwards', async () => {
    await freshNumber()
    const id = 'AR.1000200030004000'
    await write(
      { phone: '5491122334455', name: 'Ana' },
      { phone: '5491122334455', userId: id, parentUserId: 'AR.ENT.5000', name: 'Ana' },
      { userId: id, name: 'Ana' },
    )
    const [contact, ...others] = await contacts()
    assert.deepEqual([others.length, identities(contact!)], [0, [`bsuid:${id}`, 'bsuid:AR.ENT.5000', 'phone:5491122334455']])
  })

  test('somebody first known by scoped id alone keeps their thread when the number comes', async () => {
    await freshNumber()
    await write({ userId: 'BR.77', name: 'Bia' }, { phone: '5511912345678', userId: 'BR.77', name: 'Bia' })
    const [contact, ...others] = await contacts()
    assert.deepEqual([others.length, contact!.phone], [0, '+5511912345678'])
  })

  test('a number of one and a scoped id of another in one message: the number decides, nobody is merged', async () => {
    await freshNumber()
    await write({ phone: '5491100000001', name: 'Uno' }, { userId: 'AR.22', name: 'Dos' }, { phone: '5491100000001', userId: 'AR.22', name: 'Uno' })
    const found = await contacts()
    assert.deepEqual(found.map(identities).toSorted(), [['bsuid:AR.22'], ['phone:5491100000001']])
    const unread = (await conversationsOf(the.owner.api, number.channelId)).map((one) => [one.contact.phone, one.unread])
    assert.deepEqual(
      unread.toSorted(),
      [
        ['+5491100000001', 2],
        [null, 1],
      ].toSorted(),
    )
  })

  test('a number in its other spelling goes before the scoped id of somebody else', async () => {
    await freshNumber()
    await write({ phone: '5215577778888', name: 'Uno' }, { userId: 'MX.9', name: 'Dos' }, { phone: '525577778888', userId: 'MX.9', name: 'Uno' })
    assert.deepEqual((await contacts()).map(identities).toSorted(), [['bsuid:MX.9'], ['phone:5215577778888', 'phone:525577778888']])
  })

  test('a new scoped id, told behind the first words from it, or as news of the account', async () => {
    await freshNumber()
    const [before, after, last] = ['AR.61', 'AR.62', 'AR.63'].map((userId) => ({ userId, name: 'Hilda' }))
    await write(before!)
    const moved = { ...text({}, ''), type: 'system', system: { type: 'user_changed_user_id', previous_user_id: 'AR.61', user_id: 'AR.62', body: 'x' } }
    assert.equal(await number.post(webhookBody([change({ number, contacts: [after!], messages: [text(after!, 'soy yo'), moved] })], number.waba)), 200)
    assert.deepEqual((await contacts()).map(identities), [['bsuid:AR.62']])
    const update = { user_id_update: [{ detail: 'x', user_id: { previous: 'AR.62', current: 'AR.63' }, parent_user_id: null, timestamp: 1_760_000_000 }] }
    assert.equal(await number.post(webhookBody([accountChange('user_id_update', update)], number.waba)), 200)
    await the.idle()
    await write(last!)
    assert.deepEqual((await contacts()).map(identities), [['bsuid:AR.63']])
    assert.equal((await conversationsOf(the.owner.api, number.channelId)).length, 1)
  })

  test('a new number after a message from it: the person shows the new one', async () => {
    await freshNumber()
    const [before, after] = ['5491133330000', '34600333000']
    await write({ phone: before, userId: 'AR.55', name: 'Gabi' }, { phone: after, userId: 'AR.55', name: 'Gabi' })
    const moved = { type: 'system', system: { type: 'user_changed_number', wa_id: after, body: 'cambió' } }
    await number.post(webhookBody([change({ number, messages: [{ ...text({ phone: before }, ''), ...moved }] })], number.waba))
    assert.deepEqual(
      (await contacts()).map(({ phone }) => phone),
      [`+${after}`],
    )
  })

  test('a number given on our request is attached; a shared card of somebody else is not', async () => {
    await freshNumber()
    const hidden = { userId: 'AR.33', name: 'Cora' }
    const card = (wa_id: string) => ({ name: { formatted_name: 'Cora' }, phones: [{ phone: `+${wa_id}`, wa_id }] })
    await write(hidden)
    await number.write(hidden, [contactCards(hidden, [card('5491155550000')])])
    assert.deepEqual((await contacts()).flatMap(identities), ['bsuid:AR.33'])
    await number.post(
      webhookBody(
        [change({ number, contacts: [hidden], messages: [{ ...contactCards(hidden, [card('5491155551111')]), origin: 'contact_request' }] })],
        number.waba,
      ),
    )
    assert.deepEqual((await contacts()).flatMap(identities), ['bsuid:AR.33', 'phone:5491155551111'])
    const other = { userId: 'AR.34', name: 'Dora' }
    await number.write(other, [contactCards(other, [{ origin: 'contact_request', phones: [{ phone: '+34 600 111-222' }] }])])
    assert.ok((await contacts()).flatMap(identities).includes('phone:34600111222'), 'also when only the written form came')
  })

  test('answers go to the number where there is one, else to the scoped id in `recipient`', async () => {
    await freshNumber()
    await write({ userId: 'AR.44', name: 'Delia' }, { phone: '5491144440000', userId: 'AR.45', name: 'Elsa' })
    for (const { id } of await conversationsOf(the.owner.api, number.channelId))
      await the.owner.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: 'buenas' }, takeFloor: true } })
    await the.idle()
    const bodies = graph.ledger.received
      .filter((message) => message.phoneNumberId === number.phoneNumberId)
      .map(({ body }) => ({ to: body!['to'], recipient: body!['recipient'] }))
    assert.deepEqual(
      bodies.toSorted((a) => (a.to ? 1 : -1)),
      [
        { to: undefined, recipient: 'AR.44' },
        { to: '5491144440000', recipient: undefined },
      ],
    )
    assert.equal(graph.ledger.stats.silentlyDropped, 0)
  })

  test('the spelling that Meta answers with finds the same person', async () => {
    await freshNumber()
    const { id, contact } = await the.owner.api.ask(conversationRoutes.create, {
      body: { channelId: number.channelId, phone: '+54 11 4000-0000', name: 'Fer' },
    })
    await the.owner.api.ask(conversationRoutes.send, {
      params: { id },
      body: { content: { type: 'template', name: 'hola', language: 'es_AR', components: [] }, takeFloor: true },
    })
    await the.idle()
    await write({ phone: '5491140000000', name: 'Fer' })
    const [found, ...others] = await contacts()
    assert.deepEqual([others.length, found!.id, identities(found!)], [0, contact.id, ['phone:541140000000', 'phone:5491140000000']])
  })
})

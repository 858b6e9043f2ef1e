import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { conversationRoutes, simulatorRoutes, teamRoutes, contactRoutes } from '@chasqui/contracts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { conversationWith, threadOf } from '../kit/whatsapp.ts'

/** A repeated call is answered with what was told the first time, but only to whoever may still see it. */
let the: RunningProduct
let ana: Person
let channelId: string
before(async () => {
  the = await startProduct()
  ana = await the.addTenant('Repetidos')
  channelId = await simulatorOf(ana.api)
})
after(() => the.stop())

let talks = 0
const conversationOf = async (holder: Person): Promise<string> => {
  const phone = `54911700077${String((talks += 1)).padStart(2, '0')}`
  await ana.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Rosa' }, text: 'hola' } })
  await the.idle()
  const { id } = (await conversationWith(ana.api, channelId, phone))!
  await give(id, holder)
  return id
}
const give = (id: string, to: Person) => ana.api.ask(conversationRoutes.assign, { params: { id }, body: { userId: to.userId } })
const note = ({ api }: Person, id: string, key: string) =>
  api.send('POST', `/api/conversations/${id}/notes`, { text: 'secreto entre nosotros' }, { 'idempotency-key': key })
const notesIn = async (id: string) =>
  (await threadOf(ana.api, id)).filter(({ content }) => content.type === 'text' && content.text.startsWith('secreto')).length

const assertKept = async (person: Person, id: string, key: string): Promise<void> => {
  const { status, text, body } = await note(person, id, key)
  assert.deepEqual([status, body.code], [404, 'idempotency.out_of_reach'])
  assert.ok(!text.includes('secreto'))
  assert.equal(await notesIn(id), 1)
}

test('not once the conversation is another’s; again when it is theirs again, and nothing happens twice', async () => {
  const [person, other] = [await memberWith(the, ana, { reach: 'own' }), await memberWith(the, ana, { reach: 'own' })]
  const id = await conversationOf(person)
  const [key, first] = ['own-1', await note(person, id, 'own-1')]
  assert.deepEqual([first.status, (await note(person, id, key)).text], [201, first.text])
  await give(id, other)
  await assertKept(person, id, key)
  await give(id, person)
  assert.equal((await note(person, id, key)).text, first.text)
  assert.equal(await notesIn(id), 1)
})

test('not once the team in whose hands it is is no longer theirs', async () => {
  const [person, mate] = [await memberWith(the, ana, { reach: 'team' }), await memberWith(the, ana, { reach: 'team' })]
  const team = await ana.api.ask(teamRoutes.create, { body: { name: 'Ventas', memberIds: [person.userId, mate.userId] } })
  const id = await conversationOf(mate)
  const first = await note(person, id, 'team-1')
  assert.deepEqual([first.status, (await note(person, id, 'team-1')).text], [201, first.text])
  await ana.api.ask(teamRoutes.update, { params: { id: team.id }, body: { memberIds: [mate.userId] } })
  await assertKept(person, id, 'team-1')
})

test('nor what it tells of a contact by the contact’s own address', async () => {
  const [person, other] = [await memberWith(the, ana, { reach: 'own' }), await memberWith(the, ana, { reach: 'own' })]
  const id = await conversationOf(person)
  const { contact } = await ana.api.ask(conversationRoutes.read, { params: { id } })
  const change = () => person.api.send('PATCH', `/api/contacts/${contact.id}`, { city: 'Salta' }, { 'idempotency-key': 'contact-1' })
  assert.equal((await change()).status, 200)
  await give(id, other)
  const again = await change()
  assert.deepEqual([again.status, again.body.code], [404, 'idempotency.out_of_reach'])
  assert.equal((await ana.api.ask(contactRoutes.read, { params: { id: contact.id } })).city, 'Salta')
})

test('who reaches everything is answered as before, and so is whoever told of nothing that has a reach', async () => {
  const [all, own] = [await memberWith(the, ana, { reach: 'all' }), await memberWith(the, ana, { reach: 'own' })]
  const id = await conversationOf(own)
  const first = await note(all, id, 'all-1')
  await give(id, all)
  assert.equal((await note(all, id, 'all-1')).text, first.text)
  const make = () => own.api.send('POST', '/api/teams', { name: 'Una vez', memberIds: [] }, { 'idempotency-key': 'made-1' })
  assert.equal((await make()).text, (await make()).text)
  const contact = () => own.api.send('POST', '/api/contacts', { name: 'Nuevo' }, { 'idempotency-key': 'made-2' })
  assert.deepEqual([(await contact()).status, (await contact()).status], [201, 201])
})

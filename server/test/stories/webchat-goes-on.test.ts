import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { channelRoutes, contactRoutes, conversationRoutes, type Passage, type WebchatLook } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { connectWebchat, VisitorPage } from '../kit/visitor.ts'
import { connectNumber, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

/** A visitor goes on by WhatsApp: the code in their message joins both talks, once, in its time, and for nobody else. */
let the: RunningProduct
let number: Number
let key: string
let tests = 0
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  await the.owner.api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { settings: { displayPhoneNumber: '+54 9 11 5555-0000' } } })
})
beforeEach(async () => {
  tests += 1
  key = (await connectWebchat(the.owner.api, { goesOnChannelId: number.channelId })).id
})

const customer = (index = 0) => ({ phone: `54911223300${String(tests * 10 + index).padStart(2, '0')}`, name: 'Ana por WhatsApp' })
const visitor = async (words: string, name = 'Ana de la web') => {
  const page = await new VisitorPage(the.url, key).begin({ name, email: 'ana@example.com' })
  await page.connect()
  await page.say(words)
  await the.idle()
  return page
}
const passOf = async (page: VisitorPage) => {
  const { status, body } = await page.call<Passage>('POST', '/passage', {})
  assert.equal(status, 200)
  return body
}
const writes = async (who: ReturnType<typeof customer>, words: string, to = number) => {
  assert.equal(await to.say(who, words), 200)
  await the.idle()
}
const webTalks = () => talksOf(the.owner.api, key)
const byWhatsApp = async (who: ReturnType<typeof customer>) => (await conversationWith(the.owner.api, number.channelId, who.phone))!
const areOne = async (who: ReturnType<typeof customer>) => (await webTalks())[0]!.contact.id === (await byWhatsApp(who)).contact.id

test('both talks belong to one person, whatever is said next and wherever', async () => {
  const page = await visitor('¿Tienen turno el martes?')
  assert.equal((await page.call<WebchatLook>('GET', '')).body.goesOn, true)
  const { code, number: digits } = await passOf(page)
  assert.equal(digits, '5491155550000')
  const who = customer()
  await writes(who, `Hola, sigo por acá. Código: ${code}`)
  const talk = await byWhatsApp(who)
  const { items } = await the.owner.api.ask(conversationRoutes.list, { query: { contactId: talk.contact.id, limit: 50 } })
  assert.deepEqual(items.map(({ channel }) => channel.kind).toSorted(), ['webchat', 'whatsapp-cloud'])
  const contact = await the.owner.api.ask(contactRoutes.read, { params: { id: talk.contact.id } })
  assert.deepEqual([contact.profileName, contact.email, contact.phone], ['Ana por WhatsApp', 'ana@example.com', `+${who.phone}`])
  await page.say('Ya les escribí por WhatsApp')
  await the.idle()
  const [web] = await webTalks()
  assert.deepEqual([(await webTalks()).length, web!.contact.id], [1, talk.contact.id])
  await the.owner.api.ask(conversationRoutes.send, { params: { id: web!.id }, body: { content: { type: 'text', text: 'Te vemos allá' } } as never })
  await page.until(() => page.texts.includes('Te vemos allá'))
  assert.equal((await threadOf(the.owner.api, web!.id)).filter(({ sender }) => sender.kind === 'contact').length, 2)
  // Agents see in both threads by what the two became one; the visitor sees nothing of it.
  for (const { id } of [web!, talk]) {
    const joined = (await threadOf(the.owner.api, id)).flatMap(({ content }) =>
      content.type === 'system' && content.event === 'contacts_joined' ? [content.data] : [],
    )
    assert.deepEqual(joined, [{ by: 'code' }])
  }
  assert.ok(!page.texts.some((text) => text.includes('ahora son uno')))
})

test('a code is good once: whoever writes it again joins nothing', async () => {
  const page = await visitor('Hola')
  const { code } = await passOf(page)
  const [ana, thief] = [customer(0), customer(1)]
  await writes(ana, code)
  await writes(thief, code.toLowerCase())
  assert.equal(await areOne(ana), true)
  assert.equal(await areOne(thief), false)
  assert.notEqual((await byWhatsApp(thief)).contact.id, (await byWhatsApp(ana)).contact.id)
})

test('a code that is over, made up, or written to another number joins nothing, and the message is there all the same', async () => {
  const page = await visitor('Hola')
  const other = await connectNumber(the.url, the.owner.api, { flow: false })
  const { code } = await passOf(page)
  const stranger = customer(2)
  await writes(stranger, code, other)
  assert.notEqual((await conversationWith(the.owner.api, other.channelId, stranger.phone))!.contact.id, (await webTalks())[0]!.contact.id)
  const guesser = customer(3)
  await writes(guesser, `${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`)
  assert.equal(await areOne(guesser), false)
  await the.clock.advance(61 * 60_000)
  await the.signInAgain(the.owner)
  const late = customer(4)
  await writes(late, code)
  assert.equal(await areOne(late), false)
  assert.equal((await threadOf(the.owner.api, (await byWhatsApp(late)).id)).length, 1)
})

test('two browsers of one person become one, and of two open talks on the chat one ends', async () => {
  const [laptop, phone] = [await visitor('desde la notebook'), await visitor('desde el teléfono')]
  const who = customer()
  await writes(who, (await passOf(laptop)).code)
  await writes(who, (await passOf(phone)).code)
  const talks = await webTalks()
  const { contact } = await byWhatsApp(who)
  assert.deepEqual(
    talks.map((talk) => talk.contact.id),
    [contact.id, contact.id],
  )
  assert.deepEqual(talks.map(({ state }) => state === 'closed').toSorted(), [false, true])
  await phone.say('sigo acá')
  await the.idle()
  assert.equal((await webTalks()).length, 2, 'it goes on in the one that is open')
})

test('whoever is blocked stays so, and only a visitor of the chat gets a code where the business offers it', async () => {
  const page = await visitor('Hola')
  const who = customer()
  await writes(who, 'hola')
  const talk = await byWhatsApp(who)
  await the.owner.api.ask(conversationRoutes.block, { params: { id: talk.contact.id } })
  await writes(who, (await passOf(page)).code)
  assert.notEqual((await webTalks())[0]!.contact.id, talk.contact.id)

  assert.equal((await new VisitorPage(the.url, key).call('POST', '/passage', {})).status, 401)
  await the.owner.api.ask(channelRoutes.update, { params: { id: key }, body: { settings: { goesOnChannelId: null } } })
  await the.until(async () => !(await page.call<WebchatLook>('GET', '')).body.goesOn, 'it is offered no more')
  assert.equal((await page.call('POST', '/passage', {})).status, 404)
  const vecinos = await the.addTenant('Vecinos')
  const theirs = await connectWebchat(vecinos.api, { goesOnChannelId: number.channelId })
  const look = (await new VisitorPage(the.url, theirs.id).call<WebchatLook>('GET', '')).body
  assert.equal(look.goesOn, false, 'the number of another organisation is none')
})

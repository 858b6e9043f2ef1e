import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { analyticsRoutes, authRoutes, channelRoutes, conversationRoutes, hostRoutes, tenancyRoutes, userRoutes } from '@chasqui/contracts'
import { newDatabase } from '../kit/cluster.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { VisitorPage } from '../kit/visitor.ts'

/** What a first start shows: three organisations of different trades, each in the language of its country, with people and talks. */
let the: RunningProduct
before(async () => {
  the = await startProduct({ adminUrl: await newDatabase() })
})
after(() => the.stop())

const demos = async () => (await the.owner.api.ask(hostRoutes.tenants, { query: { limit: 200 } })).items.filter(({ isDemo }) => isDemo)

test('the owner’s clinic is joined by a veterinary and a salon, once', async () => {
  const before = await the.owner.api.ask(conversationRoutes.list, { query: { limit: 200 } })
  const facts = await the.product.operations.completeDemo()
  assert.deepEqual([facts.created, facts.tenants, facts.conversations], [true, 3, 20])
  assert.equal((await the.product.operations.completeDemo()).conversations, 8)
  assert.deepEqual(
    (await demos()).map(({ name, country, locale, usage }) => [name, country, locale, usage.users]),
    [
      ['Clínica Demo', 'AR', 'es-AR', 1],
      ['Salão Demo', 'BR', 'pt-BR', 3],
      ['Veterinaria Demo', 'MX', 'es-MX', 3],
    ],
  )
  assert.deepEqual(await the.owner.api.ask(conversationRoutes.list, { query: { limit: 200 } }), before)
  assert.equal((await the.owner.api.ask(authRoutes.me)).tenants.length, 1, 'whoever installed it has the one tenant they had')
})

test('what is counted of a talk is what stands in it', async () => {
  const { items } = await the.owner.api.ask(conversationRoutes.list, { query: { limit: 200 } })
  for (const { id, contact } of items) {
    const messages = (await the.owner.api.ask(conversationRoutes.messages, { params: { id }, query: { limit: 200 } })).items
    const by = (kind: string) => messages.filter(({ sender, direction }) => sender.kind === kind && direction !== 'note').length
    const notes = messages.filter(({ sender, direction }) => sender.kind === 'agent' && direction === 'note').length
    const { messages: counted } = await the.owner.api.ask(analyticsRoutes.ofConversation, { params: { id } })
    assert.deepEqual(counted, { contact: by('contact'), people: by('agent'), bot: by('flow'), notes }, contact.name)
  }
  const setup = (await the.owner.api.ask(tenancyRoutes.home)).setup.filter(({ key }) => key === 'try_bot' || key === 'take_over')
  assert.deepEqual(
    setup,
    setup.map((item) => ({ ...item, done: false })),
    'nobody has tried anything yet',
  )
})

test('in the salon people of three roles talk Portuguese, and some talk waits', async () => {
  const camila = await the.signIn('camila@salao.demo.local')
  assert.equal((await camila.api.ask(tenancyRoutes.business)).trade, 'salon')
  const people = (await camila.api.ask(userRoutes.list, { query: { limit: 50 } })).items
  assert.deepEqual(people.map(({ role }) => role).toSorted(), ['agent', 'owner', 'supervisor'])
  const { items } = await camila.api.ask(conversationRoutes.list, { query: { limit: 50 } })
  assert.equal(items.length, 6)
  assert.ok(items.some(({ contact, unread }) => contact.name === 'Patrícia Amaral' && unread === 2))
  assert.equal(new Set(items.map(({ assignee }) => assignee?.id).filter(Boolean)).size > 1, true, 'not one person does all the work')
})

test('each has a web chat that answers on its own page, in its language, and on no site', async () => {
  const camila = await the.signIn('camila@salao.demo.local')
  for (const [person, greeting] of [
    [the.owner, '¡Hola!'],
    [camila, 'Olá!'],
  ] as const) {
    const chats = (await person.api.ask(channelRoutes.list)).items.filter(({ kind }) => kind === 'webchat')
    assert.equal(chats.length, 1, 'however often it was seen to')
    const { id } = chats[0]!
    const page = await fetch(`${the.url}/w/${id}`)
    assert.equal(page.status, 200)
    const visitor = await new VisitorPage(the.url, id, { origin: the.url }).begin()
    await visitor.connect()
    await visitor.say(greeting)
    await visitor.until(() => [...visitor.entries.values()].some(({ by, content }) => by === 'business' && content.type === 'buttons'))
    assert.equal((await new VisitorPage(the.url, id).call('POST', '/visit', {})).status, 403)
  }
  const whatsapp = (await the.owner.api.ask(tenancyRoutes.home)).setup.find(({ key }) => key === 'connect_whatsapp')
  assert.equal(whatsapp?.done, false, 'a web chat is no number')
})

test('the demo goes with everything it has, and comes back as on the first day', async () => {
  await upload(the.owner.api, { bytes: 'bytes' })
  const folder = join(the.dataDir, 'files', the.owner.tenantId)
  assert.ok(existsSync(folder))
  await the.product.operations.resetDemo()
  assert.equal(existsSync(folder), false, 'the bytes of its files, too')
  assert.deepEqual(
    (await demos()).map(({ slug }) => slug),
    ['demo', 'demo-salao', 'demo-veterinaria'],
  )
  await the.product.operations.removeDemo()
  assert.deepEqual(await demos(), [])
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { simulatorRoutes as routes, type PhoneMessage } from '@chasqui/contracts'
import { setUpSimulator, type SimulatorSetUp } from './simulator-setup.ts'

let world: SimulatorSetUp
before(async () => {
  world = await setUpSimulator()
})
after(() => world.stop())

const maria = '5491123456789'
const params = () => ({ channelId: world.mine.channelId })
const act = (body: Record<string, unknown>) =>
  world.call(routes.act, world.mine.tenantId, { params: params(), body: { from: { phone: '+54 9 11 2345-6789', name: 'María Fernanda Ríos' }, ...body } })
const screen = async (phone = maria, query: Record<string, unknown> = {}) =>
  (await world.call(routes.screen, world.mine.tenantId, { params: { ...params(), phone }, query })).items
const look = (phone = maria) => world.call(routes.look, world.mine.tenantId, { params: { ...params(), phone } })
const textsOf = (messages: PhoneMessage[]) => messages.map((message) => `${message.direction} ${message.text} ${message.status}`)

beforeEach(async () => {
  await world.admin.query('truncate simulator.screen, simulator.phone, simulator.fault, platform.job, platform.lane cascade')
  world.heard.length = 0
  world.eventIds.length = 0
  world.door.open = true
})

test('what a customer writes is at the business when the answer comes, from the number in digits', async () => {
  const { id } = await act({ text: { body: 'hola' } })
  assert.deepEqual(world.heard, [
    {
      type: 'message',
      providerMessageId: id,
      from: [{ kind: 'phone', value: maria }],
      profileName: 'María Fernanda Ríos',
      at: world.heard[0]!.type === 'message' ? world.heard[0].at : '',
      content: { type: 'text', text: 'hola' },
      quotes: null,
      context: null,
      origin: 'contact',
    },
  ])
  assert.deepEqual(textsOf(await screen()), ['out hola delivered'])
})

test('the same id again is the same message, also when the business was away the first time', async () => {
  world.door.open = false
  await assert.rejects(act({ id: 'wamid.1', text: 'hola' }))
  assert.deepEqual(textsOf(await screen()), ['out hola sent'])
  world.door.open = true
  await act({ id: 'wamid.1', text: 'hola' })
  await act({ id: 'wamid.1', text: 'hola' })
  assert.deepEqual(textsOf(await screen()), ['out hola delivered'])
  assert.deepEqual(new Set(world.eventIds), new Set(['wamid.1']))
})

test('an id that another customer used is refused', async () => {
  await act({ id: 'wamid.1', text: 'hola' })
  await assert.rejects(act({ from: { phone: '5511987654321' }, id: 'wamid.1', text: 'oi' }), { code: 'simulator.id_taken' })
})

test('an answer of the business appears on the phone, is delivered, and is read when the customer looks', async () => {
  const outcome = await world.send('ref-1', 'Buen día, María')
  const [bubble] = await screen()
  assert.deepEqual(outcome, { result: 'accepted', providerMessageId: bubble!.id, aliases: [] })
  assert.deepEqual(textsOf([bubble!]), ['in Buen día, María delivered'])
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered'])
  await act({ type: 'read' })
  await world.runDue()
  assert.deepEqual(world.statusesHeard(), ['ref-1 sent', 'ref-1 delivered', 'ref-1 read'])
  assert.deepEqual(textsOf(await screen()), ['in Buen día, María read'])
  await look()
  assert.equal(await world.runDue(), 0)
})

test('a message that is sent again, also twice at once, is shown once', async () => {
  const outcomes = await Promise.all([world.send('ref-1', 'uno'), world.send('ref-1', 'uno')])
  outcomes.push(await world.send('ref-1', 'uno'))
  const shown = await screen()
  assert.equal(shown.length, 1)
  assert.deepEqual(
    outcomes.map((outcome) => outcome.result === 'accepted' && outcome.providerMessageId),
    [shown[0]!.id, shown[0]!.id, shown[0]!.id],
  )
})

test('a press on a button finds its title and the message it belongs to', async () => {
  await world.send('ref-1', {
    type: 'buttons',
    body: '¿Confirmás?',
    buttons: [
      { id: 'yes', title: 'Sí' },
      { id: 'no', title: 'No' },
    ],
  })
  const [question] = await screen()
  await act({ type: 'choice', choice: { id: 'yes' } })
  const press = world.heard.at(-1)!
  assert.ok(press.type === 'message')
  assert.deepEqual([press.content, press.quotes], [{ type: 'choice', id: 'yes', title: 'Sí', via: 'button' }, question!.id])
  assert.deepEqual(textsOf(await screen()), ['in ¿Confirmás? delivered', 'out Sí delivered'])
})

test('a chosen row carries its description; a button nobody offered is pressed by what the caller knows', async () => {
  await world.send('ref-1', {
    type: 'list',
    body: 'Menú',
    button: 'Ver',
    sections: [{ rows: [{ id: 'hours', title: 'Horarios', description: 'Lunes a viernes' }] }],
  })
  await act({ type: 'choice', choice: { id: 'hours' } })
  await act({ type: 'choice', choice: { id: 'gone', title: 'Viejo' } })
  assert.deepEqual(world.contentsHeard(), [
    { type: 'choice', id: 'hours', title: 'Horarios', description: 'Lunes a viernes', via: 'list' },
    { type: 'choice', id: 'gone', title: 'Viejo', via: 'button' },
  ])
})

test('reactions come from both sides, one each, and can be taken back', async () => {
  const { id } = await act({ text: 'gracias' })
  await world.adapter.react!(
    { clientRef: 'r1', to: { kind: 'phone', value: maria }, providerMessageId: id, isOwn: false, emoji: '❤️' },
    world.account,
    world.io,
  )
  await act({ type: 'reaction', messageId: id, emoji: '👍' })
  await act({ type: 'reaction', messageId: id, emoji: '😂' })
  assert.deepEqual((await screen())[0]!.reactions, [
    { actor: 'business', emoji: '❤️' },
    { actor: 'phone', emoji: '😂' },
  ])
  await act({ type: 'reaction', messageId: id })
  assert.deepEqual((await screen())[0]!.reactions, [{ actor: 'business', emoji: '❤️' }])
  assert.deepEqual(
    world.heard.flatMap((happening) => (happening.type === 'reaction' ? [happening.emoji] : [])),
    ['👍', '😂', null],
  )
})

test('customers change and delete their own messages, and only those', async () => {
  const { id } = await act({ text: 'el lunez' })
  await act({ type: 'edit', messageId: id, text: 'el lunes' })
  assert.deepEqual(textsOf(await screen()), ['out el lunes delivered'])
  assert.ok((await screen())[0]!.editedAt)
  await act({ type: 'delete', messageId: id })
  const [gone] = await screen()
  assert.ok(gone!.deletedAt)
  assert.equal(gone!.text, '')
  assert.deepEqual(
    world.heard.map((happening) => happening.type),
    ['message', 'edit', 'delete'],
  )
  await world.send('ref-1', 'nuestro')
  await assert.rejects(act({ type: 'delete', messageId: (await screen())[1]!.id }), { code: 'simulator.not_own_message' })
  await assert.rejects(act({ type: 'reaction', messageId: 'nobody', emoji: '👍' }), { code: 'not_found' })
})

test('a photo travels by its media id, can be fetched, and the phone shows it', async () => {
  const photo = world.storeFile(Buffer.from('fotonia'), 'image/jpeg', 'ecografia.jpg')
  await act({ type: 'image', fileId: photo.fileId, caption: 'la ecografía' })
  const [content] = world.contentsHeard()
  assert.ok(content?.type === 'image')
  assert.deepEqual(
    [content.caption, content.file.state, content.file.fileId, content.file.mime, content.file.size],
    ['la ecografía', 'pending', null, 'image/jpeg', 7],
  )
  const fetched = await world.adapter.fetchMedia!(content.file.providerMediaId!, world.account, world.io)
  assert.ok(fetched.result === 'fetched')
  assert.equal(Buffer.from(fetched.media.bytes).toString(), 'fotonia')
  const [bubble] = await screen()
  assert.ok(bubble!.content.type === 'image')
  assert.equal(bubble!.content.file.url, `/api/files/${photo.fileId}/content?t=signed`)
  await assert.rejects(act({ type: 'image', fileId: world.mine.channelId }), { code: 'not_found' })
  assert.equal((await world.adapter.fetchMedia!(world.mine.channelId, world.account, world.io)).result, 'gone')
})

test('voice notes, places, contact cards and strange messages arrive as what they are', async () => {
  await act({ type: 'audio', fileId: world.storeFile(Buffer.from('…'), 'audio/ogg', 'nota.ogg').fileId, voice: true })
  await act({ type: 'location', location: { latitude: -34.6, longitude: -58.4, name: 'Obelisco' } })
  await act({ type: 'contacts', contacts: [{ name: 'Dr. Paz', phone: '+541143210000' }] })
  await act({ type: 'unsupported' })
  const [audio, location, contacts, unsupported] = world.contentsHeard()
  assert.ok(audio?.type === 'audio' && audio.voice)
  assert.deepEqual(location, { type: 'location', latitude: -34.6, longitude: -58.4, name: 'Obelisco' })
  assert.deepEqual(contacts, { type: 'contacts', contacts: [{ name: 'Dr. Paz', phones: [{ phone: '+541143210000' }], emails: [], own: false }] })
  assert.equal(unsupported?.type, 'unsupported')
})

test('a customer without a number is known by the user id, and can be answered', async () => {
  await act({ from: { userId: 'AR.x81', name: 'Sin número' }, text: 'hola' })
  const [message] = world.heard
  assert.ok(message?.type === 'message')
  assert.deepEqual(message.from, [{ kind: 'bsuid', value: 'AR.x81' }])
  await world.adapter.send({ clientRef: 'ref-1', to: message.from[0]!, content: { type: 'text', text: 'hola!' }, quotes: null }, world.account, world.io)
  assert.deepEqual(textsOf(await screen('AR.x81')), ['out hola delivered', 'in hola! delivered'])
})

test('the business that reads and writes shows on the phone', async () => {
  await act({ id: 'm1', text: 'uno' })
  await act({ id: 'm2', text: 'dos' })
  await act({ id: 'm3', text: 'tres' })
  await world.adapter.markRead!('m2', world.account, world.io, { kind: 'phone', value: '5491122334455' })
  assert.deepEqual(textsOf(await screen()), ['out uno read', 'out dos read', 'out tres delivered'])
  await world.adapter.showTyping!('m3', world.account, world.io, { kind: 'phone', value: '5491122334455' }, null)
  const { rows } = await world.admin.query<{ payload: unknown }>(`select payload from platform.event_pending where tenant_id = $1 order by id desc limit 1`, [
    world.mine.tenantId,
  ])
  assert.deepEqual(rows[0]?.payload, { phone: maria, typing: true, channelId: world.mine.channelId })
})

test('typing reaches the business and leaves no bubble', async () => {
  await act({ type: 'typing' })
  assert.deepEqual(world.heard, [{ type: 'typing', from: [{ kind: 'phone', value: maria }] }])
  assert.deepEqual(await screen(), [])
})

test('acts that say too little are refused with the field', async () => {
  const field = (path: string) => (error: unknown) => (error as { errors?: { path: string }[] }).errors?.[0]?.path === path
  await assert.rejects(act({}), field('text'))
  await assert.rejects(act({ type: 'image' }), field('fileId'))
  await assert.rejects(act({ type: 'choice' }), field('choice'))
  await assert.rejects(act({ from: { phone: '12' }, text: 'x' }), field('from.phone'))
  await assert.rejects(act({ text: 'x', at: '0001-01-01T00:00:00Z' }), field('at'))
  assert.deepEqual(world.heard, [])
})

test('every change of a screen is published', async () => {
  const count = async () =>
    (
      await world.admin.query<{ count: string }>(
        `select count(*) from platform.event_pending where type = 'simulator.screen_changed' and payload->>'phone' = $1`,
        [maria],
      )
    ).rows[0]!.count
  const changes: (() => Promise<unknown>)[] = [
    () => act({ id: 'm1', text: 'hola' }),
    () => world.send('ref-1', 'buen día'),
    () => look(),
    () => act({ type: 'reaction', messageId: 'm1', emoji: '👍' }),
    () => world.call(routes.clear, world.mine.tenantId, { params: { ...params(), phone: maria } }),
  ]
  for (const change of changes) {
    const before = Number(await count())
    await change()
    assert.ok(Number(await count()) > before)
  }
  assert.deepEqual(await screen(), [])
})

test('the screen is read in pages, newest first, each oldest first', async () => {
  for (const text of ['1', '2', '3', '4', '5']) await act({ text })
  const first = await world.call(routes.screen, world.mine.tenantId, { params: { ...params(), phone: maria }, query: { limit: '2' } })
  const second = await world.call(routes.screen, world.mine.tenantId, {
    params: { ...params(), phone: maria },
    query: { limit: '2', cursor: first.nextCursor },
  })
  const third = await world.call(routes.screen, world.mine.tenantId, {
    params: { ...params(), phone: maria },
    query: { limit: '2', cursor: second.nextCursor },
  })
  assert.deepEqual(
    [first, second, third].map((page) => page.items.map((message) => message.text)),
    [['4', '5'], ['2', '3'], ['1']],
  )
  assert.equal(third.nextCursor, null)
  await assert.rejects(screen(maria, { cursor: 'x' }), { code: 'invalid_cursor' })
})

test('phones: three to begin with, more by name, with their last words and what is unread', async () => {
  await world.database.inTenant(world.mine.tenantId, (tx) => world.network.addDemoPhones(tx, world.mine.channelId))
  const added = await world.call(routes.addPhone, world.mine.tenantId, { params: params(), body: { name: 'Pedro' } })
  assert.match(added.phone, /^54911\d{8}$/)
  await assert.rejects(world.call(routes.addPhone, world.mine.tenantId, { params: params(), body: { name: 'Otra', phone: '+54 9 11 2345 6789' } }), {
    code: 'simulator.phone_exists',
  })
  await act({ text: 'hola' })
  await world.send('ref-1', 'Buen día')
  const { items } = await world.call(routes.phones, world.mine.tenantId, { params: params() })
  assert.equal(items.length, 4)
  const found = items.find((phone) => phone.phone === maria)!
  assert.deepEqual([found.name, found.lastMessage, found.lastType, found.unread], ['María Fernanda Ríos', 'Buen día', 'text', 1])
  await look()
  assert.equal((await world.call(routes.phones, world.mine.tenantId, { params: params() })).items.find((phone) => phone.phone === maria)!.unread, 0)
})

test('each customer has a language: the likely one of the number, or the one chosen', async () => {
  const add = (body: object) => world.call(routes.addPhone, world.mine.tenantId, { params: params(), body })
  assert.equal((await add({ name: 'Ana', phone: '5511987654321' })).language, 'pt-BR')
  assert.equal((await add({ name: 'John', phone: '5511987654322', language: 'en' })).language, 'en')
  const change = (phone: string, body: object) => world.call(routes.changePhone, world.mine.tenantId, { params: { ...params(), phone }, body })
  assert.partialDeepStrictEqual(await change('5511987654321', { language: 'es', name: 'Anita' }), { language: 'es', name: 'Anita', aheadSeconds: 0 })
  await assert.rejects(change('5500000000000', { language: 'es' }), { code: 'not_found' })
})

test("the phone's clock stamps what it shows, not what the business hears, and tells how long the silence grew", async () => {
  await act({ text: 'hoy' })
  world.passed.length = 0
  const put = (aheadSeconds: number) => world.call(routes.changePhone, world.mine.tenantId, { params: { ...params(), phone: maria }, body: { aheadSeconds } })
  const hour = 3600
  assert.equal((await put(25 * hour)).aheadSeconds, 25 * hour)
  await act({ text: 'mañana' })
  await world.send('ref-1', 'buenos días')
  await put(2 * hour)
  await put(2 * hour)
  const hoursFromNow = (at: string) => Math.round((Date.parse(at) - world.clock.now().getTime()) / 3_600_000) + 0
  assert.deepEqual(
    (await screen()).map(({ text, at }) => [text, hoursFromNow(at)]),
    [
      ['hoy', 0],
      ['mañana', 25],
      ['buenos días', 25],
    ],
  )
  assert.deepEqual(
    world.heard.flatMap((happening) => (happening.type === 'message' ? [hoursFromNow(happening.at)] : [])),
    [0, 0],
  )
  assert.deepEqual(world.passed, [25 * hour, -23 * hour])
})

test("another tenant's channel is as absent as one that does not exist", async () => {
  const stranger = world.other.tenantId
  const body = { from: { phone: maria }, text: 'hola' }
  for (const channelId of [world.mine.channelId, world.mine.tenantId]) {
    await assert.rejects(world.call(routes.act, stranger, { params: { channelId }, body }), { code: 'not_found' })
    await assert.rejects(world.call(routes.phones, stranger, { params: { channelId } }), { code: 'not_found' })
    await assert.rejects(world.call(routes.screen, stranger, { params: { channelId, phone: maria } }), { code: 'not_found' })
    await assert.rejects(world.call(routes.look, stranger, { params: { channelId, phone: maria } }), { code: 'not_found' })
    await assert.rejects(world.call(routes.setFaults, stranger, { params: { channelId }, body: {} }), { code: 'not_found' })
  }
  await world.admin.query(`update channels.channel set kind = 'telegram' where id = $1`, [world.other.channelId])
  await assert.rejects(world.call(routes.phones, stranger, { params: { channelId: world.other.channelId } }), { code: 'not_found' })
  assert.deepEqual(world.heard, [])
})

test('many people doing many things at once: everything is on its screen, and nothing blocks', async () => {
  const phones = ['5491100000001', '5491100000002', '5491100000003']
  const rounds = Array.from({ length: 10 }, (_, index) => index)
  await Promise.all(
    phones.flatMap((phone) =>
      rounds.flatMap((round) => [
        act({ from: { phone }, id: `${phone}-${round}`, text: `dice ${round}` }),
        world.send(`ref-${phone}-${round}`, `oye ${round}`, phone),
        world.adapter.markRead!(`${phone}-${round}`, world.account, world.io, { kind: 'phone', value: '5491122334455' }),
        look(phone),
      ]),
    ),
  )
  await world.runDue()
  for (const phone of phones) {
    const { items } = await world.call(routes.screen, world.mine.tenantId, { params: { ...params(), phone }, query: { limit: '200' } })
    assert.deepEqual([items.filter((message) => message.direction === 'out').length, items.filter((message) => message.direction === 'in').length], [10, 10])
  }
  assert.equal(world.contentsHeard().length, 30)
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { authRoutes, channelRoutes, conversationRoutes, operationRoutes, simulatorRoutes } from '@chasqui/contracts'
import { openScreen, type Screen } from '../kit/screen.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'

let the: RunningProduct
let channelId: string
before(async () => {
  the = await startProduct()
  channelId = await simulatorOf(the.owner.api)
})
after(() => the.stop())

const screens: Screen[] = []
const open = async (token = the.owner.api.token!, seq?: number): Promise<Screen> => {
  const screen = await openScreen(the.url, token, seq)
  screens.push(screen)
  return screen
}
after(() => screens.forEach((screen) => screen.close()))

let phones = 0
const newPhone = () => `549118800${String((phones += 1)).padStart(4, '0')}`
const write = (phone: string, text: string) => the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Ana' }, text } })
const newest = async () => (await the.owner.api.ask(operationRoutes.events, { query: { limit: 1 } })).lastSeq
const numbered = (screen: Screen): number[] =>
  screen.heard.flatMap(({ name, message }) => (name !== 'ready' && message && 'seq' in message ? [message.seq] : []))
/** What a screen was told beside the cursor, in a form to compare. Statuses and counts go on changing, so they are left out. */
const facts = (screen: Screen) =>
  screen.heard.flatMap(({ name, message }) =>
    name === 'chat.message'
      ? [`${name} ${message.message.id} ${message.seq}`]
      : name === 'chat.new'
        ? [`${name} ${message.conversation.id} ${message.seq}`]
        : [],
  )

describe('a screen', () => {
  test('is told of a new conversation, its messages and their ticks, each with the sequence of its event', async () => {
    const screen = await open()
    const phone = newPhone()
    await write(phone, 'hola')
    const { conversation } = await screen.hear('chat.new', ({ conversation }) => conversation.contact.phone === `+${phone}`)
    const { message } = await screen.hear('chat.message', (told) => told.conversationId === conversation.id && told.message.direction === 'in')
    assert.deepEqual([message.content.type === 'text' && message.content.text, message.seq], ['hola', 1])
    await screen.hear(
      'chat.message',
      (told) => told.conversationId === conversation.id && told.message.direction === 'out' && told.message.status !== 'pending',
    )
    await the.owner.api.ask(conversationRoutes.assign, { params: { id: conversation.id }, body: {} })
    assert.equal((await screen.hear('chat.transferred', (told) => told.conversation.id === conversation.id)).conversation.assignee?.id, the.owner.userId)
    await the.owner.api.ask(conversationRoutes.close, { params: { id: conversation.id }, body: {} })
    await screen.hear('chat.closed', (told) => told.conversation.id === conversation.id)
    const seqs = numbered(screen)
    assert.deepEqual(
      seqs,
      seqs.toSorted((a, b) => a - b),
    )
  })

  test('that comes back names the last it knows and misses nothing', async () => {
    const [steady, moving] = [await open(), await open()]
    const phone = newPhone()
    await write(phone, 'uno')
    await moving.hear('chat.message', ({ message }) => message.content.type === 'text' && message.content.text === 'uno')
    const seen = Math.max(...numbered(moving))
    moving.close()
    await moving.ended
    for (const text of ['dos', 'tres']) await write(phone, text)
    await write(newPhone(), 'y otra persona')
    await the.idle()
    const again = await open(the.owner.api.token!, seen)
    await write(phone, 'cuatro')
    for (const screen of [steady, again])
      await screen.hear('chat.message', ({ message }) => message.content.type === 'text' && message.content.text === 'cuatro')
    await the.idle()
    const last = await newest()
    for (const screen of [steady, again]) await screen.hear('cursor.moved', ({ seq }) => seq >= last)
    // A message is told with the first news about it that is read together, so that its number differs from screen to screen.
    const after = (screen: Screen) => [
      ...new Set(facts(screen).flatMap((fact) => (Number(fact.split(' ')[2]) > seen ? [fact.split(' ').slice(0, 2).join(' ')] : []))),
    ]
    assert.ok(after(steady).length >= 7)
    assert.deepEqual(after(again), after(steady))
    const ids = facts(again)
    assert.equal(new Set(ids).size, ids.length, 'nothing is told twice')
  })

  test('that comes back is told each message once, as it is now, however much became of it', async () => {
    const screen = await open()
    const phone = newPhone()
    await the.idle()
    const seen = await newest()
    screen.close()
    await write(phone, 'hola')
    const { conversation } = await the.ownersScreen.hear('chat.new', (told) => told.conversation.contact.phone === `+${phone}`)
    await the.ownersScreen.hear('chat.message', (told) => told.conversationId === conversation.id && told.message.direction === 'out')
    await the.idle()
    const back = await open(the.owner.api.token!, seen)
    const told = back.heard.flatMap(({ name, message }) => (name === 'chat.message' ? [message.message] : []))
    assert.ok(told.length >= 2)
    assert.equal(new Set(told.map(({ id }) => id)).size, told.length)
    for (const message of told) if (message.direction === 'out') assert.notEqual(message.status, 'pending')
  })

  test('that knows everything is told nothing old', async () => {
    await the.idle()
    const screen = await open(the.owner.api.token!, await newest())
    assert.deepEqual(facts(screen), [])
  })

  test('that is too far behind, or ahead of the log, fetches anew', async () => {
    await the.admin.query(
      `with moved as (update platform.event_counter set last_seq = last_seq + 1200 where tenant_id = $1 returning last_seq)
       insert into platform.event (tenant_id, seq, type, payload, occurred_at) select $1, last_seq - n, 'tenant.changed', '{}', now() from moved, generate_series(0, 1199) n`,
      [the.owner.tenantId],
    )
    await write(newPhone(), 'después')
    await the.idle()
    const last = await newest()
    await the.ownersScreen.hear('cursor.moved', ({ seq }) => seq >= last)
    for (const seq of [0, 1, last + 500]) {
      const screen = await open(the.owner.api.token!, seq)
      assert.ok((await screen.hear('resync')).seq >= last)
      assert.deepEqual(facts(screen), [])
    }
    for (const seq of [-1, 1.5, Number.NaN, 'x' as unknown as number, 1e300]) assert.deepEqual(facts(await open(the.owner.api.token!, seq)), [])
  })

  test('that begins at the newest event its person was told of hears what comes after, and has nothing to read anew', async () => {
    const phone = newPhone()
    const { newestEvent } = await the.owner.api.ask(authRoutes.me)
    assert.ok(newestEvent !== null)
    await write(phone, 'después')
    const screen = await open(the.owner.api.token!, newestEvent)
    await screen.hear('chat.message', ({ message }) => message.content.type === 'text' && message.content.text === 'después')
    assert.ok(!screen.heard.some(({ name }) => name === 'resync'))
  })

  test('who may not read conversations hears none, but sees channels change', async () => {
    const auditor = await the.addMember(the.owner.tenantId, 'auditor')
    const screen = await open(auditor.api.token!, (await newest()) - 20)
    const phone = newPhone()
    await write(phone, 'confidencial')
    await the.idle()
    await the.owner.api.ask(channelRoutes.update, { params: { id: channelId }, body: { name: 'Otro nombre' } })
    await screen.hear('channel.updated')
    assert.ok(!screen.heard.some(({ name }) => name.startsWith('chat.')))
  })

  test('sees who else is looking and writing', async () => {
    const lucia = await the.addMember(the.owner.tenantId, 'agent')
    const [mine, hers] = [await open(), await open(lucia.api.token!)]
    const phone = newPhone()
    await write(phone, 'hola')
    const { conversation } = await mine.hear('chat.new', (told) => told.conversation.contact.phone === `+${phone}`)
    hers.socket.emit('chat.join', { conversationId: conversation.id })
    const { viewers } = await mine.hear('agent.viewing', (told) => told.conversationId === conversation.id && told.viewers.length > 0)
    assert.deepEqual(
      viewers.map(({ userId }) => userId),
      [lucia.userId],
    )
    hers.socket.emit('chat.typing', { conversationId: conversation.id, typing: true })
    await mine.hear('agent.typing', (told) => told.conversationId === conversation.id && told.userId === lucia.userId && told.typing)
    hers.socket.emit('chat.read', { conversationId: conversation.id })
    await mine.hear('chat.updated', (told) => told.conversation.id === conversation.id && told.conversation.unread === 0)
    hers.close()
    await mine.hear('agent.viewing', (told) => told.conversationId === conversation.id && told.viewers.length === 0)
  })

  test('sees the customer write, which leaves no trace; a neighbour and who may not read conversations see nothing', async () => {
    const neighbour = await the.addTenant('Vecinos')
    const auditor = await the.addMember(the.owner.tenantId, 'auditor')
    const [mine, theirs, auditors] = [await open(), await open(neighbour.api.token!), await open(auditor.api.token!)]
    const [phone, stranger] = [newPhone(), newPhone()]
    await write(phone, 'hola')
    const { conversation } = await mine.hear('chat.new', (told) => told.conversation.contact.phone === `+${phone}`)
    await the.idle()
    const before = await newest()
    const types = (from: string) => the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: from }, type: 'typing' } })
    await types(stranger)
    await types(phone)
    await mine.hear('contact.typing', (told) => told.conversationId === conversation.id)
    await the.idle()
    const { items } = await the.owner.api.ask(operationRoutes.events, { query: { after: before } })
    assert.deepEqual(
      // How far the flow's own answer got is news of its own.
      items.filter((event) => event.type !== 'message.changed' && JSON.stringify(event).includes(conversation.id)),
      [],
    )
    const heard = (screen: Screen) => screen.heard.filter(({ name }) => name === 'contact.typing').length
    assert.deepEqual([heard(mine), heard(theirs), heard(auditors)], [1, 0, 0])
  })

  test('finds a sequence number in whatever it is told', async () => {
    for (const screen of screens)
      for (const { name, message } of screen.heard)
        if (name !== 'session.ended') assert.ok(Number.isSafeInteger((message as { seq?: unknown }).seq), `${name} ${JSON.stringify(message)}`)
  })
})

test('the log can be read page by page, by the number or by the cursor that a page gave', async () => {
  const all = (await the.owner.api.ask(operationRoutes.events, { query: { limit: 1000 } })).items.map(({ seq }) => seq)
  const read = async (cursor: string | null): Promise<number[]> => {
    const { items, nextCursor } = await the.owner.api.ask(operationRoutes.events, { query: { limit: 100, ...(cursor !== null && { cursor }) } })
    const seqs = items.map(({ seq }) => seq)
    return nextCursor === null ? seqs : [...seqs, ...(await read(nextCursor))]
  }
  assert.ok(all.length > 500)
  assert.deepEqual((await read(null)).slice(0, all.length), all)
  for (const cursor of ['x', '-1', '1e3', '9'.repeat(40), ''])
    assert.equal((await the.owner.api.refused(422, operationRoutes.events, { query: { cursor } })).code, 'invalid_cursor')
})

describe('the door', () => {
  test('opens to no wrong, missing or odd token', async () => {
    for (const token of ['', 'x', null, { a: 1 }, 7, `${the.owner.api.token!.slice(0, -2)}zz`])
      await assert.rejects(openScreen(the.url, token as string), /unauthenticated/)
  })

  test('closes when the session ends, and only for that session', async () => {
    const [leaving, staying] = [await the.signIn(the.owner.email), await the.signIn(the.owner.email)]
    const [one, two] = [await open(leaving.api.token!), await open(staying.api.token!)]
    const refreshed = await the.anybody.ask(authRoutes.link, {
      body: { key: await the.product.operations.createSignInLink(the.owner.email), tokenDelivery: 'body' },
    })
    const three = await open(refreshed.accessToken)
    await the.anybody.ask(authRoutes.logout, { body: { refreshToken: refreshed.refreshToken! } })
    await three.hear('session.ended')
    assert.equal(await three.ended, 'io server disconnect')
    await assert.rejects(openScreen(the.url, refreshed.accessToken), /unauthenticated/)
    await write(newPhone(), 'siguen')
    for (const screen of [one, two]) await screen.hear('chat.new', ({ conversation }) => conversation.lastMessage !== null)
  })

  test('closes for somebody who is put out of the tenant or whose password was reset', async () => {
    const member = await the.addMember(the.owner.tenantId, 'agent')
    const screen = await open(member.api.token!)
    await the.product.operations.resetPassword(member.email)
    await screen.hear('session.ended')
    assert.equal((await member.api.send('GET', '/api/conversations')).status, 401)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  apiKeyRoutes,
  contactRoutes,
  conversationRoutes,
  operationRoutes,
  permissions,
  roleRoutes,
  simulatorRoutes,
  taskRoutes,
  teamRoutes,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { createApi } from '../kit/api.ts'
import { absentId, addressWith, everyRoute, soundBody } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { isWholeRun } from '../kit/thoroughness.ts'
import { upload } from '../kit/upload.ts'
import { conversationWith, threadOf } from '../kit/whatsapp.ts'

/** One organisation whose people see only part of it. Whatever one knows of the ids of another's conversation, each answer is that of nothing. */
let the: RunningProduct
let ana: Person
let channelId: string
before(async () => {
  the = await startProduct()
  ana = await the.addTenant('Alcances')
  channelId = await simulatorOf(ana.api)
})
after(() => the.stop())

/** Somebody who may do everything, as far as they reach. */
const phoneActs = (phone: string, text: string) =>
  ana.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: `Cliente ${phone}` }, text } })

type Talk = {
  run: string
  conversation: string
  contact: string
  identity: string
  message: string
  file: string
  outbox: string
  task: string
  phone: string
  words: string
}
let talks = 0
/** A conversation in somebody's hands, or nobody's, with something said both ways and a file. */
const talkOf = async (holder: Person | null): Promise<Talk> => {
  talks += 1
  const phone = `54911700001${String(talks).padStart(2, '0')}`
  const words = `secreto${talks}palabra`
  await phoneActs(phone, words)
  await the.idle()
  const { id, contact } = (await conversationWith(ana.api, channelId, phone))!
  const file = (await upload(ana.api, { bytes: `bytes ${words}`, name: `${words}.txt` })).body.id
  const sent = await ana.api.ask(conversationRoutes.send, {
    params: { id },
    body: {
      content: { type: 'document', file: { fileId: file, state: 'stored', mime: 'text/plain', name: null, size: 1, providerMediaId: null } },
      takeFloor: true,
    },
  })
  await ana.api.ask(conversationRoutes.assign, { params: { id }, body: { userId: holder?.userId ?? null } })
  await the.idle()
  const message = (await threadOf(ana.api, id)).find(({ direction }) => direction === 'in')!.id
  const { rows } = await the.admin.query<{ id: string }>('select id from flows.run where conversation_id = $1', [id])
  const { id: task } = await ana.api.ask(taskRoutes.create, { body: { title: `Llamar: ${words}`, contactId: contact.id } })
  const { identities } = await ana.api.ask(contactRoutes.read, { params: { id: contact.id } })
  return { run: rows[0]!.id, conversation: id, contact: contact.id, identity: identities[0]!.id, message, file, outbox: sent.id, task, phone, words }
}

const nouns: Record<string, keyof Talk> = {
  conversations: 'conversation',
  contacts: 'contact',
  files: 'file',
  queue: 'outbox',
  tasks: 'task',
  'flow-runs': 'run',
}
const nounOf = (path: string) => nouns[path.split('/')[2]!]
const withIds = everyRoute.filter(({ path, permission }) => path.includes('/:id') && permission !== 'public' && nounOf(path))
const paramsOf = (path: string, talk: Talk) => ({ id: talk[nounOf(path)!], messageId: talk.message, identityId: talk.identity })
const call = async (person: Person, route: (typeof everyRoute)[number], params: Record<string, string>, body = soundBody(route, { user: person.userId })) => {
  const { status, text } = await person.api.send(route.method, addressWith(route, params), body)
  return { status, text: text.replace(/"requestId":"[^"]*"/, '') }
}
const stateOf = async (talk: Talk) =>
  (
    await the.admin.query(
      `select c.*, p.name, p.phone, (select count(*) from conversations.message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id) as messages,
         (select o.state from platform.outbox o where o.tenant_id = c.tenant_id and o.id = $2) as sending
       from conversations.conversation c join contacts.contact p on p.tenant_id = c.tenant_id and p.id = c.contact_id where c.id = $1`,
      [talk.conversation, talk.outbox],
    )
  ).rows[0]

// The narrowest in every run; the wider ones look through the same eyes.
for (const reach of isWholeRun ? (['own', 'queue', 'team'] as const) : (['own'] as const))
  describe(`whoever reaches ${reach}`, () => {
    let near: Person
    let far: Person
    let mine: Talk
    let theirs: Talk
    before(async () => {
      near = await memberWith(the, ana, { reach })
      far = await the.addMember(ana.tenantId, 'agent')
      mine = await talkOf(near)
      theirs = await talkOf(far)
    })

    test('is answered about what somebody else has as about what is not there, by every operation, and changes nothing', async () => {
      const before = await stateOf(theirs)
      assert.ok(withIds.length >= 25, `${withIds.length} routes`)
      for (const route of withIds) {
        const [far, nobodys] = [await call(near, route, paramsOf(route.path, theirs)), await call(near, route, {})]
        assert.equal(far.status, 404, `${route.id} ${far.text}`)
        assert.deepEqual(far, nobodys, route.id)
      }
      for (const route of everyRoute.filter(({ path }) => path.includes(':messageId'))) {
        const mixed = (messageId: string) => call(near, route, { id: mine.conversation, messageId })
        assert.deepEqual([(await mixed(theirs.message)).status, await mixed(theirs.message)], [404, await mixed(absentId)], route.id)
      }
      assert.deepEqual(await stateOf(theirs), before)
    })

    test('is answered so about ids within a body, too', async () => {
      const both = async (
        route: (typeof everyRoute)[number],
        params: Record<string, string>,
        bodyOf: (talk: Pick<Talk, 'contact' | 'conversation' | 'file' | 'message'>) => unknown,
      ) => {
        const nobodys = await call(near, route, params, bodyOf({ contact: absentId, conversation: absentId, file: absentId, message: absentId }))
        assert.ok([404, 422].includes(nobodys.status), nobodys.text)
        assert.deepEqual(await call(near, route, params, bodyOf(theirs)), nobodys)
      }
      const own = { id: mine.conversation }
      await both(conversationRoutes.create, {}, ({ contact }) => ({ channelId, contactId: contact }))
      for (const route of everyRoute.filter(({ path }) => path.startsWith('/api/conversations/bulk/')))
        await both(route, {}, ({ conversation }) => soundBody(route, { conversation }))
      await both(conversationRoutes.send, own, ({ file }) => soundBody(conversationRoutes.send, { file }))
      await both(conversationRoutes.send, own, ({ message }) => ({ content: 'x', replyToMessageId: message }))
    })

    test('finds it in no list, count or search, whatever is asked for', async () => {
      const lists = everyRoute.filter(({ method, path, permission }) => method === 'GET' && !path.includes(':') && !['public', 'host'].includes(permission))
      const filters = ['', 'limit=200', 'view=all&tab=any', `contactId=${theirs.contact}`, `assigneeId=${far.userId}`, `conversationId=${theirs.conversation}`]
      filters.push(`q=${theirs.phone}`, `q=${theirs.words}`, `q=Cliente`)
      const traces = [theirs.conversation, theirs.contact, theirs.message, theirs.file, theirs.outbox, theirs.task, theirs.phone, theirs.words]
      for (const route of lists)
        for (const filter of route.query ? filters : ['']) {
          const query = route.id === 'conversations.search' && !filter.startsWith('q=') ? `q=secreto&${filter}` : filter
          const { status, text } = await near.api.send('GET', `${route.path}?${query}`)
          // The organisation has no number on WhatsApp, whoever asks.
          assert.ok([200, 403, ...(route.id.startsWith('whatsapp.') ? [404] : [])].includes(status), `${route.id} ${query} ${text}`)
          for (const trace of traces) assert.ok(!text.includes(trace), `${route.id}?${query} shows ${trace}`)
        }
      const shown = await near.api.ask(conversationRoutes.list, { query: { limit: 200 } })
      const counts = await near.api.ask(conversationRoutes.counts)
      assert.equal(counts.views.all, shown.items.filter(({ state }) => state !== 'closed' && state !== 'bot').length)
      assert.ok(shown.items.some(({ id }) => id === mine.conversation))
    })

    test('sees all of what is their own', async () => {
      for (const route of withIds.filter(({ method }) => method === 'GET'))
        assert.equal((await call(near, route, paramsOf(route.path, mine))).status, 200, route.id)
      const hits = await near.api.ask(conversationRoutes.search, { query: { q: mine.words } })
      assert.deepEqual([...new Set(hits.items.map(({ conversationId }) => conversationId))], [mine.conversation])
    })

    test('sees what nobody has only when that is in reach', async () => {
      const nobodys = await talkOf(null)
      const seen = (await near.api.send('GET', `/api/conversations/${nobodys.conversation}`)).status === 200
      assert.equal(seen, reach !== 'own')
      assert.equal((await near.api.send('GET', `/api/contacts/${nobodys.contact}`)).status === 200, reach !== 'own')
      const fresh = await ana.api.ask(contactRoutes.create, { body: { name: 'Sin hablar' } })
      assert.equal((await near.api.send('GET', `/api/contacts/${fresh.id}`)).status === 200, reach !== 'own')
      const added = await near.api.ask(contactRoutes.create, { body: { name: 'Agregada por mí' } })
      assert.equal((await near.api.ask(contactRoutes.read, { params: { id: added.id } })).id, added.id)
    })

    test('hears nothing of it on an open screen, nor is heard there', async () => {
      const [screen, fars] = [await openScreen(the.url, near.api.token!), await openScreen(the.url, far.api.token!)]
      screen.socket.emit('chat.join', { conversationId: theirs.conversation })
      screen.socket.emit('chat.typing', { conversationId: theirs.conversation, typing: true })
      screen.socket.emit('chat.read', { conversationId: theirs.conversation })
      fars.socket.emit('chat.join', { conversationId: theirs.conversation })
      fars.socket.emit('chat.typing', { conversationId: theirs.conversation, typing: true })
      await fars.hear('agent.typing', ({ userId }) => userId === far.userId)
      await phoneActs(theirs.phone, 'otra vez')
      await ana.api.send('PATCH', `/api/contacts/${theirs.contact}`, { city: 'Rosario' })
      await ana.api.ask(taskRoutes.update, { params: { id: theirs.task }, body: { priority: 'high' } })
      await fars.hear('chat.message', ({ conversationId }) => conversationId === theirs.conversation)
      await fars.hear('contact.updated', ({ contactId }) => contactId === theirs.contact)
      await fars.hear('task.updated', ({ taskId }) => taskId === theirs.task)
      // What is their own is the last thing that could have been told after all that.
      await ana.api.ask(conversationRoutes.note, { params: { id: mine.conversation }, body: { text: 'propia' } })
      await screen.hear('chat.message', ({ message }) => message.direction === 'note')
      const told = JSON.stringify(screen.heard)
      for (const trace of [theirs.conversation, theirs.contact, theirs.task, theirs.phone, theirs.words, 'otra vez']) assert.ok(!told.includes(trace), trace)
      const looking = fars.heard.filter(({ name }) => name === 'agent.typing' || name === 'agent.viewing')
      assert.ok(!JSON.stringify(looking).includes(near.userId))
      for (const one of [screen, fars]) one.close()
    })

    test('loses it live when it is given to somebody else: that it left, and nothing more', async () => {
      const leaving = await talkOf(near)
      const screen = await openScreen(the.url, near.api.token!)
      // What was theirs until now is told before this.
      await ana.api.ask(conversationRoutes.note, { params: { id: mine.conversation }, body: { text: 'antes' } })
      await screen.hear('chat.message', ({ message }) => message.content.type === 'text' && message.content.text === 'antes')
      const before = screen.heard.length
      const given = await near.api.ask(conversationRoutes.transfer, { params: { id: leaving.conversation }, body: { userId: far.userId, note: 'para vos' } })
      assert.equal(given.assignee?.id, far.userId)
      await screen.hear('chat.left', ({ conversationId }) => conversationId === leaving.conversation)
      await ana.api.ask(conversationRoutes.note, { params: { id: leaving.conversation }, body: { text: 'solo para ella' } })
      await ana.api.ask(conversationRoutes.note, { params: { id: mine.conversation }, body: { text: 'después' } })
      await screen.hear('chat.message', ({ message }) => message.content.type === 'text' && message.content.text === 'después')
      const about = screen.heard.slice(before).filter((one) => JSON.stringify(one).includes(leaving.conversation))
      assert.deepEqual(
        about.map(({ name, message }) => [name, Object.keys(message!).toSorted()]),
        [['chat.left', ['conversationId', 'seq']]],
      )
      assert.equal((await near.api.send('GET', `/api/conversations/${leaving.conversation}`)).status, 404)
      // Whoever was away hears the same of it.
      const back = await openScreen(the.url, near.api.token!, 1)
      assert.ok(back.heard.every((one) => one.name === 'chat.left' || !JSON.stringify(one).includes(leaving.conversation)))
      for (const one of [screen, back]) one.close()
    })
  })

describe('what changes takes effect at once', () => {
  test('a team opens the conversations of its members, on requests and sockets, and closes them', async () => {
    const [near, mate] = [await memberWith(the, ana, { reach: 'team' }), await the.addMember(ana.tenantId, 'agent')]
    const talk = await talkOf(mate)
    const reads = async () => (await near.api.send('GET', `/api/conversations/${talk.conversation}`)).status
    const screen = await openScreen(the.url, near.api.token!)
    assert.equal(await reads(), 404)
    const { id } = await ana.api.ask(teamRoutes.create, { body: { name: `Equipo ${newId()}`, memberIds: [near.userId, mate.userId] } })
    assert.equal(await reads(), 200)
    await screen.hear('resync')
    await phoneActs(talk.phone, 'para el equipo')
    await screen.hear('chat.message', ({ conversationId }) => conversationId === talk.conversation)
    await ana.api.ask(teamRoutes.update, { params: { id }, body: { memberIds: [near.userId] } })
    assert.equal(await reads(), 404)
    await the.until(() => screen.heard.filter(({ name }) => name === 'resync').length === 2, 'the screen is told to look again')
    const count = screen.heard.length
    await phoneActs(talk.phone, 'ya no')
    await the.idle()
    const own = await talkOf(near)
    await screen.hear('chat.updated', ({ conversation }) => conversation.id === own.conversation)
    assert.ok(!JSON.stringify(screen.heard.slice(count)).includes(talk.conversation))
    screen.close()
  })

  test('so does a role that is narrowed', async () => {
    const [near, far] = [await memberWith(the, ana, { reach: 'all' }), await the.addMember(ana.tenantId, 'agent')]
    const [talk, own] = [await talkOf(far), await talkOf(near)]
    await phoneActs(own.phone, 'sin leer')
    const screen = await openScreen(the.url, near.api.token!)
    assert.equal((await near.api.send('GET', `/api/conversations/${talk.conversation}`)).status, 200)
    await ana.api.ask(roleRoutes.update, { params: { id: near.roleId }, body: { reach: 'own' } })
    await the.until(async () => (await near.api.send('GET', `/api/conversations/${talk.conversation}`)).status === 404, 'the door closes')
    await screen.hear('resync')
    // What the screen says is weighed by what its person sees now.
    const unread = async () => (await ana.api.ask(conversationRoutes.read, { params: { id: talk.conversation } })).unread
    await phoneActs(talk.phone, 'sin leer')
    await the.idle()
    const before = await unread()
    screen.socket.emit('chat.read', { conversationId: talk.conversation })
    screen.socket.emit('chat.read', { conversationId: own.conversation })
    await the.until(async () => (await ana.api.ask(conversationRoutes.read, { params: { id: own.conversation } })).unread === 0, 'their own is read')
    assert.ok(before > 0)
    assert.equal(await unread(), before)
    screen.close()
  })
})

describe('beyond one’s reach', () => {
  test('a number that somebody has is neither doubled nor told', async () => {
    const [near, far] = [await memberWith(the, ana, { reach: 'own' }), await the.addMember(ana.tenantId, 'agent')]
    const talk = await talkOf(far)
    const taken = await near.api.refused(409, contactRoutes.create, { body: { phone: `+${talk.phone}` } })
    assert.ok(taken.code === 'contact.exists' && !JSON.stringify(taken).includes(talk.contact))
    const open = await near.api.refused(409, conversationRoutes.create, { body: { channelId, phone: `+${talk.phone}` } })
    assert.ok(open.code === 'conversation.with_somebody_else' && !JSON.stringify(open).includes(talk.conversation))
    await ana.api.ask(conversationRoutes.close, { params: { id: talk.conversation }, body: {} })
    const begun = await near.api.ask(conversationRoutes.create, { body: { channelId, phone: `+${talk.phone}` } })
    assert.deepEqual([begun.contact.id, begun.assignee?.id], [talk.contact, near.userId])
    assert.equal((await far.api.refused(409, conversationRoutes.reopen, { params: { id: talk.conversation } })).code, 'conversation.with_somebody_else')
  })

  test('the events of it are not in the log, and a page leads on past them', async () => {
    const near = await memberWith(the, ana, { reach: 'own' })
    const own = await talkOf(near)
    const seen = []
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: { items: { payload: Record<string, unknown> }[]; nextCursor: string | null } = await near.api.ask(operationRoutes.events, {
        query: { cursor, limit: 50 },
      })
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    const ids = new Set(seen.flatMap(({ payload }) => payload.conversationId ?? []))
    assert.deepEqual([...ids], [own.conversation])
  })

  test('work of somebody who leaves goes on whole, whatever the one who removes them sees', async () => {
    const [chief, leaver] = [await memberWith(the, ana, { reach: 'own' }), await memberWith(the, ana, { reach: 'own' })]
    const talk = await talkOf(leaver)
    assert.equal((await chief.api.send('DELETE', `/api/users/${leaver.userId}`)).status, 204)
    assert.equal((await ana.api.ask(conversationRoutes.read, { params: { id: talk.conversation } })).assignee, null)
  })

  test('a program that reaches what nobody has sees nothing that is in somebody’s hands, and takes none of it', async () => {
    const [held, free] = [await talkOf(await the.addMember(ana.tenantId, 'agent')), await talkOf(null)]
    const { secret } = await ana.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: [...permissions], reach: 'queue' } })
    const program = createApi(the.url, null, secret)
    const seen = (await program.ask(conversationRoutes.list, { query: { limit: 200 } })).items.map(({ id }) => id)
    assert.deepEqual([seen.includes(free.conversation), seen.includes(held.conversation)], [true, false])
    for (const talk of [held, free]) {
      const { status } = await program.send('POST', `/api/conversations/${talk.conversation}/notes`, { text: 'de un programa' })
      assert.equal(status, talk === free ? 201 : 404)
    }
  })

  test('nobody gives a wider reach or more sight than their own', async () => {
    const chief = await memberWith(the, ana, { reach: 'queue', hides: ['email'] })
    const wish = { name: `Rol ${newId()}`, permissions: ['conversations.read' as const], reach: 'queue' as const, hides: ['email' as const] }
    for (const more of [{ reach: 'all' as const }, { reach: 'team' as const }, { hides: [] }])
      assert.equal((await chief.api.refused(403, roleRoutes.create, { body: { ...wish, ...more } })).code, 'access.more_than_own', JSON.stringify(more))
    assert.equal((await chief.api.ask(roleRoutes.create, { body: wish })).reach, 'queue')
    const key = { name: 'Programa', scopes: ['conversations.read'] }
    assert.equal((await chief.api.send('POST', '/api/api-keys', key)).body.code, 'access.more_than_own')
    assert.equal((await chief.api.send('POST', '/api/api-keys', { ...key, reach: 'queue', hides: ['email'] })).status, 201)
    assert.equal((await chief.api.send('POST', '/api/invitations', { email: `x-${newId()}@example.com`, role: 'agent' })).body.code, 'access.more_than_own')
  })

  test('nor by teams: whoever does not see everything brings together only those whom they see', async () => {
    const [chief, mate, far] = [
      await memberWith(the, ana, { reach: 'team' }),
      await the.addMember(ana.tenantId, 'agent'),
      await the.addMember(ana.tenantId, 'agent'),
    ]
    const talk = await talkOf(far)
    const team = async (memberIds: string[]) => (await ana.api.ask(teamRoutes.create, { body: { name: `Equipo ${newId()}`, memberIds } })).id
    const [own, theirs] = [await team([chief.userId, mate.userId]), await team([far.userId])]
    const [me, both] = [chief.userId, [chief.userId, far.userId]]
    const refusal = { code: 'access.more_than_own', path: 'memberIds' }
    const refused = async (answer: Promise<{ code: string; errors?: { path: string }[] | undefined }>) => {
      const { code, errors } = await answer
      assert.deepEqual({ code, path: errors?.[0]?.path }, refusal)
    }
    await refused(chief.api.refused(403, teamRoutes.create, { body: { name: `Equipo ${newId()}`, memberIds: both } }))
    await refused(chief.api.refused(403, teamRoutes.update, { params: { id: own }, body: { memberIds: [...both, mate.userId] } }))
    await refused(chief.api.refused(403, teamRoutes.update, { params: { id: theirs }, body: { memberIds: both } }))
    assert.equal((await chief.api.send('GET', `/api/conversations/${talk.conversation}`)).status, 404)
    const made = await chief.api.ask(teamRoutes.create, { body: { name: `Equipo ${newId()}`, memberIds: [me, mate.userId] } })
    assert.deepEqual((await chief.api.ask(teamRoutes.update, { params: { id: made.id }, body: { memberIds: [me], name: `Otro ${newId()}` } })).memberIds, [me])
    const { secret } = await ana.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: [...permissions], reach: 'queue' } })
    const body = { name: `Equipo ${newId()}`, memberIds: [mate.userId, far.userId] }
    await refused(createApi(the.url, null, secret).refused(403, teamRoutes.create, { body }))
  })

  test('the photo of somebody who leaves goes with them, whoever takes them out', async () => {
    const [chief, leaver] = [await memberWith(the, ana, { reach: 'own' }), await memberWith(the, ana, { reach: 'own' })]
    const form = new FormData()
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
    form.append('file', new Blob([dot], { type: 'image/png' }), 'yo.png')
    const { photoUrl } = (await leaver.api.send<{ photoUrl: string }>('PUT', '/api/users/me/photo', form)).body
    assert.equal((await the.anybody.send('GET', photoUrl)).status, 200)
    assert.equal((await chief.api.send('DELETE', `/api/users/${leaver.userId}`)).status, 204)
    assert.equal((await the.anybody.send('GET', photoUrl)).status, 404)
  })
})

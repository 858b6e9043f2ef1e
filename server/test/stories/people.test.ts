import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { authRoutes, conversationRoutes, invitationRoutes, roleRoutes, simulatorRoutes, teamRoutes, userRoutes, type Role } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { createApi, type Api } from '../kit/api.ts'
import { openScreen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

let the: RunningProduct
before(async () => {
  the = await startProduct()
})
after(() => the.stop())

const password = 'caballo correcto batería'
const address = () => `persona-${newId()}@example.com`
const keyOf = (link: string) => link.split('/join/')[1]!
const invite = async (by: Api, email: string, role = 'agent') => keyOf((await by.ask(invitationRoutes.create, { body: { email, role } })).link)
const accept = (key: string, name = 'Lucía') =>
  the.anybody.send<{ accessToken: string; code: string }>('POST', '/api/invitations/accept', { key, name, password, tokenDelivery: 'body' })
const newcomer = async (role: Role = 'agent', name = 'Lucía') => {
  const session = (await accept(await invite(the.owner.api, address(), role), name)).body
  const api = createApi(the.url, session.accessToken)
  return { api, id: (await api.ask(authRoutes.me)).user.id }
}
const personOf = (id: string, by: Api = the.owner.api) => by.ask(userRoutes.read, { params: { id } })

describe('invitations', () => {
  test('a new person opens the link, says a name and a password, and is in with the role; the link then works no more', async () => {
    const email = address()
    const invitation = await the.owner.api.ask(invitationRoutes.create, { body: { email: email.toUpperCase(), role: 'supervisor', name: 'Lu' } })
    assert.ok(invitation.link.startsWith(`${the.url.replace('127.0.0.1', 'localhost')}/join/`), invitation.link)
    const key = keyOf(invitation.link)
    const offer = await the.anybody.ask(invitationRoutes.byKey, { params: { key } })
    assert.deepEqual([offer.tenant, offer.email, offer.role, offer.name, offer.hasAccount], ['Clínica Demo', email, 'supervisor', 'Lu', false])
    const { status, body } = await accept(key, 'Lucía')
    assert.equal(status, 200)
    const me = await createApi(the.url, body.accessToken).ask(authRoutes.me)
    assert.deepEqual([me.user.email, me.user.name, me.tenants.map(({ role }) => role)], [email, 'Lucía', ['supervisor']])
    const again = await accept(key)
    assert.deepEqual([again.status, again.body.code], [409, 'invitations.invalid'])
    await the.anybody.ask(authRoutes.login, { body: { email, password } })
    assert.ok(!(await the.owner.api.ask(invitationRoutes.list)).items.some((one) => one.email === email))
  })

  test('of two who open one link at once, one is let in', async () => {
    const key = await invite(the.owner.api, address())
    const answers = await Promise.all([accept(key), accept(key)])
    assert.deepEqual(answers.map(({ status }) => status).filter((status) => status === 200).length, 1)
  })

  test('a forged Host header does not lead the link elsewhere', async () => {
    const { body } = await the.owner.api.send<{ link: string }>(
      'POST',
      '/api/invitations',
      { email: address(), role: 'agent' },
      { 'x-forwarded-host': 'evil.example' },
    )
    assert.equal(new URL(body.link).port, new URL(the.url).port)
  })

  test('nobody takes over an account or the invitation of another address', async () => {
    const neighbour = await the.addTenant('Vecinos')
    const key = await invite(the.owner.api, neighbour.email)
    assert.equal((await the.anybody.ask(invitationRoutes.byKey, { params: { key } })).hasAccount, true)
    const stranger = await accept(key, 'Impostora')
    assert.deepEqual([stranger.status, stranger.body.code], [409, 'invitations.sign_in_first'])
    const other = await the.addMember(neighbour.tenantId, 'owner')
    assert.equal((await other.api.refused(403, invitationRoutes.join, { body: { key } })).code, 'invitations.other_address')
    const joined = await neighbour.api.ask(invitationRoutes.join, { body: { key } })
    assert.equal(joined.tenantId, the.owner.tenantId)
    assert.equal((await neighbour.api.refused(409, invitationRoutes.join, { body: { key } })).code, 'invitations.invalid')
    assert.equal((await personOf(neighbour.userId)).role, 'agent')
    assert.equal((await personOf(neighbour.userId, neighbour.api)).role, 'owner')
  })

  test('they end after seven days, when taken back, and the old link when renewed', async () => {
    const email = address()
    const made = await the.owner.api.ask(invitationRoutes.create, { body: { email, role: 'agent' } })
    assert.equal((await the.owner.api.refused(409, invitationRoutes.create, { body: { email, role: 'agent' } })).code, 'invitations.waiting')
    await the.clock.advance(7 * 24 * 3600 * 1000)
    const owner = await the.signIn(the.owner.email)
    the.owner.api = owner.api
    assert.equal((await accept(keyOf(made.link))).status, 409)
    const renewed = await owner.api.ask(invitationRoutes.renew, { params: { id: made.id } })
    assert.equal((await accept(keyOf(made.link))).status, 409)
    assert.equal((await the.anybody.ask(invitationRoutes.byKey, { params: { key: keyOf(renewed.link) } })).email, email)
    await owner.api.ask(invitationRoutes.revoke, { params: { id: made.id } })
    assert.equal((await accept(keyOf(renewed.link))).status, 409)
    await owner.api.refused(404, invitationRoutes.renew, { params: { id: made.id } })
  })

  test('unknown roles, no addresses and those who are members already are refused; the key lies nowhere in the clear', async () => {
    const code = async (body: { email: string; role: string }) => (await the.owner.api.send('POST', '/api/invitations', body)).body.code
    assert.equal(await code({ email: address(), role: 'king' }), 'users.unknown_role')
    assert.equal(await code({ email: 'no at sign', role: 'agent' }), 'identity.email')
    assert.equal(await code({ email: the.owner.email, role: 'agent' }), 'invitations.already_member')
    const key = await invite(the.owner.api, address())
    const { rows } = await the.admin.query('select to_jsonb(i)::text as row from identity.invitation i')
    assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes(key) && !row.includes(Buffer.from(key).toString('hex'))))
  })
})

describe('people', () => {
  test('are found by a part of the name without accents, by role and by state', async () => {
    const { id } = await newcomer('quality', 'Ángela Núñez')
    const found = async (query: object) => (await the.owner.api.ask(userRoutes.list, { query: { limit: 200, ...query } })).items.map((one) => one.id)
    assert.deepEqual(await found({ q: 'angela nun' }), [id])
    assert.deepEqual(await found({ q: '%' }), [])
    assert.ok((await found({ role: 'quality' })).includes(id) && !(await found({ role: 'agent' })).includes(id))
    assert.ok((await found({ status: 'active' })).includes(id) && !(await found({ status: 'suspended' })).includes(id))
  })

  test('get a name, skills, a capacity and a language here that their other tenants do not see', async () => {
    const neighbour = await the.addTenant('Otra')
    const key = await invite(the.owner.api, neighbour.email)
    await neighbour.api.ask(invitationRoutes.join, { body: { key } })
    const body = { name: 'Dra. Eva', skills: [{ name: 'francés', level: 4 }], capacity: 3, language: 'pt-BR' as const, status: 'suspended' as const }
    const changed = await the.owner.api.ask(userRoutes.update, { params: { id: neighbour.userId }, body })
    assert.deepEqual({ ...changed, ...body }, changed)
    const there = await personOf(neighbour.userId, neighbour.api)
    assert.deepEqual([there.skills, there.capacity, there.language, there.status], [[], 10, null, 'active'])
    assert.notEqual(there.name, 'Dra. Eva')
    const bad = { skills: [{ name: 'x', level: 6 }], capacity: -1 }
    await the.owner.api.refused(422, userRoutes.update, { params: { id: neighbour.userId }, body: bad })
  })

  test('a new role opens and closes doors at once, also on the open connection', async () => {
    const { api, id } = await newcomer('agent')
    const screen = await openScreen(the.url, api.token!)
    assert.equal((await api.send('GET', '/api/conversations')).status, 200)
    await the.owner.api.ask(userRoutes.update, { params: { id }, body: { role: 'auditor' } })
    assert.equal((await api.send('GET', '/api/conversations')).status, 403)
    await screen.hear('member.updated', (message) => message.userId === id)
    const count = screen.heard.length
    const conversation = (await the.owner.api.ask(conversationRoutes.list)).items[0]!
    await the.owner.api.ask(conversationRoutes.note, { params: { id: conversation.id }, body: { text: 'no es para auditores' } })
    await the.ownersScreen.hear('chat.message', ({ message }) => JSON.stringify(message.content).includes('no es para auditores'))
    await the.owner.api.ask(userRoutes.update, { params: { id }, body: { role: 'agent' } })
    await the.until(() => screen.heard.filter(({ name }) => name === 'member.updated').length >= 2, 'the second change is heard')
    assert.ok(!JSON.stringify(screen.heard.slice(count)).includes('no es para auditores'))
    screen.close()
  })

  test('who is deactivated is out within two seconds, on every door', async () => {
    const { api, id } = await newcomer('agent')
    const screen = await openScreen(the.url, api.token!)
    const started = performance.now()
    await the.owner.api.ask(userRoutes.update, { params: { id }, body: { status: 'inactive' } })
    await screen.ended
    assert.ok(performance.now() - started < 2000)
    assert.equal((await api.send('GET', '/api/conversations')).status, 403)
    await the.owner.api.ask(userRoutes.update, { params: { id }, body: { status: 'active' } })
    assert.equal((await api.send('GET', '/api/conversations')).status, 200)
  })

  test('the last active owner stays, whatever is asked; of two who demote each other one remains', async () => {
    const lone = await the.addTenant('Sola')
    const me = { params: { id: lone.userId } }
    for (const body of [{ role: 'agent' }, { status: 'inactive' as const }, { status: 'suspended' as const }])
      assert.equal((await lone.api.refused(409, userRoutes.update, { ...me, body })).code, 'users.last_owner')
    assert.equal((await lone.api.refused(409, userRoutes.remove, me)).code, 'users.last_owner')
    await lone.api.ask(userRoutes.update, { ...me, body: { capacity: 4 } })
    const second = await the.addMember(lone.tenantId, 'owner')
    const demote = (by: Person, id: string) => by.api.send('PATCH', `/api/users/${id}`, { role: 'agent' })
    await Promise.all([demote(lone, second.userId), demote(second, lone.userId)])
    const { rows } = await the.admin.query(`select 1 from identity.membership where tenant_id = $1 and role = 'owner' and status = 'active'`, [lone.tenantId])
    assert.equal(rows.length, 1)
  })

  test('who is removed leaves their open conversations to somebody, and their name on what they wrote', async () => {
    const leaver = await newcomer('agent', 'Lautaro')
    const heir = await newcomer('agent', 'Mora')
    const channelId = (await the.owner.api.send<{ items: { id: string; kind: string }[] }>('GET', '/api/channels')).body.items.find(
      ({ kind }) => kind === 'simulator',
    )!.id
    const conversationOf = async (phone: string) => {
      await the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: phone }, text: 'hola' } })
      await the.idle()
      const found = (await the.owner.api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items.find(
        ({ contact }) => contact.phone === `+${phone}`,
      )!
      await leaver.api.ask(conversationRoutes.floor, { params: { id: found.id }, body: { floor: 'human' } })
      return found.id
    }
    const [open, closed] = [await conversationOf('5491160000001'), await conversationOf('5491160000002')]
    await leaver.api.ask(conversationRoutes.note, { params: { id: open }, body: { text: 'visto' } })
    await leaver.api.ask(conversationRoutes.close, { params: { id: closed }, body: {} })
    const remove = (id: string, reassignTo?: string) => the.owner.api.send('DELETE', `/api/users/${id}${reassignTo ? `?reassignTo=${reassignTo}` : ''}`)
    assert.deepEqual([(await remove(leaver.id, newId())).status, (await personOf(leaver.id)).openConversations], [422, 1])
    assert.equal((await remove(leaver.id, heir.id)).status, 204)
    const after = await the.owner.api.ask(conversationRoutes.read, { params: { id: open } })
    assert.equal(after.assignee?.id, heir.id)
    const note = (await threadOf(the.owner.api, open)).find((message) => message.type === 'text' && message.direction === 'note')!
    assert.equal(note.sender.name, 'Lautaro')
    assert.equal((await the.owner.api.ask(conversationRoutes.read, { params: { id: closed } })).assignee?.name, 'Lautaro')
    await the.owner.api.refused(404, userRoutes.read, { params: { id: leaver.id } })
    assert.equal((await leaver.api.send('GET', '/api/conversations')).status, 403)
    assert.equal((await remove(heir.id)).status, 204)
    const nobodys = await the.owner.api.ask(conversationRoutes.read, { params: { id: open } })
    assert.deepEqual([nobodys.assignee, nobodys.state], [null, 'queued'])
  })
})

test('nobody invites to a role above their own or changes whoever has one, roles of the organisation included', async () => {
  const role = await the.owner.api.ask(roleRoutes.create, {
    body: { name: 'Ingresos', description: '', permissions: ['tenant.read', 'users.read', 'users.manage'] },
  })
  const session = (await accept(await invite(the.owner.api, address(), role.id))).body
  const clerk = createApi(the.url, session.accessToken)
  const refused = async (method: string, path: string, body?: unknown) => {
    const reply = await clerk.send(method, path, body)
    return [reply.status, reply.body.code]
  }
  const above = [403, 'access.more_than_own']
  assert.deepEqual(await refused('POST', '/api/invitations', { email: address(), role: 'agent' }), above)
  assert.deepEqual(await refused('PATCH', `/api/users/${the.owner.userId}`, { capacity: 1 }), above)
  assert.deepEqual(await refused('DELETE', `/api/users/${the.owner.userId}`), above)
  const me = (await clerk.ask(authRoutes.me)).user.id
  assert.deepEqual(await refused('PATCH', `/api/users/${me}`, { role: 'owner' }), above)
  await invite(clerk, address(), role.id)
  await clerk.ask(userRoutes.update, { params: { id: me }, body: { capacity: 1 } })
})

test('teams have a name of their own and people of the tenant; who leaves the tenant leaves its teams', async () => {
  const one = await newcomer()
  const supervisor = await newcomer('supervisor')
  const team = await supervisor.api.ask(teamRoutes.create, { body: { name: 'Recepción', memberIds: [one.id] } })
  assert.equal((await supervisor.api.refused(409, teamRoutes.create, { body: { name: 'recepción' } })).code, 'teams.name_taken')
  assert.equal((await supervisor.api.refused(422, teamRoutes.update, { params: { id: team.id }, body: { memberIds: [newId()] } })).code, 'user.unknown')
  const renamed = await supervisor.api.ask(teamRoutes.update, { params: { id: team.id }, body: { name: 'Mostrador', memberIds: [one.id, supervisor.id] } })
  assert.deepEqual([renamed.name, renamed.memberIds.toSorted()], ['Mostrador', [one.id, supervisor.id].toSorted()])
  await the.owner.api.ask(userRoutes.remove, { params: { id: one.id } })
  assert.deepEqual((await one.api.send('GET', '/api/teams')).status, 403)
  assert.deepEqual(
    (await supervisor.api.ask(teamRoutes.list)).items.map(({ memberIds }) => memberIds),
    [[supervisor.id]],
  )
  await supervisor.api.ask(teamRoutes.remove, { params: { id: team.id } })
  assert.deepEqual((await supervisor.api.ask(teamRoutes.list)).items, [])
})

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  authRoutes,
  conversationRoutes,
  hostRoutes,
  invitationRoutes,
  simulatorRoutes,
  userRoutes,
  type HostedTenant,
  type Problem,
  type RouteContract,
} from '@chasqui/contracts'
import { clientTo } from '../kit/cluster.ts'
import { absentId, addressWith, everyRoute, soundBody } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { upload } from '../kit/upload.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** The host of an installation and the organisations on it. The first account of the installation is its administrator. */
let the: RunningProduct
let host: Person
let eva: Person
before(async () => {
  the = await startProduct()
  host = the.owner
  eva = await the.addTenant('Vecinos')
})
after(() => the.stop())

const read = (id: string) => host.api.ask(hostRoutes.tenant, { params: { id } })
const limit = (id: string, limits: Partial<HostedTenant['limits']>) => host.api.ask(hostRoutes.updateTenant, { params: { id }, body: { limits } })
const phoneOf = (person: Person) => simulatorOf(person.api)
const write = (person: Person, channelId: string, phone: string, text: string) =>
  person.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Cliente' }, text } })
const conversationOf = async (person: Person, phone: string) =>
  (await person.api.ask(conversationRoutes.list, { query: { limit: 200 } })).items.find(({ contact }) => contact.phone === `+${phone}`)!
const keep = (person: Person, size: number) => upload<Problem>(person.api, { bytes: 'x'.repeat(size) })

describe('who is the host', () => {
  test('the first account is, and everybody learns whether they are', async () => {
    assert.equal((await host.api.ask(authRoutes.me)).isHostAdmin, true)
    assert.equal((await eva.api.ask(authRoutes.me)).isHostAdmin, false)
  })

  test('nobody else gets in, whatever the id, and learns nothing by it', async () => {
    const routes: RouteContract[] = everyRoute.filter(({ permission }) => permission === 'host')
    assert.ok(routes.length >= 9)
    for (const route of routes)
      for (const id of [eva.tenantId, host.tenantId, absentId]) {
        const { status, body } = await eva.api.send(route.method, addressWith(route, { id }), soundBody(route))
        assert.deepEqual([status, body.code], [403, 'forbidden'], route.id)
      }
  })

  test('no interface makes anybody one, whatever is sent', async () => {
    const more = { isHostAdmin: true, is_host_admin: true, permissions: ['host'], role: 'host' }
    await eva.api.send('PUT', '/api/auth/profile', { name: 'Eva', ...more })
    await eva.api.send('PUT', '/api/business', { welcomed: true, limits: { users: 99 }, status: 'active', userLimit: 99, ...more })
    const { body } = await host.api.send<{ tenant: HostedTenant; signInKey: string }>('POST', '/api/tenants', {
      name: 'Astuta',
      owner: { email: 'astuta@example.com', name: 'Astuta', ...more },
      ...more,
    })
    const session = await the.anybody.ask(authRoutes.link, { body: { key: body.signInKey, tokenDelivery: 'body' } })
    const { rows } = await the.admin.query<{ email: string }>('select email from identity."user" where is_host_admin')
    assert.deepEqual(
      rows.map(({ email }) => email),
      [host.email],
    )
    assert.equal((await the.anybody.send('GET', '/api/tenants', undefined, { authorization: `Bearer ${session.accessToken}` })).status, 403)
  })

  test('a host admin without membership reads no data of a tenant by it', async () => {
    const { status } = await host.api.send('POST', '/api/auth/refresh', { tenantId: eva.tenantId, tokenDelivery: 'body' })
    assert.equal(status, 401)
    await write(eva, await phoneOf(eva), '5491170000077', 'hola')
    await the.idle()
    const { id } = await conversationOf(eva, '5491170000077')
    await host.api.refused(404, conversationRoutes.read, { params: { id } })
  })
})

describe('organisations', () => {
  test('one is made with its owner, who signs in once by the key that was told once', async () => {
    const made = await host.api.ask(hostRoutes.createTenant, {
      body: {
        name: 'Óptica Sur',
        slug: 'optica-sur',
        country: 'BR',
        language: 'pt-BR',
        owner: { email: 'Ana@Optica.example', name: 'Ana' },
        limits: { users: 3 },
      },
    })
    assert.deepEqual(
      [made.tenant.slug, made.tenant.country, made.tenant.locale, made.tenant.limits.users, made.tenant.usage.users],
      ['optica-sur', 'BR', 'pt-BR', 3, 1],
    )
    assert.equal(made.ownerEmail, 'ana@optica.example')
    const link = { body: { key: made.signInKey!, tokenDelivery: 'body' } } as const
    const session = await the.anybody.ask(authRoutes.link, link)
    assert.deepEqual(
      session.tenants.map(({ tenantId, role }) => [tenantId, role]),
      [[made.tenant.id, 'owner']],
    )
    await the.anybody.refused(401, authRoutes.link, link)
  })

  test('a taken short name is told and leaves nothing behind; the same owner can then be tried again', async () => {
    const wanted = { name: 'Doble', slug: 'optica-sur', owner: { email: 'doble@example.com', name: 'Doble' } }
    const before = (await host.api.ask(hostRoutes.tenants, { query: { limit: 200 } })).items.length
    assert.equal((await host.api.refused(409, hostRoutes.createTenant, { body: wanted })).code, 'tenant.slug_taken')
    assert.equal((await host.api.ask(hostRoutes.tenants, { query: { limit: 200 } })).items.length, before)
    const made = await host.api.ask(hostRoutes.createTenant, { body: { ...wanted, slug: 'doble' } })
    assert.ok(made.signInKey)
    // A key for an account that somebody has would open their other organisations to the host.
    const second = await host.api.ask(hostRoutes.createTenant, { body: { ...wanted, slug: 'doble-2' } })
    assert.equal(second.signInKey, null)
    assert.ok(second.invitation)
  })

  test('one for an address that has an account waits for its owner, who accepts with that account; until then the host can make a new link', async () => {
    const made = await host.api.ask(hostRoutes.createTenant, { body: { name: 'La que espera', owner: { email: eva.email.toUpperCase(), name: 'Eva' } } })
    const { id } = made.tenant
    assert.deepEqual([made.signInKey, made.invitation!.mailed, made.tenant.usage.users], [null, false, 0])
    assert.deepEqual([made.tenant.awaitedOwner!.email, made.tenant.awaitedOwner!.name], [eva.email, 'Eva'])
    assert.ok(made.tenant.awaitedOwner!.expiresAt)
    assert.deepEqual((await read(eva.tenantId)).awaitedOwner, null)
    assert.equal((await eva.api.ask(authRoutes.me)).tenants.length, 1)
    await host.api.refused(404, hostRoutes.impersonate, { params: { id }, body: { reason: 'x' } })

    const again = await host.api.ask(hostRoutes.appointOwner, { params: { id } })
    const keyOf = ({ invitation }: typeof again | typeof made) => invitation!.link.split('/join/')[1]!
    await eva.api.refused(409, invitationRoutes.join, { body: { key: keyOf(made) } })
    const stranger = await the.addTenant('Ajena')
    assert.equal((await stranger.api.refused(403, invitationRoutes.join, { body: { key: keyOf(again) } })).code, 'invitations.other_address')
    await eva.api.ask(invitationRoutes.join, { body: { key: keyOf(again) } })
    const after = await read(id)
    assert.deepEqual([after.awaitedOwner, after.usage.users], [null, 1])
    assert.equal((await host.api.refused(409, hostRoutes.appointOwner, { params: { id } })).code, 'tenant.has_owner')
  })

  test('somebody else can be asked instead: the first link ends, and a new address gets in by a key', async () => {
    const made = await host.api.ask(hostRoutes.createTenant, { body: { name: 'De otra', owner: { email: eva.email, name: 'Eva' } } })
    const { id } = made.tenant
    const owner = { email: 'otra@example.com', name: 'Otra' }
    const instead = await host.api.ask(hostRoutes.appointOwner, { params: { id }, body: { owner } })
    assert.deepEqual([instead.ownerEmail, instead.invitation, instead.tenant.awaitedOwner], [owner.email, null, null])
    await eva.api.refused(409, invitationRoutes.join, { body: { key: made.invitation!.link.split('/join/')[1]! } })
    const session = await the.anybody.ask(authRoutes.link, { body: { key: instead.signInKey!, tokenDelivery: 'body' } })
    assert.deepEqual(
      session.tenants.map(({ tenantId, role }) => [tenantId, role]),
      [[id, 'owner']],
    )
    assert.equal((await host.api.refused(409, hostRoutes.appointOwner, { params: { id }, body: { owner } })).code, 'tenant.has_owner')
  })

  test('an owner who came by the host’s invitation is the last one, and stays', async () => {
    const email = 'sola@example.com'
    await host.api.ask(hostRoutes.createTenant, { body: { name: 'Primera', owner: { email, name: 'Sola' } } })
    const made = await host.api.ask(hostRoutes.createTenant, { body: { name: 'Segunda', owner: { email, name: 'Sola' } } })
    const first = await the.signIn(email)
    await first.api.ask(invitationRoutes.join, { body: { key: made.invitation!.link.split('/join/')[1]! } })
    await host.api.ask(hostRoutes.suspendTenant, { params: { id: first.tenantId } })
    const second = await the.signIn(email)
    assert.equal(second.tenantId, made.tenant.id)
    const leaving = { params: { id: second.userId }, body: { role: 'agent' } } as const
    assert.equal((await second.api.refused(409, userRoutes.update, leaving)).code, 'users.last_owner')
    await second.api.refused(409, userRoutes.remove, { params: { id: second.userId } })
    await host.api.ask(hostRoutes.resumeTenant, { params: { id: first.tenantId } })
  })

  test('bad input is refused by its field', async () => {
    const owner = { email: 'x@example.com', name: 'X' }
    for (const body of [
      { name: '', owner },
      { name: 'X', slug: 'No Slug', owner },
      { name: 'X', owner: { email: 'x', name: 'X' } },
      { name: 'X', country: 'zz', owner },
    ])
      assert.equal((await host.api.send('POST', '/api/tenants', body)).status, 422, JSON.stringify(body))
    for (const limits of [{ users: -1 }, { users: 1.5 }, { storageBytes: 'x' }, { messages: 1e300 }])
      assert.equal((await host.api.send('PATCH', `/api/tenants/${eva.tenantId}`, { limits })).status, 422, JSON.stringify(limits))
  })

  test('the list comes by name, page after page, searched and filtered, without changing its number of statements', async () => {
    const all = (await host.api.ask(hostRoutes.tenants, { query: { limit: 200 } })).items
    const names = all.map(({ name }) => name.toLowerCase())
    assert.deepEqual(names, names.toSorted())
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await host.api.ask(hostRoutes.tenants, { query: { limit: 2, ...(cursor && { cursor }) } })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    assert.deepEqual(
      paged,
      all.map(({ id }) => id),
    )
    assert.deepEqual(
      (await host.api.ask(hostRoutes.tenants, { query: { q: 'ÓPTICA' } })).items.map(({ slug }) => slug),
      ['optica-sur'],
    )
    assert.deepEqual((await host.api.ask(hostRoutes.tenants, { query: { q: '%' } })).items, [])
    assert.deepEqual((await host.api.ask(hostRoutes.tenants, { query: { status: 'suspended' } })).items, [])
    assert.equal((await host.api.send('GET', '/api/tenants?cursor=x')).status, 422)
  })

  test('usage is what there is, for the host and for the tenant alike', async () => {
    await keep(eva, 1000)
    await the.addMember(eva.tenantId, 'agent')
    const { usage, limits } = await eva.api.ask(hostRoutes.usage)
    assert.deepEqual([usage.users, usage.channels, usage.storageBytes >= 1000], [2, 1, true])
    assert.deepEqual(limits, { users: null, channels: null, messages: null, storageBytes: null })
    const hosts = await read(eva.tenantId)
    assert.deepEqual(hosts.usage, usage)
    await host.api.refused(404, hostRoutes.tenant, { params: { id: absentId } })
  })
})

describe('limits', () => {
  test('users: of many who join at once no more get in than fit', async () => {
    const { id } = (
      await host.api.ask(hostRoutes.createTenant, { body: { name: 'Justa', owner: { email: 'justa@example.com', name: 'J' }, limits: { users: 3 } } })
    ).tenant
    const people = await Promise.all(Array.from({ length: 6 }, () => the.addMember(host.tenantId, 'agent')))
    // A connection queues its statements: real racers have one each.
    const joining = await Promise.allSettled(
      people.map(({ userId }) =>
        clientTo({ connectionString: the.adminUrl }, (racer) =>
          racer.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'agent', now())`, [id, userId]),
        ),
      ),
    )
    assert.equal(joining.filter(({ status }) => status === 'fulfilled').length, 2)
    for (const refused of joining.filter((one) => one.status === 'rejected')) assert.equal(refused.reason.message, 'limit.users')
    assert.equal((await read(id)).usage.users, 3)
  })

  test('users: whoever is invited is told that there is no room, and gets in by the same link when there is; so is a member who is made active again', async () => {
    const ana = await the.addTenant('Llena')
    const member = await the.addMember(ana.tenantId, 'agent')
    await limit(ana.tenantId, { users: 2 })
    const { link } = await ana.api.ask(invitationRoutes.create, { body: { email: 'nueva@example.com', role: 'agent' } })
    const joining = { body: { key: link.split('/').at(-1)!, name: 'Nueva', password: 'caballo correcto', tokenDelivery: 'body' } } as const
    assert.equal((await the.anybody.refused(409, invitationRoutes.accept, joining)).code, 'limit.users')
    await ana.api.ask(userRoutes.update, { params: { id: member.userId }, body: { status: 'inactive' } })
    await the.anybody.ask(invitationRoutes.accept, joining)
    const back = { params: { id: member.userId }, body: { status: 'active' } } as const
    assert.equal((await ana.api.refused(409, userRoutes.update, back)).code, 'limit.users')
    await limit(ana.tenantId, { users: 3 })
    assert.equal((await ana.api.ask(userRoutes.update, back)).status, 'active')
  })

  test('channels: two at once never exceed the limit, and the refusal has its code', async () => {
    await limit(eva.tenantId, { channels: 2 })
    const make = () => eva.api.send('POST', '/api/channels', { kind: 'simulator', name: 'Otro', settings: {} })
    const answers = await Promise.all(Array.from({ length: 5 }, make))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409, 409, 409])
    assert.deepEqual([...new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))], ['limit.channels'])
    assert.equal((await read(eva.tenantId)).usage.channels, 2)
    await limit(eva.tenantId, { channels: null })
    assert.equal((await make()).status, 201)
  })

  test('storage: what members add is refused beyond it', async () => {
    const { usage } = await read(eva.tenantId)
    await limit(eva.tenantId, { storageBytes: usage.storageBytes + 1500 })
    const answers = await Promise.all([keep(eva, 1000), keep(eva, 1000)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
    assert.equal(answers.find(({ status }) => status === 409)!.body.code, 'limit.storage')
    const onDisk = readdirSync(join(the.dataDir, 'files', eva.tenantId), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const { rows } = await the.admin.query<{ count: number }>('select count(*)::int as count from files.file where tenant_id = $1', [eva.tenantId])
    assert.equal(onDisk.length, rows[0]!.count, 'what was refused takes no room')
    await limit(eva.tenantId, { storageBytes: null })
  })

  test('messages: beyond it they fail with the cause in the thread, what arrives is never lost, and more may be sent when there is more', async () => {
    const phone = await phoneOf(eva)
    const before = (await read(eva.tenantId)).usage.messages
    await limit(eva.tenantId, { messages: before })
    await write(eva, phone, '5491170000088', 'hola, ¿atienden hoy?')
    await the.idle()
    const { id } = await conversationOf(eva, '5491170000088')
    const thread = await threadOf(eva.api, id)
    const out = thread.filter(({ direction }) => direction === 'out')
    assert.deepEqual(thread.filter(({ direction }) => direction === 'in').length, 1)
    assert.ok(out.length > 0)
    for (const message of out) assert.deepEqual([message.status, message.error?.code], ['failed', 'limit.messages'])
    assert.equal((await eva.api.ask(hostRoutes.usage)).usage.messages, before)

    await limit(eva.tenantId, { messages: before + 2 })
    for (const text of ['uno', 'dos', 'tres'])
      await eva.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text }, takeFloor: true } as never })
    await the.idle()
    const sent = (await threadOf(eva.api, id)).filter(({ sender }) => sender.kind === 'agent')
    assert.deepEqual(
      sent.map(({ status }) => status === 'failed'),
      [false, false, true],
    )
    assert.equal((await read(eva.tenantId)).usage.messages, before + 2)
    await limit(eva.tenantId, { messages: null })
  })
})

describe('suspension', () => {
  test('signs members out everywhere, stops sending, keeps what arrives, and goes on without losing or doubling', async () => {
    const rui = await the.addTenant('Pausada')
    const phone = await phoneOf(rui)
    const screen = await openScreen(the.url, rui.api.token!)
    const { tenant, effects } = await host.api.ask(hostRoutes.suspendTenant, { params: { id: rui.tenantId } })
    assert.deepEqual([tenant.status, effects.length], ['suspended', 4])
    await screen.hear('session.ended')
    assert.equal((await rui.api.send('GET', '/api/conversations')).body.code, 'tenant.suspended')
    await assert.rejects(openScreen(the.url, rui.api.token!))

    // Nobody can press the simulated phone's keys now; the vendor's webhook is what still comes.
    await the.admin.query(`update tenancy.tenant set status = 'active' where tenant_id = $1`, [rui.tenantId])
    await host.api.ask(hostRoutes.resumeTenant, { params: { id: rui.tenantId } })
    await the.until(async () => (await rui.api.send('GET', '/api/conversations')).status === 200, 'the door opens again')
    await write(rui, phone, '5491170000099', 'hola')
    await host.api.ask(hostRoutes.suspendTenant, { params: { id: rui.tenantId } })
    await the.until(
      async () => (await the.admin.query(`select 1 from conversations.message where tenant_id = $1 and direction = 'in'`, [rui.tenantId])).rows.length > 0,
      'what was sent to the business is stored',
    )
    await host.api.ask(hostRoutes.resumeTenant, { params: { id: rui.tenantId } })
    await the.until(async () => (await rui.api.send('GET', '/api/conversations')).status === 200, 'the door opens again')
    await the.idle()
    const { id } = await conversationOf(rui, '5491170000099')
    const thread = await threadOf(rui.api, id)
    assert.deepEqual(thread.filter(({ direction }) => direction === 'in').length, 1)
    const out = thread.filter(({ direction }) => direction === 'out')
    assert.ok(out.every(({ status }) => ['sent', 'delivered', 'read'].includes(status)))
    const { rows } = await the.admin.query<{ state: string }>('select state from platform.outbox where tenant_id = $1', [rui.tenantId])
    assert.deepEqual(
      rows.map(({ state }) => state),
      out.map(() => 'sent'),
    )
    screen.close()
  })

  test('what waits in the outbox stays there while suspended', async () => {
    const ana = await the.addTenant('Quieta')
    const phone = await phoneOf(ana)
    await write(ana, phone, '5491170000055', 'hola')
    await the.idle()
    const { id } = await conversationOf(ana, '5491170000055')
    await host.api.ask(hostRoutes.suspendTenant, { params: { id: ana.tenantId } })
    // As a timer of a flow would leave it: an entry that falls due while nobody may send.
    await the.admin.query(
      `insert into platform.outbox (tenant_id, id, sender, recipient, subject, kind, payload, not_before, created_at, updated_at)
       select tenant_id, gen_random_uuid(), sender, recipient, subject, kind, payload, created_at, created_at, created_at from platform.outbox
       where tenant_id = $1 and subject = $2 limit 1`,
      [ana.tenantId, id],
    )
    const states = async () =>
      (await the.admin.query<{ state: string }>('select distinct state from platform.outbox where tenant_id = $1 order by 1', [ana.tenantId])).rows.map(
        ({ state }) => state,
      )
    // The lane was looked at and put aside: that is what a refusal to send leaves.
    await the.until(
      async () =>
        (
          await the.admin.query(`select 1 from platform.lane where tenant_id = $1 and queue = 'send' and blocked_until is not null and lease_until is null`, [
            ana.tenantId,
          ])
        ).rows.length > 0,
      'the channel is held',
    )
    assert.deepEqual(await states(), ['pending', 'sent'])
    await host.api.ask(hostRoutes.resumeTenant, { params: { id: ana.tenantId } })
    await the.until(async () => (await states()).join() === 'sent', 'it leaves after the resumption')
  })

  test('the host of a suspended organisation of their own can still resume it', async () => {
    await host.api.ask(hostRoutes.suspendTenant, { params: { id: host.tenantId } })
    await host.api.refused(403, conversationRoutes.list)
    assert.equal((await host.api.ask(hostRoutes.resumeTenant, { params: { id: host.tenantId } })).status, 'active')
    await the.until(async () => (await host.api.send('GET', '/api/conversations')).status === 200, 'the door opens again')
  })
})

test('the state of the installation is told', async () => {
  const state = await host.api.ask(hostRoutes.installation)
  assert.ok(state.databaseBytes > 1_000_000 && state.nodes === 1 && state.tenants >= 4, JSON.stringify(state))
})

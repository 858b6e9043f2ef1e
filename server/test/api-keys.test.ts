import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  apiKeyRoutes,
  authRoutes,
  conversationRoutes,
  roleRoutes,
  simulatorRoutes,
  tenancyRoutes,
  userRoutes,
  type ApiKeyWithSecret,
  type Permission,
} from '@chasqui/contracts'
import { createApi } from './kit/api.ts'
import { startProduct, type Person, type RunningProduct } from './kit/product.ts'
import { openScreen } from './kit/screen.ts'
import { threadOf } from './kit/whatsapp.ts'

let the: RunningProduct
let ana: Person
before(async () => {
  the = await startProduct()
  ana = the.owner
})
after(() => the.stop())

const make = (scopes: Permission[], more: { expiresAt?: string } = {}): Promise<ApiKeyWithSecret> =>
  ana.api.ask(apiKeyRoutes.create, { body: { name: 'CRM', scopes, ...more } })
const by = (secret: string) => createApi(the.url, null, secret)
const opens = async (secret: string) => (await by(secret).send('GET', tenancyRoutes.business.path)).status === 200
const closes = (secret: string) => the.until(async () => !(await opens(secret)), 'the key stops working')
const day = 24 * 3_600_000

describe('a key', () => {
  test('opens what its scopes say, and tells its secret once', async () => {
    const { key, secret } = await make(['tenant.read'])
    assert.match(secret, /^chq_[\w-]{43}$/)
    assert.ok(secret.startsWith(key.prefix) && key.prefix.length < 12)
    assert.ok(await opens(secret))
    assert.equal((await by(secret).refused(403, conversationRoutes.list)).code, 'forbidden')
    const listed = await ana.api.send('GET', apiKeyRoutes.list.path)
    assert.ok(listed.text.includes(key.id) && !listed.text.includes(secret))
  })

  test('is stored as a hash only', async () => {
    const { secret } = await make(['tenant.read'])
    const { rows } = await the.admin.query<{ found: number }>(
      `select count(*)::int as found from identity.api_key_secret s, identity.api_key k where strpos(s::text || k::text, $1) > 0 or strpos(s::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
      [secret],
    )
    assert.equal(rows[0]!.found, 0)
  })

  test('can do no more than who makes it', async () => {
    const supervisor = await the.addMember(ana.tenantId, 'supervisor')
    assert.equal((await supervisor.api.refused(403, apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read'] } })).code, 'forbidden')
    const maker = await make(['keys.manage', 'tenant.read'])
    const refused = await by(maker.secret).refused(403, apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read', 'tenant.manage'] } })
    assert.equal(refused.code, 'access.more_than_own')
    const child = await by(maker.secret).ask(apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read'] } })
    assert.deepEqual([child.key.createdBy, await opens(child.secret)], [{ id: maker.key.id, name: 'CRM' }, true])
  })

  test('cannot learn the secret of a key that may do more', async () => {
    const strong = await make(['tenant.manage', 'tenant.read'])
    const weak = await make(['keys.manage'])
    assert.equal((await by(weak.secret).refused(403, apiKeyRoutes.rotate, { params: { id: strong.key.id } })).code, 'access.more_than_own')
    assert.ok(await opens(strong.secret))
  })

  test('ends when it is revoked', async () => {
    const { key, secret } = await make(['tenant.read'])
    assert.ok(await opens(secret))
    await ana.api.ask(apiKeyRoutes.revoke, { params: { id: key.id } })
    assert.equal((await by(secret).refused(401, tenancyRoutes.business)).code, 'auth.key_invalid')
    await ana.api.refused(404, apiKeyRoutes.revoke, { params: { id: key.id } })
    await ana.api.refused(404, apiKeyRoutes.rotate, { params: { id: key.id } })
    assert.ok(!(await ana.api.ask(apiKeyRoutes.list, { query: { limit: 200 } })).items.some(({ id }) => id === key.id))
  })

  test('ends within two seconds even where the news of it are lost', async () => {
    const { key, secret } = await make(['tenant.read'])
    assert.ok(await opens(secret))
    const began = performance.now()
    await the.admin.query('update identity.api_key set revoked_at = now() where id = $1', [key.id])
    await closes(secret)
    assert.ok(performance.now() - began < 6000)
  })

  test('ends at its time', async () => {
    const now = await the.clock.now()
    const { secret } = await make(['tenant.read'], { expiresAt: new Date(now.getTime() + day).toISOString() })
    assert.ok(await opens(secret))
    await the.clock.advance(day)
    assert.ok(!(await opens(secret)))
    const refused = await ana.api.refused(401, apiKeyRoutes.list)
    assert.equal(refused.code, 'auth.token_expired', 'so does a person’s token')
    ana = await the.signIn(ana.email)
    assert.equal(
      (await ana.api.refused(422, apiKeyRoutes.create, { body: { name: 'x', scopes: ['tenant.read'], expiresAt: now.toISOString() } })).code,
      'api_key.ends_before_it_begins',
    )
  })

  test('is noted as used, and not again within a minute', async () => {
    const { key, secret } = await make(['tenant.read'])
    const used = async () => (await ana.api.ask(apiKeyRoutes.list, { query: { limit: 200 } })).items.find(({ id }) => id === key.id)!.lastUsedAt
    assert.equal(await used(), null)
    await opens(secret)
    const first = await used()
    assert.ok(first)
    await the.clock.advance(30_000)
    // A hint makes the product look at the key anew.
    await make(['tenant.read'])
    await opens(secret)
    assert.equal(await used(), first)
    await the.clock.advance(31_000)
    await make(['tenant.read'])
    await opens(secret)
    assert.ok((await used())! > first)
  })
})

describe('rotation', () => {
  test('lets both secrets work for the overlap, then the new one alone', async () => {
    const first = await make(['tenant.read'])
    const second = await ana.api.ask(apiKeyRoutes.rotate, { params: { id: first.key.id } })
    assert.notEqual(second.secret, first.secret)
    assert.equal(new Date(second.key.oldSecretUntil!).getTime() - (await the.clock.now()).getTime() > day - 60_000, true)
    assert.deepEqual([await opens(first.secret), await opens(second.secret)], [true, true])
    await the.clock.advance(day + 1000)
    ana = await the.signIn(ana.email)
    assert.deepEqual([await opens(first.secret), await opens(second.secret)], [false, true])
  })

  test('without overlap ends the old secret at once', async () => {
    const first = await make(['tenant.read'])
    assert.ok(await opens(first.secret))
    const second = await ana.api.ask(apiKeyRoutes.rotate, { params: { id: first.key.id }, body: { overlapHours: 0 } })
    assert.deepEqual([await opens(first.secret), await opens(second.secret), second.key.oldSecretUntil], [false, true, null])
  })

  test('a second rotation does not give an ending secret more time', async () => {
    const first = await make(['tenant.read'])
    await ana.api.ask(apiKeyRoutes.rotate, { params: { id: first.key.id }, body: { overlapHours: 1 } })
    await ana.api.ask(apiKeyRoutes.rotate, { params: { id: first.key.id }, body: { overlapHours: 100 } })
    await the.clock.advance(3_700_000)
    ana = await the.signIn(ana.email)
    assert.ok(!(await opens(first.secret)))
  })
})

describe('a program', () => {
  test('is let in neither to what is for people nor to sockets', async () => {
    const { secret } = await make(['conversations.read', 'tenant.read'])
    for (const contract of [authRoutes.me, authRoutes.profile, authRoutes.changePassword])
      assert.equal((await by(secret).send(contract.method, contract.path)).body.code, 'auth.people_only')
    await assert.rejects(openScreen(the.url, secret))
  })

  test('writes under its own name, takes the floor for people to answer, and is given no work', async () => {
    const { key, secret } = await make(['conversations.read', 'conversations.reply', 'conversations.assign'])
    const channel = (await ana.api.send<{ items: { id: string; kind: string }[] }>('GET', '/api/channels')).body.items.find(({ kind }) => kind === 'simulator')!
    await ana.api.ask(simulatorRoutes.act, { params: { channelId: channel.id }, body: { from: { phone: '5491177000001', name: 'Luz' }, text: 'hola' } })
    await the.idle()
    const { id } = (await ana.api.ask(conversationRoutes.list, { query: { limit: 200 } })).items.find(({ contact }) => contact.phone === '+5491177000001')!
    const program = by(secret)
    const sent = await program.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: 'Su pedido salió' }, takeFloor: true } })
    assert.deepEqual(sent.sender, { kind: 'agent', id: key.id, name: 'CRM' })
    const conversation = await ana.api.ask(conversationRoutes.read, { params: { id } })
    assert.deepEqual([conversation.floor, conversation.assignee, conversation.state], ['human', null, 'queued'])
    await program.ask(conversationRoutes.note, { params: { id }, body: { text: 'del CRM' } })
    assert.equal((await program.refused(422, conversationRoutes.assign, { params: { id }, body: {} })).code, 'user.unknown')
    assert.equal((await ana.api.refused(422, conversationRoutes.assign, { params: { id }, body: { userId: key.id } })).code, 'user.unknown')
    await ana.api.ask(apiKeyRoutes.revoke, { params: { id: key.id } })
    const note = (await threadOf(ana.api, id)).find(({ content }) => content.type === 'text' && content.text === 'del CRM')!
    assert.equal(note.sender.name, 'CRM', 'its name outlives it')
  })

  test('of a suspended organisation is shut out', async () => {
    const eva = await the.addTenant('Vecinos')
    const { secret } = await eva.api.ask(apiKeyRoutes.create, { body: { name: 'CRM', scopes: ['tenant.read'] } })
    assert.ok(await opens(secret))
    await the.admin.query(`update tenancy.tenant set status = 'suspended' where tenant_id = $1`, [eva.tenantId])
    await closes(secret)
    assert.equal((await by(secret).refused(403, tenancyRoutes.business)).code, 'tenant.suspended')
  })

  test('has a count of calls of its own', async () => {
    const [one, other] = [await make(['tenant.read']), await make(['tenant.read'])]
    const left = async (secret: string) => Number((await by(secret).send('GET', tenancyRoutes.business.path)).headers.get('ratelimit-remaining'))
    const full = await left(one.secret)
    assert.equal(await left(one.secret), full - 1)
    assert.equal(await left(other.secret), full)
  })
})

describe('a key whose holder loses rights', () => {
  /** Somebody with a role of the tenant's own, and a key that they made. */
  const maker = async () => {
    const permissions: Permission[] = ['keys.manage', 'keys.read', 'tenant.read', 'users.read']
    const { id: role } = await ana.api.ask(roleRoutes.create, { body: { name: `Integra ${Math.random()}`, permissions, reach: 'all' } })
    const person = await the.addMember(ana.tenantId, 'agent')
    await ana.api.ask(userRoutes.update, { params: { id: person.userId }, body: { role } })
    const made = await person.api.ask(apiKeyRoutes.create, { body: { name: 'Puente', scopes: ['tenant.read', 'users.read', 'keys.manage'] } })
    return { person, role, permissions, ...made }
  }
  const stateOf = async (id: string) => {
    const key = (await ana.api.ask(apiKeyRoutes.list, { query: { limit: 200 } })).items.find((one) => one.id === id)!
    return [key.state, key.lostScopes.toSorted()]
  }
  const readsUsers = async (secret: string) => (await by(secret).send('GET', userRoutes.list.path)).status === 200
  const all = ['keys.manage', 'tenant.read', 'users.read']

  test('loses what a changed role loses, and has it again when the role has', async () => {
    const { role, permissions, key, secret } = await maker()
    assert.deepEqual([await opens(secret), await readsUsers(secret), await stateOf(key.id)], [true, true, ['whole', []]])
    const give = (left: Permission[]) => ana.api.ask(roleRoutes.update, { params: { id: role }, body: { permissions: left } })
    await give(permissions.filter((one) => one !== 'users.read'))
    await the.until(async () => !(await readsUsers(secret)), 'the key does not read people any more')
    assert.deepEqual([await opens(secret), await stateOf(key.id)], [true, ['bounded', ['users.read']]])
    await give(permissions)
    await the.until(() => readsUsers(secret), 'the key reads people again')
  })

  test('sees no more fields and no further than they', async () => {
    const { role, key } = await maker()
    await ana.api.ask(roleRoutes.update, { params: { id: role }, body: { hides: ['phone'] } })
    assert.deepEqual(await stateOf(key.id), ['bounded', []])
  })

  test('does nothing when they are demoted to what gives none of it, suspended, or removed', async () => {
    const changes: ((id: string) => Promise<unknown>)[] = [
      (id) => ana.api.ask(userRoutes.update, { params: { id }, body: { status: 'suspended' } }),
      (id) => ana.api.ask(userRoutes.update, { params: { id }, body: { status: 'inactive' } }),
      (id) => ana.api.ask(userRoutes.remove, { params: { id } }),
      (id) => the.admin.query(`update identity."user" set status = 'suspended' where id = $1`, [id]),
    ]
    for (const change of changes) {
      const { person, key, secret } = await maker()
      assert.ok(await opens(secret))
      await change(person.userId)
      await closes(secret)
      assert.equal((await by(secret).refused(403, tenancyRoutes.business)).code, 'forbidden')
      assert.deepEqual(await stateOf(key.id), ['stopped', all])
    }
  })

  test('takes along the keys that were made with it; so does revoking one', async () => {
    const { person, secret } = await maker()
    const child = await by(secret).ask(apiKeyRoutes.create, { body: { name: 'Hija', scopes: ['tenant.read', 'keys.manage'] } })
    const grandchild = await by(child.secret).ask(apiKeyRoutes.create, { body: { name: 'Nieta', scopes: ['tenant.read'] } })
    assert.ok(await opens(grandchild.secret))
    await ana.api.ask(userRoutes.update, { params: { id: person.userId }, body: { status: 'suspended' } })
    await closes(grandchild.secret)
    await ana.api.ask(userRoutes.update, { params: { id: person.userId }, body: { status: 'active' } })
    await the.until(() => opens(grandchild.secret), 'it works again')
    await ana.api.ask(apiKeyRoutes.revoke, { params: { id: child.key.id } })
    await closes(grandchild.secret)
    assert.deepEqual(await stateOf(grandchild.key.id), ['stopped', ['tenant.read']])
  })

  test('is taken over by whoever gives it a new secret; the old one is known to whoever had to lose it', async () => {
    const { person, key, secret } = await maker()
    await ana.api.ask(userRoutes.remove, { params: { id: person.userId } })
    await closes(secret)
    const taken = await ana.api.ask(apiKeyRoutes.rotate, { params: { id: key.id }, body: { overlapHours: 24 } })
    assert.deepEqual([taken.key.state, taken.key.heldBy.id, taken.key.createdBy.id, taken.key.oldSecretUntil], ['whole', ana.userId, person.userId, null])
    assert.deepEqual([await opens(taken.secret), await opens(secret)], [true, false])
    // A key that rotates itself, or another one, is not somebody who answers for it.
    const itself = await by(taken.secret).ask(apiKeyRoutes.rotate, { params: { id: key.id } })
    assert.deepEqual([itself.key.heldBy.id, await opens(itself.secret)], [ana.userId, true])
  })
})

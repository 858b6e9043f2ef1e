import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#platform/ids'
import { createSealer } from '#platform/crypto/seal'
import { createSessionKeys, type SessionKeys, type SessionName } from '../src/modules/channels/session-keys.ts'
import { createUntil } from './kit/until.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Keys of lines: kept sealed, whole, each tenant's own, and by nobody who was overtaken. */
let stage: PlatformStage
let keys: SessionKeys
const node = newId()
const until = createUntil(() => () => {})
const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 7) }])

before(async () => {
  stage = await openPlatform(() => new Date())
  keys = createSessionKeys({ database: stage.database, node, seal: sealer.seal, open: (sealed, about) => sealer.open(sealed, about) })
})
after(() => stage.close())

const makeTenant = async (): Promise<string> => {
  const id = newId()
  await stage.admin.query(`insert into tenancy.tenant (tenant_id, slug, name, created_at, updated_at) values ($1, $2, 'T', now(), now())`, [id, `t-${id}`])
  return id
}
const makeChannel = async (tenantId?: string): Promise<SessionName> => {
  const session = { tenantId: tenantId ?? (await makeTenant()), channelId: newId() }
  await stage.admin.query(
    `insert into channels.channel (tenant_id, id, kind, name, state, state_since, created_at, updated_at) values ($1, $2, 'whatsapp-web', 'W', 'connecting', now(), now(), now())`,
    [session.tenantId, session.channelId],
  )
  return session
}
const ownedBy = (session: SessionName, owner: string | null) =>
  stage.admin.query(
    `insert into channels.owner (tenant_id, channel_id, node, fence, lease_until) values ($1, $2, $3, 1, case when $3::uuid is null then null else now() + interval '1 hour' end)
     on conflict (tenant_id, channel_id) do update set node = excluded.node, lease_until = excluded.lease_until`,
    [session.tenantId, session.channelId, owner],
  )

describe('keys of a line', () => {
  test('are found again, replaced and taken away, as many as a first login writes', async () => {
    const session = await makeChannel()
    const many = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [String(index), `pre-key ${index}`]))
    await keys.set(session, { creds: { self: 'ñ 🔑' }, 'pre-key': many })
    assert.deepEqual(await keys.get(session, 'creds', ['self', 'other']), { self: 'ñ 🔑' })
    assert.deepEqual(await keys.get(session, 'pre-key', Object.keys(many)), many)
    await keys.set(session, { 'pre-key': { '0': null, '1': 'again' } })
    assert.deepEqual(await keys.get(session, 'pre-key', ['0', '1', '2']), { '1': 'again', '2': 'pre-key 2' })
    assert.deepEqual(await keys.get(session, 'pre-key', []), {})
  })

  test('lie in the database as nobody can read them, and none can be put in the place of another', async () => {
    const session = await makeChannel()
    await keys.set(session, { session: { a: 'private half of a', b: 'private half of b' } })
    const { rows } = await stage.admin.query<{ sealed: Buffer }>('select sealed from channels.session_key where channel_id = $1', [session.channelId])
    assert.equal(rows.length, 2)
    assert.ok(rows.every(({ sealed }) => !sealed.includes('private')))
    await stage.admin.query(
      `update channels.session_key k set sealed = o.sealed from channels.session_key o where k.channel_id = $1 and o.channel_id = $1 and k.id = 'a' and o.id = 'b'`,
      [session.channelId],
    )
    await assert.rejects(keys.get(session, 'session', ['a']))
  })

  test('are whole or not there', async () => {
    const session = await makeChannel()
    await keys.set(session, { session: { a: 'before' } })
    await assert.rejects(keys.set(session, { session: { a: 'after', ['x'.repeat(301)]: 'too long a name' } }))
    assert.deepEqual(await keys.get(session, 'session', ['a']), { a: 'before' })
  })

  test('belong to one tenant: another finds none, clears none and writes none', async () => {
    const session = await makeChannel()
    const foreign = { ...session, tenantId: await makeTenant() }
    await keys.set(session, { session: { a: 'mine' } })
    assert.deepEqual(await keys.get(foreign, 'session', ['a']), {})
    await keys.clear(foreign)
    await assert.rejects(keys.set(foreign, { session: { a: 'theirs' } }))
    assert.deepEqual(await keys.get(session, 'session', ['a']), { a: 'mine' })
    const seen = await stage.database.inTenant(foreign.tenantId, (tx) => tx.query('select 1 from channels.session_key'))
    assert.equal(seen.rowCount, 0)
  })

  test('are written by the owner alone, or by whoever leaves what nobody owns', async () => {
    const session = await makeChannel()
    await ownedBy(session, node)
    await keys.set(session, { session: { a: 'owner' } })
    await ownedBy(session, newId())
    await assert.rejects(keys.set(session, { session: { a: 'overtaken' } }), /elsewhere/)
    await ownedBy(session, null)
    await keys.set(session, { session: { b: 'leaving' } })
    assert.deepEqual(await keys.get(session, 'session', ['a', 'b']), { a: 'owner', b: 'leaving' })
  })

  test('are in nobody’s way who changes the channel meanwhile', async () => {
    const session = await makeChannel()
    await ownedBy(session, node)
    await stage.admin.query('begin')
    await stage.admin.query('select 1 from channels.channel where id = $1 for update', [session.channelId])
    const writing = keys.set(session, { creds: { self: 'linked' } })
    await until(async () => (await stage.admin.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount === 1, 'it waits')
    await stage.admin.query('select 1 from channels.owner where channel_id = $1 for update', [session.channelId])
    await stage.admin.query('commit')
    await writing
    assert.deepEqual(await keys.get(session, 'creds', ['self']), { self: 'linked' })
  })

  test('go with the device, and with the channel’s row', async () => {
    const tenantId = await makeTenant()
    const [gone, kept, removed] = [await makeChannel(tenantId), await makeChannel(tenantId), await makeChannel(tenantId)]
    for (const session of [gone, kept, removed]) await keys.set(session, { creds: { self: session.channelId } })
    await keys.clear(gone)
    await stage.admin.query('delete from channels.channel where id = $1', [removed.channelId])
    const { rows } = await stage.admin.query<{ channel: string }>('select channel_id as channel from channels.session_key where tenant_id = $1', [tenantId])
    assert.deepEqual(rows, [{ channel: kept.channelId }])
  })
})

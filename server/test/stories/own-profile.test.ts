import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { authRoutes, type NoticeSettings, ownProfileRoutes, presenceRoutes, userRoutes } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { absentId } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'

/** What members show and say of themselves, and what those who look after them read of their days. */
let the: RunningProduct
let ana: Person
before(async () => {
  the = await startProduct()
  ana = await the.addMember(the.owner.tenantId, 'quality')
})
after(() => the.stop())

/** The smallest picture there is: one dot. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const send = async (person: Person, bytes: Uint8Array, type = 'image/png') => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), 'ana.png')
  const answer = await fetch(`${the.url}/api/users/me/photo`, { method: 'PUT', body: form, headers: { authorization: `Bearer ${person.api.token}` } })
  return { status: answer.status, body: (await answer.json()) as { photoUrl: string; code: string } }
}
const shownOf = async (id: string) => (await the.owner.api.ask(userRoutes.read, { params: { id } })).photoUrl
const filesOf = async () => Number((await the.admin.query<{ count: string }>('select count(*) from files.file')).rows[0]!.count)

const folder = () => join(the.dataDir, 'files', the.owner.tenantId)
const bytesOf = () => readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('a photo', () => {
  test('is shown to colleagues and to oneself by a signed address, without any right over files', async () => {
    const screen = await openScreen(the.url, the.owner.api.token!)
    assert.equal(await shownOf(ana.userId), null)
    const { status, body } = await send(ana, png)
    assert.equal(status, 200)
    await screen.hear('member.updated', ({ userId }) => userId === ana.userId)
    screen.close()
    for (const url of [body.photoUrl, (await shownOf(ana.userId))!, (await ana.api.ask(authRoutes.me)).photoUrl!]) {
      const picture = await fetch(`${the.url}${url}`)
      assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png'])
      assert.deepEqual(Buffer.from(await picture.arrayBuffer()), png)
    }
    assert.equal((await fetch(`${the.url}${body.photoUrl.replace(/t=.*/, 't=forged')}`)).status, 404)
  })

  test('is a picture of at most 2 MB, whatever the sender calls it', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const before = await filesOf()
    assert.deepEqual([(await send(ana, script)).body.code, (await send(ana, Buffer.from('GIF89a'), 'image/png')).body.code], ['photo.kind', 'photo.kind'])
    assert.equal((await send(ana, Buffer.concat([png, Buffer.alloc(2_000_001)]))).status, 413)
    assert.equal((await ana.api.send('PUT', '/api/users/me/photo', { file: 'x' })).status >= 400, true)
    assert.equal(await filesOf(), before)
  })

  test('that cannot be shown is not kept either', async () => {
    await the.idle()
    const before = [await filesOf(), bytesOf().length]
    await the.admin.query(`create function identity.refuse_photo() returns trigger language plpgsql as 'begin raise exception ''no''; end'`)
    await the.admin.query(
      'create trigger refuse_photo before update of photo_file_id on identity.membership for each row execute function identity.refuse_photo()',
    )
    assert.equal((await send(ana, png)).status, 500)
    await the.admin.query('drop trigger refuse_photo on identity.membership; drop function identity.refuse_photo()')
    await the.until(() => bytesOf().length === before[1], 'its bytes are gone')
    assert.equal(await filesOf(), before[0])
  })

  test('takes the place of the one before, which is deleted, and goes with its owner', async () => {
    const before = await filesOf()
    const first = (await send(ana, png)).body.photoUrl
    const second = (await send(ana, png)).body.photoUrl
    assert.equal(await filesOf(), before)
    assert.deepEqual([(await fetch(`${the.url}${first}`)).status, (await fetch(`${the.url}${second}`)).status], [404, 200])
    await ana.api.ask(ownProfileRoutes.removePhoto)
    assert.deepEqual([await shownOf(ana.userId), (await fetch(`${the.url}${second}`)).status, await filesOf()], [null, 404, before - 1])
    const leaver = await the.addMember(the.owner.tenantId, 'agent')
    await send(leaver, png)
    await the.owner.api.ask(userRoutes.remove, { params: { id: leaver.userId } })
    assert.equal(await filesOf(), before - 1)
  })

  test('is of one organisation: another one of the same person shows initials', async () => {
    const other = await the.addTenant('Vecinos')
    await the.admin.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'agent', now())`, [
      other.tenantId,
      ana.userId,
    ])
    await send(ana, png)
    assert.equal((await other.api.ask(userRoutes.read, { params: { id: ana.userId } })).photoUrl, null)
    assert.notEqual(await shownOf(ana.userId), null)
  })
})

test('what one is told of is one’s own choice, as usual until one says otherwise', async () => {
  const usual = await ana.api.ask(ownProfileRoutes.notices)
  assert.deepEqual(usual.message, { sound: true, desktop: true })
  const wished: NoticeSettings = { ...usual, waiting: { sound: false, desktop: true }, message: { sound: false, desktop: false } }
  assert.deepEqual(await ana.api.ask(ownProfileRoutes.setNotices, { body: wished }), wished)
  assert.deepEqual(await ana.api.ask(ownProfileRoutes.notices), wished)
  assert.deepEqual(await the.owner.api.ask(ownProfileRoutes.notices), usual)
  assert.equal((await ana.api.send('PUT', '/api/users/me/notices', { waiting: { sound: 'loud' } })).status, 422)
})

test('who looks after people reads where they signed in here, and not where they did elsewhere', async () => {
  const other = await the.addTenant('Otra')
  const both = await the.addMember(the.owner.tenantId, 'agent')
  await the.signIn(both.email)
  const read = (by: Person) => by.api.ask(userRoutes.signIns, { params: { id: both.userId } })
  const { items } = await read(the.owner)
  assert.deepEqual(
    items.map(({ browser, open, address }) => [browser, open, address]),
    [
      ['Node.js', true, '127.0.0.1'],
      ['Node.js', true, '127.0.0.1'],
    ],
  )
  await the.admin.query(`insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, 'agent', now())`, [other.tenantId, both.userId])
  assert.deepEqual((await read(other)).items, [])
  await both.api.send('POST', '/api/auth/logout', {})
  assert.deepEqual(
    (await read(the.owner)).items.map(({ open }) => open),
    [true, false],
  )
  const page = await the.owner.api.ask(userRoutes.signIns, { params: { id: both.userId }, query: { limit: 1 } })
  const next = await the.owner.api.ask(userRoutes.signIns, { params: { id: both.userId }, query: { limit: 1, cursor: page.nextCursor! } })
  assert.deepEqual([...page.items, ...next.items], (await read(the.owner)).items)
  await ana.api.refused(403, userRoutes.signIns, { params: { id: both.userId } })
  await the.owner.api.refused(404, userRoutes.signIns, { params: { id: absentId } })
})

test('the time in each state is counted by days of the organisation’s clock, with what goes on now', async () => {
  const minute = 60_000
  // The clock of a test goes on while it is moved.
  const inMinutes = (seconds: number) => Math.round(seconds / 60)
  // 23:30 in Buenos Aires: what begins now crosses midnight there.
  const now = await the.clock.now()
  await the.clock.set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 2, 2, 30)))
  const eva = await the.addMember(the.owner.tenantId, 'agent')
  const owner = await the.signIn(the.owner.email)
  const set = (body: object) => eva.api.send('PUT', '/api/users/me/presence', body)
  const screen = await openScreen(the.url, eva.api.token!)
  await screen.hear('agent.status', ({ userId }) => userId === eva.userId)
  await the.clock.advance(10 * minute)
  await set({ state: 'paused', reason: 'meal' })
  await the.clock.advance(1 * minute)
  const read = (days: number) => owner.api.ask(presenceRoutes.times, { params: { id: eva.userId }, query: { days } })
  assert.deepEqual(
    (await read(2)).days.map(({ available, busy, paused }) => [available, busy, paused].map(inMinutes)),
    [
      [10, 0, 1],
      [0, 0, 0],
    ],
  )
  await set({ state: 'busy' })
  screen.close()
  await the.clock.advance(60 * minute)
  owner.api = (await the.signIn(the.owner.email)).api
  const { days, pauses } = await read(2)
  assert.deepEqual(
    pauses.map(({ reason, seconds }) => [reason, inMinutes(seconds)]),
    [['meal', 1]],
  )
  assert.deepEqual([days[1]!.available, days[1]!.paused, days[1]!.busy].map(inMinutes), [10, 1, 19])
  assert.ok(days[1]!.day < days[0]!.day)
  await owner.api.refused(404, presenceRoutes.times, { params: { id: absentId } })
  await owner.api.refused(422, presenceRoutes.times, { params: { id: eva.userId }, query: { days: 400 } })
})

test('bytes that a kill left without a row are deleted at night, a day later; all others stay', async () => {
  // The time has moved on in the tests above.
  assert.equal((await send(await the.signIn(ana.email), png)).status, 200)
  const now = await the.clock.now()
  const [old, late] = [new Date(now.getTime() - 3 * 86_400_000), new Date(now.getTime() + 10 * 86_400_000)]
  // Its small picture is made, and those of photos before it are gone, in their own time.
  await the.idle()
  const { rows } = await the.admin.query<{ location: string }>(
    `select unnest(array_remove(array[location, thumbnail_location], null)) as location from files.file where tenant_id = $1`,
    [the.owner.tenantId],
  )
  const kept = rows.map(({ location }) => join(the.dataDir, 'files', location))
  for (const path of kept) utimesSync(path, old, old)
  const place = (tenantId: string, name: string, at: Date): string => {
    const month = join(the.dataDir, 'files', tenantId, '2026-01')
    mkdirSync(month, { recursive: true })
    writeFileSync(join(month, name), 'bytes')
    utimesSync(join(month, name), at, at)
    return join(month, name)
  }
  const orphans = [place(the.owner.tenantId, newId(), old), place(the.owner.tenantId, `.${newId()}`, old)]
  const others = [place(the.owner.tenantId, newId(), late), place(newId(), newId(), old)]
  await the.clock.advance(86_400_000)
  await the.until(() => !orphans.some((path) => existsSync(path)), 'what nothing refers to is gone')
  await the.idle()
  assert.deepEqual(
    [...others, ...kept].filter((path) => !existsSync(path)),
    [],
  )
  assert.ok(kept.some((path) => path.endsWith('.small')))
})

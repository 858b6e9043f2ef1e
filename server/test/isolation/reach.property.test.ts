import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Reach } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { connectionFor } from '#platform/database/roles'
import { settingsOf } from '#platform/database/sight'
import { hears, roomsFor, roomsOf } from '#platform/realtime/rooms'
import { clientTo, databaseSecret } from '../kit/cluster.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

/** Who sees what, told three times: by this model, by the database and by the rooms of sockets. They never differ. */
let the: RunningProduct
let people: string[]
let teams: string[]
let contacts: string[]
let talks: { id: string; contact: string }[]
const [manyPeople, manyTeams, manyContacts, manyTalks] = [4, 3, 5, 7]

before(async () => {
  the = await startProduct()
  const { tenantId } = the.owner
  people = []
  for (let one = 0; one < manyPeople; one += 1) people.push((await the.addMember(tenantId, 'agent')).userId)
  const { rows } = await the.admin.query<{ id: string }>('select id from channels.channel where tenant_id = $1 limit 1', [tenantId])
  const many = (count: number) => Array.from({ length: count }, () => newId())
  ;[teams, contacts] = [many(manyTeams), many(manyContacts)]
  for (const id of teams) await the.admin.query('insert into identity.team (tenant_id, id, name, created_at) values ($1, $2, $3, now())', [tenantId, id, id])
  for (const id of contacts) {
    await the.admin.query('insert into contacts.contact (tenant_id, id, created_at, updated_at) values ($1, $2, now(), now())', [tenantId, id])
    await the.admin.query(
      `insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at) values ($1, $2::uuid, $2::uuid, $3, 'lid', $2::uuid::text, now())`,
      [tenantId, id, rows[0]!.id],
    )
  }
  talks = []
  for (const [index, id] of many(manyTalks).entries()) {
    // The last contact has no conversation.
    const contact = contacts[index % (manyContacts - 1)]!
    talks.push({ id, contact })
    await the.admin.query(
      `insert into conversations.conversation (tenant_id, id, channel_id, contact_id, identity_id, state, floor, closed_at, last_activity_at, created_at, updated_at)
       values ($1, $2, $3, $4, $4, 'closed', 'nobody', now(), now(), now(), now())`,
      [tenantId, id, rows[0]!.id, contact],
    )
  }
})
after(() => the.stop())

type World = { reach: Reach; holders: number[]; makers: number[]; members: number[][] }
const someone = fc.integer({ min: -1, max: manyPeople - 1 })
const world: fc.Arbitrary<World> = fc.record({
  reach: fc.constantFrom('own', 'queue', 'team', 'all'),
  holders: fc.array(someone, { minLength: manyTalks, maxLength: manyTalks }),
  makers: fc.array(someone, { minLength: manyContacts, maxLength: manyContacts }),
  members: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: manyPeople - 1 }), { maxLength: 3 }), { minLength: manyTeams, maxLength: manyTeams }),
})

/** The first of the people looks. */
const model = ({ reach, holders, makers, members }: World) => {
  const mates = members.filter((team) => team.includes(0)).flat()
  const sees = (holder: number) =>
    reach === 'all' || holder === 0 || (holder === -1 && reach !== 'own') || (reach === 'team' && holder !== -1 && mates.includes(holder))
  const seen = talks.filter((_, index) => sees(holders[index]!))
  const known = contacts.filter((contact, index) => {
    const own = talks.filter((talk) => talk.contact === contact)
    return reach === 'all' || makers[index] === 0 || own.some((talk) => seen.includes(talk)) || (own.length === 0 && reach !== 'own')
  })
  return { talks: seen.map(({ id }) => id).toSorted(), contacts: known.toSorted() }
}

const arrange = async ({ holders, makers, members }: World) => {
  const { tenantId } = the.owner
  const idOf = (index: number) => (index < 0 ? null : people[index]!)
  await the.admin.query('delete from identity.team_member where tenant_id = $1', [tenantId])
  await the.admin.query('insert into identity.team_member (tenant_id, team_id, user_id) select $1, * from unnest($2::uuid[], $3::uuid[])', [
    tenantId,
    members.flatMap((team, index) => team.map(() => teams[index])),
    members.flatMap((team) => team.map(idOf)),
  ])
  await the.admin.query(
    'update conversations.conversation c set assignee_id = w.holder from unnest($1::uuid[], $2::uuid[]) as w (id, holder) where c.id = w.id',
    [talks.map(({ id }) => id), holders.map(idOf)],
  )
  await the.admin.query('update contacts.contact c set created_by = w.maker from unnest($1::uuid[], $2::uuid[]) as w (id, maker) where c.id = w.id', [
    contacts,
    makers.map(idOf),
  ])
}

test('the database, the rooms of sockets and the model see the same', async () => {
  const { tenantId } = the.owner
  const { connectionString, options } = await connectionFor(the.adminUrl, 'cq_app', databaseSecret)
  await clientTo({ connectionString, options }, async (app) => {
    const idsOf = async (text: string, ids: string[]) => (await app.query<{ id: string }>(text, [ids])).rows.map(({ id }) => id).toSorted()
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        await arrange(one)
        const expected = model(one)
        await app.query(`begin; ${settingsOf(tenantId, { userId: people[0]!, reach: one.reach, hides: [] })}`)
        assert.deepEqual(
          await idsOf(
            'select id from conversations.conversation where id = any($1)',
            talks.map(({ id }) => id),
          ),
          expected.talks,
        )
        assert.deepEqual(await idsOf('select id from contacts.contact where id = any($1)', contacts), expected.contacts)
        assert.deepEqual(await idsOf('select contact_id as id from contacts.identity where contact_id = any($1)', contacts), expected.contacts)
        await app.query('commit')
        const teammates = one.members.filter((team) => team.includes(0)).flatMap((team) => team.map((index) => people[index]!))
        const seats = roomsOf({
          userId: people[0]!,
          reach: one.reach,
          hides: [],
          teammates,
          mayReadConversations: true,
          mayUseSimulator: false,
          seesAllJobs: false,
        })
        const heard = talks.filter((_, index) => hears(seats, roomsFor({ of: [one.holders[index]! < 0 ? null : people[one.holders[index]!]!] }, '')))
        assert.deepEqual(heard.map(({ id }) => id).toSorted(), expected.talks)
      }),
      { numRuns: 120 },
    )
  })
})

test('whoever is no person sees all, and a reach that nobody knows nothing', async () => {
  const { connectionString, options } = await connectionFor(the.adminUrl, 'cq_app', databaseSecret)
  await clientTo({ connectionString, options }, async (app) => {
    const seen = async (...settings: string[]) => {
      await app.query(`begin; set local app.tenant_id = '${the.owner.tenantId}'; ${settings.join('; ')}`)
      const { rowCount } = await app.query('select 1 from conversations.conversation where id = any($1)', [talks.map(({ id }) => id)])
      await app.query('rollback')
      return rowCount
    }
    assert.equal(await seen(), manyTalks)
    for (const reach of ['everything', 'team', 'queue'])
      assert.equal(await seen(`set local app.reach = '${reach}'`, `set local app.user_id = '${people[0]}'`), 0)
    const asked = `select set_config('app.reached', array_to_string(platform.reached_holders(), ','), true)`
    assert.equal(await seen(`set local app.reach = 'everything'`, `set local app.user_id = '${people[0]}'`, asked), 0)
    assert.equal(await seen(`set local app.reach = 'own'`), 0)
  })
})

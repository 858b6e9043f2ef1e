import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ConversationListQuery, type ContactStage, type Conversation, type InboxSort, type InboxTab, type InboxView } from '@chasqui/contracts'
import fc from 'fast-check'
import type { Sight } from '#platform/database/sight'
import { newId } from '#platform/ids'
import { listConversations } from '../src/modules/conversations/lists/conversations.ts'
import type { ConversationsPorts } from '../src/modules/conversations/ports.ts'
import { createRandom } from './doubles/graph-api/random.ts'
import { isWholeRun } from './kit/thoroughness.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** Lists are read in parts and people are searched in two ways; all pages of whatever list are what a recount of all conversations finds, in its order. */
const tenantId = newId()
const [me, colleague, stranger] = [newId(), newId(), newId()]
const [queueId, campaignId, tagId] = [newId(), newId(), newId()]
const channels = [newId(), newId()]
const now = new Date('2026-05-04T12:00:00Z')
const random = createRandom(26)
const chance = (share: number) => random() < share
const oneOf = <Value>(...values: Value[]): Value => values[Math.floor(random() * values.length)]!
const idOf = (kind: number, number: number) => `0199${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** More than are looked for among the newest people alone, and more than the ids of which are taken. */
const peopleCount = 3200
const people = Array.from({ length: peopleCount }, (_, number) => ({
  id: idOf(3, number),
  name: chance(0.05) ? null : `${oneOf('Ana', 'Begoña', 'João', 'Zoë 100%')} ${number % 40 === 0 ? 'Ibáñez' : oneOf('Silva', 'Núñez', 'Peña_Gil')}`,
  phone: chance(0.1) ? null : `5731${String(number * 7919).padStart(8, '0')}`,
  // Of those who are new more than the ids of which are taken, of the others less.
  stage: chance(0.8) ? ('new' as const) : oneOf<ContactStage>('won', 'lost', 'follow_up'),
}))
const conversations = Array.from({ length: 3600 }, (_, number) => {
  const state = oneOf<Conversation['state']>('closed', 'closed', 'bot', 'queued', 'active', 'assigned')
  return {
    id: idOf(1, number),
    person: people[number % peopleCount]!,
    // One channel for each of the few that have two conversations.
    channelId: channels[number < peopleCount ? 0 : 1]!,
    state,
    holder: oneOf(null, null, colleague, colleague, stranger, chance(0.1) ? me : colleague),
    priority: chance(0.05) ? oneOf<Conversation['priority']>('urgent', 'high', 'low') : ('normal' as const),
    unread: chance(0.1) ? 2 : 0,
    queueId: chance(0.2) ? queueId : null,
    campaignId: chance(0.1) ? campaignId : null,
    hasTag: chance(0.1),
    calls: chance(0.03) ? oneOf(me, colleague) : null,
    // Whole minutes, so that some are owed at the same moment; also what is closed may still say what it was owed.
    dueAt: chance(0.2) ? new Date(now.getTime() + Math.floor(random() * 200 - 100) * 60_000) : null,
    waitingSince: chance(0.3) ? new Date(now.getTime() - Math.floor(random() * 100) * 60_000) : null,
    windowExpiresAt: chance(0.5) ? new Date(now.getTime() + Math.floor(random() * 1440 - 400) * 60_000) : null,
    // Some at the same moment.
    at: new Date(now.getTime() - Math.floor(random() * 2000) * 60_000),
    snoozedUntil: state !== 'closed' && chance(0.1) ? new Date(now.getTime() + oneOf(-1, 1) * 3_600_000) : null,
  }
})

let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => now)
  const column = <Row, Value>(rows: Row[], value: (row: Row) => Value) => rows.map(value)
  await stage.admin.query('set session_replication_role = replica')
  await stage.admin.query(
    `insert into contacts.contact (tenant_id, id, name, phone, stage, stage_changed_at, created_at, updated_at) select $1, id, name, phone, stage, now(), now(), now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as input (id, name, phone, stage)`,
    [
      tenantId,
      column(people, ({ id }) => id),
      column(people, ({ name }) => name),
      column(people, ({ phone }) => phone),
      column(people, (person) => person.stage),
    ],
  )
  await stage.admin.query(
    `insert into channels.channel (tenant_id, id, kind, name, state, state_since, created_at, updated_at) select $1, id, 'simulator', 'Test', 'connected', now(), now(), now() from unnest($2::uuid[]) as input (id)`,
    [tenantId, channels],
  )
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, contact_id, channel_id, identity_id, state, floor, assignee_id, priority, unread, last_activity_at, snoozed_until, closed_at, created_at, updated_at, queue_id, campaign_id, due_at, due_metric, waiting_since, window_expires_at)
     select $1, id, person, channel, id, state, 'nobody', holder, priority, unread, at, snoozed, case when state = 'closed' then at end, at, at, queue, campaign, due, case when due is not null then 'resolution' end, waiting, expires
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::int[], $9::timestamptz[], $10::timestamptz[], $11::uuid[], $12::uuid[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[]) as input (id, person, channel, state, holder, priority, unread, at, snoozed, queue, campaign, due, waiting, expires)`,
    [
      tenantId,
      column(conversations, ({ id }) => id),
      column(conversations, ({ person }) => person.id),
      column(conversations, ({ channelId }) => channelId),
      column(conversations, ({ state }) => state),
      column(conversations, ({ holder }) => holder),
      column(conversations, ({ priority }) => priority),
      column(conversations, ({ unread }) => unread),
      column(conversations, ({ at }) => at),
      column(conversations, ({ snoozedUntil }) => snoozedUntil),
      column(conversations, (one) => one.queueId),
      column(conversations, (one) => one.campaignId),
      column(conversations, ({ dueAt }) => dueAt),
      column(conversations, ({ waitingSince }) => waitingSince),
      column(conversations, ({ windowExpiresAt }) => windowExpiresAt),
    ],
  )
  await stage.admin.query(`insert into conversations.tag (tenant_id, id, name, color, created_at) values ($1, $2, 'vip', 'blue', now())`, [tenantId, tagId])
  await stage.admin.query(`insert into conversations.conversation_tag (tenant_id, conversation_id, tag_id) select $1, unnest($2::uuid[]), $3`, [
    tenantId,
    conversations.filter(({ hasTag }) => hasTag).map(({ id }) => id),
    tagId,
  ])
  const calling = conversations.filter(({ calls }) => calls !== null)
  await stage.admin.query(
    `insert into conversations.mention (tenant_id, message_id, conversation_id, user_id, created_at) select $1, gen_random_uuid(), id, person, now() from unnest($2::uuid[], $3::uuid[]) as input (id, person)`,
    [tenantId, column(calling, ({ id }) => id), column(calling, ({ calls }) => calls)],
  )
  const teamId = newId()
  await stage.admin.query(`insert into identity.team_member (tenant_id, team_id, user_id) select $1, $2, unnest($3::uuid[])`, [
    tenantId,
    teamId,
    [me, colleague],
  ])
  await stage.admin.query('analyze conversations.conversation, contacts.contact')
})
after(() => stage.close())

type Filter = {
  view: InboxView
  tab: InboxTab
  sort: InboxSort
  q?: string
  priority?: Conversation['priority']
  unread?: 'true' | 'false'
  channelId?: string
  assigneeId?: string
  queueId?: string
  campaignId?: string
  tagId?: string
  stage?: ContactStage
  state?: Conversation['state']
  windowClosesWithin?: string
  waitingLongerThan?: string
}
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
type Kept = (typeof conversations)[number]
const inView = ({ view, tab }: Filter, { holder, state, snoozedUntil, calls }: Kept): boolean => {
  const sleeps = snoozedUntil !== null && snoozedUntil > now
  const holders = { mine: holder === me, unassigned: holder === null, mine_unassigned: holder === me || holder === null, mentions: calls === me, all: true }
  const tabs = {
    open: state !== 'closed' && state !== 'bot' && !sleeps,
    bot: state === 'bot' && !sleeps,
    snoozed: state !== 'closed' && sleeps,
    closed: state === 'closed',
    any: true,
  }
  return holders[view] && tabs[tab]
}
const reaches = ({ reach }: Sight, holder: string | null): boolean =>
  reach === 'all' || holder === me || (holder === null && reach !== 'own') || (holder === colleague && reach === 'team')
const minutes = (text: string | undefined) => Number(text) * 60_000
const isWithin = ({ windowClosesWithin, waitingLongerThan }: Filter, { state, windowExpiresAt, waitingSince }: Kept): boolean =>
  (windowClosesWithin === undefined ||
    (windowExpiresAt !== null && windowExpiresAt > now && windowExpiresAt.getTime() <= now.getTime() + minutes(windowClosesWithin))) &&
  (waitingLongerThan === undefined || (state !== 'closed' && waitingSince !== null && waitingSince.getTime() <= now.getTime() - minutes(waitingLongerThan)))

/** What is compared one after the other, smallest first. */
const keysOf = (sort: Filter['sort'], { at, state, priority, dueAt, waitingSince }: Kept): { keys: number[]; idsFall: boolean } => {
  if (sort === 'oldest') return { keys: [at.getTime()], idsFall: false }
  if (sort === 'priority') return { keys: [['urgent', 'high', 'normal', 'low'].indexOf(priority), -at.getTime()], idsFall: true }
  if (sort === 'needs_me' && state !== 'closed' && dueAt) return { keys: [0, dueAt.getTime()], idsFall: false }
  if (sort === 'needs_me' && state !== 'closed' && waitingSince) return { keys: [1, waitingSince.getTime()], idsFall: false }
  return { keys: sort === 'needs_me' ? [2, -at.getTime()] : [-at.getTime()], idsFall: true }
}
const inOrder =
  (sort: Filter['sort']) =>
  (one: Kept, other: Kept): number => {
    const [mine, theirs] = [keysOf(sort, one), keysOf(sort, other)]
    const different = mine.keys.findIndex((key, index) => key !== theirs.keys[index])
    if (different >= 0) return mine.keys[different]! - theirs.keys[different]!
    return one.id < other.id === mine.idsFall ? 1 : -1
  }
const recount = (filter: Filter, sight: Sight): string[] => {
  const shownOf = ({ name, phone }: Kept['person']) =>
    plain(`${name ?? (sight.hides.includes('phone') ? '' : (phone ?? ''))}  ${sight.hides.includes('phone') ? '' : (phone ?? '')} `)
  return conversations
    .filter((one) => inView(filter, one) && reaches(sight, one.holder))
    .filter((one) => filter.q === undefined || shownOf(one.person).includes(plain(filter.q)))
    .filter((one) => filter.priority === undefined || one.priority === filter.priority)
    .filter((one) => filter.unread === undefined || one.unread > 0 === (filter.unread === 'true'))
    .filter((one) => filter.channelId === undefined || one.channelId === filter.channelId)
    .filter((one) => filter.assigneeId === undefined || one.holder === filter.assigneeId)
    .filter((one) => filter.queueId === undefined || one.queueId === filter.queueId)
    .filter((one) => filter.campaignId === undefined || one.campaignId === filter.campaignId)
    .filter((one) => filter.tagId === undefined || one.hasTag)
    .filter((one) => filter.stage === undefined || one.person.stage === filter.stage)
    .filter((one) => filter.state === undefined || one.state === filter.state)
    .filter((one) => isWithin(filter, one))
    .toSorted(inOrder(filter.sort))
    .map(({ id }) => id)
}

const ports = { now: () => now, channel: () => Promise.resolve(null) } as unknown as ConversationsPorts
const listed = async (filter: Filter, sight: Sight): Promise<{ ids: string[]; ended: boolean }> => {
  const ids: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 6; pages++) {
    const query = ConversationListQuery.parse({ ...filter, limit: '150', ...(cursor && { cursor }) })
    const page = await stage.database.inTenant(tenantId, (tx) => listConversations(tx, ports, me, query), sight)
    ids.push(...page.items.map(({ id }) => id))
    if (page.nextCursor === null) return { ids, ended: true }
    cursor = page.nextCursor
  }
  return { ids, ended: false }
}

const sights: Sight[] = [
  { userId: me, reach: 'all', hides: [] },
  { userId: me, reach: 'own', hides: [] },
  { userId: me, reach: 'queue', hides: [] },
  { userId: me, reach: 'team', hides: [] },
  { userId: me, reach: 'all', hides: ['phone'] },
]
const filters: fc.Arbitrary<Required<Filter>> = fc.record({
  view: fc.constantFrom<Filter['view'][]>('mine_unassigned', 'mine', 'unassigned', 'mentions', 'all'),
  tab: fc.constantFrom<Filter['tab'][]>('open', 'bot', 'snoozed', 'closed', 'any'),
  sort: fc.constantFrom<Filter['sort'][]>('needs_me', 'newest', 'oldest', 'priority'),
  q: fc.constantFrom('ana', 'nunez', 'IBÁÑEZ', 'joao s', '5731', '573100079', 'zo', '0%', 'a_g', 'nobody', 'ñ', '\\'),
  priority: fc.constantFrom<Conversation['priority'][]>('urgent', 'normal'),
  unread: fc.constantFrom<('true' | 'false')[]>('true', 'false'),
  channelId: fc.constantFrom(...channels),
  assigneeId: fc.constantFrom(me, colleague, newId()),
  queueId: fc.constant(queueId),
  campaignId: fc.constant(campaignId),
  tagId: fc.constant(tagId),
  stage: fc.constantFrom<ContactStage[]>('new', 'won', 'proposal'),
  state: fc.constantFrom<Conversation['state'][]>('active', 'closed', 'bot'),
  windowClosesWithin: fc.constantFrom('120', '600'),
  waitingLongerThan: fc.constantFrom('0', '30'),
})
type Narrowing = Exclude<keyof Filter, 'view' | 'tab' | 'sort'>
const narrowing: Narrowing[] = [
  'q',
  'priority',
  'unread',
  'channelId',
  'assigneeId',
  'queueId',
  'campaignId',
  'tagId',
  'stage',
  'state',
  'windowClosesWithin',
  'waitingLongerThan',
]
/** A few at once: with many nothing would be left. */
const fewFilters = fc.tuple(filters, fc.subarray(narrowing, { maxLength: 3 })).map(([{ view, tab, sort, ...given }, kept]) => ({
  view,
  tab,
  sort,
  ...(Object.fromEntries(kept.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))) as Partial<Filter>),
}))

test('all pages of any list are what a recount finds, in its order', () =>
  fc.assert(
    fc.asyncProperty(fewFilters, fc.constantFrom(...sights), async (filter, sight) => {
      const { ids, ended } = await listed(filter, sight)
      const all = recount(filter, sight)
      assert.deepEqual(ids, ended ? all : all.slice(0, ids.length))
    }),
    { numRuns: isWholeRun ? 200 : 50 },
  ))

for (const sight of sights)
  for (const q of ['ana', 'ibanez', '57310007', '100%'])
    test(`people by “${q}”, where ${sight.reach} is seen${sight.hides.map((field) => ` without ${field}`).join('')}`, async () => {
      const filter: Filter = { view: 'all', tab: 'any', sort: 'newest', q }
      const { ids, ended } = await listed(filter, sight)
      const all = recount(filter, sight)
      assert.deepEqual(ids, ended ? all : all.slice(0, ids.length))
    })

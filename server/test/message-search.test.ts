import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Sight } from '#platform/database/sight'
import { newId } from '#platform/ids'
import type { ConversationsPorts } from '../src/modules/conversations/ports.ts'
import { searchMessages } from '../src/modules/conversations/search.ts'
import { createRandom } from './doubles/graph-api/random.ts'
import { isWholeRun } from './kit/thoroughness.ts'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/**
 * Search goes three ways (the newest messages in order, the index, older messages in order), depending on how common words are. Whichever it goes, all
 * its pages together are what a recount of all messages finds.
 */
const tenantId = newId()
const otherTenant = newId()
const agent = newId()
const idleAgent = newId()
const messageCount = 14_000
const conversationCount = 70
type Told = { id: string; talk: number; words: string; deleted: boolean }
const random = createRandom(25)
const chance = (share: number) => random() < share
/** Ids in the order of their number. */
const idOf = (kind: number, number: number) => `0199${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const conversationOf = (talk: number) => idOf(1, talk)

/** Words of all degrees of frequency, two that are common and never meet, and some that only old messages have. */
const tell = (number: number): string =>
  [
    'siempre',
    chance(0.5) ? 'izquierda corazón' : 'derecha',
    chance(0.1) && 'mañana',
    chance(0.1) && 'pedido envío',
    chance(0.1) && 'envío pedido',
    chance(0.01) && 'cancelar',
    chance(0.002) && 'garantía',
    number < messageCount / 2 && chance(0.9) && 'navidad',
    number < 40 && 'apertura',
  ]
    .filter(Boolean)
    .join(' ')
const told: Told[] = Array.from({ length: messageCount }, (_, number) => ({
  id: idOf(2, number),
  talk: Math.floor(random() ** 2 * conversationCount),
  words: tell(number),
  deleted: chance(0.03),
}))
/** Every tenth conversation is the agent's, every second of the others nobody's. */
const holderOf = (talk: number) => (talk % 10 === 3 ? agent : talk % 2 === 0 ? null : idOf(9, 1))

let stage: PlatformStage
const fill = async (tenant: string, messages: Told[]): Promise<void> => {
  const talks = Array.from({ length: conversationCount }, (_, talk) => talk)
  await stage.admin.query(
    `insert into contacts.contact (tenant_id, id, name, created_at, updated_at) select $1, id, 'Ana', now(), now() from unnest($2::uuid[]) as input (id)`,
    [tenant, talks.map((talk) => idOf(3, talk))],
  )
  await stage.admin.query(
    `insert into conversations.conversation (tenant_id, id, channel_id, contact_id, identity_id, state, floor, assignee_id, last_seq, last_activity_at, closed_at, created_at, updated_at)
     select $1, id, $5, contact, $5, case when place % 3 = 0 then 'closed' else 'active' end, 'human', holder, count, now(), case when place % 3 = 0 then now() end, now(), now()
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $6::int[]) with ordinality as input (id, contact, holder, count, place)`,
    [
      tenant,
      talks.map(conversationOf),
      talks.map((talk) => idOf(3, talk)),
      talks.map(holderOf),
      newId(),
      talks.map((talk) => messages.filter((message) => message.talk === talk).length),
    ],
  )
  await stage.admin.query(
    `insert into conversations.message (tenant_id, id, conversation_id, channel_id, seq, direction, sender_kind, type, content, words, status, deleted_at, created_at)
     select $1, id, talk, $6, place, 'in', 'contact', 'text', jsonb_build_object('type', 'text', 'text', words), words, 'received', case when deleted then now() end, now()
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::boolean[]) with ordinality as input (id, talk, words, deleted, place)`,
    [
      tenant,
      messages.map(({ id }) => id),
      messages.map(({ talk }) => conversationOf(talk)),
      messages.map(({ words }) => words),
      messages.map(({ deleted }) => deleted),
      newId(),
    ],
  )
}
before(async () => {
  stage = await openPlatform(() => new Date())
  await stage.admin.query('set session_replication_role = replica')
  await fill(tenantId, told)
  await fill(otherTenant, told.slice(0, 500))
  await stage.admin.query('analyze conversations.message, conversations.conversation, contacts.contact')
})
after(() => stage.close())

const ports = { signFile: () => '' } as unknown as ConversationsPorts
type Asked = { q: string; limit: number; conversationId?: string; sight?: Sight }

/** The ids of so many pages, in their order. */
const found = async ({ sight, ...query }: Asked, mostPages = 40): Promise<{ ids: string[]; ended: boolean }> => {
  const ids: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await stage.database.inTenant(tenantId, (tx) => searchMessages(tx, ports, { ...query, cursor }), sight)
    assert.ok(page.items.length <= query.limit)
    ids.push(...page.items.map(({ message }) => message.id))
    if (page.nextCursor === null) return { ids, ended: true }
    assert.ok(cursor === undefined || page.nextCursor < cursor, 'each page gets further')
    cursor = page.nextCursor
  }
  return { ids, ended: false }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsSaid = new Map<string, string[]>()
const wordsIn = (text: string): string[] => {
  const known = wordsSaid.get(text) ?? plain(text).split(' ')
  wordsSaid.set(text, known)
  return known
}
const matches = (words: string, q: string): boolean => {
  const said = wordsIn(words)
  const typed = plain(q)
  if (!/["-]/.test(typed)) return typed.split(' ').every((start) => said.some((word) => word.startsWith(start)))
  return (typed.match(/-?"[^"]*"|\S+/g) ?? []).every((part) => {
    const phrase = part.replace(/^-|"/g, '')
    return ` ${said.join(' ')} `.includes(` ${phrase} `) !== part.startsWith('-')
  })
}
const reaches = (sight: Sight | undefined, talk: number): boolean => {
  const holder = holderOf(talk)
  return !sight || sight.reach === 'all' || (holder === null ? sight.reach !== 'own' : holder === sight.userId)
}
/** Whoever is hidden something finds nothing by exclusions alone: what is left over would tell of the hidden words. */
const triesExclusions = (q: string, sight: Sight | undefined): boolean => Boolean(sight?.hides.length) && /^-\S+$/.test(q)
const recounted = ({ q, conversationId, sight }: Asked): string[] =>
  told
    .filter((message) => !triesExclusions(q, sight) && !message.deleted && matches(message.words, q) && reaches(sight, message.talk))
    .filter((message) => conversationId === undefined || conversationOf(message.talk) === conversationId)
    .map((message) => message.id)
    .toReversed()

const equalsRecount = async (asked: Asked): Promise<void> => {
  const { ids, ended } = await found(asked)
  const all = recounted(asked)
  assert.deepEqual(ids, ended ? all : all.slice(0, ids.length), JSON.stringify(asked))
}

const word = fc.constantFrom('siempre', 'izquierda', 'derecha', 'mañana', 'pedido', 'envío', 'cancelar', 'garantía', 'navidad', 'apertura', 'corazón', 'jamás')
const beginning = fc.tuple(word, fc.integer({ min: 2, max: 9 }), fc.boolean()).map(([whole, length, bare]) => (bare ? plain(whole) : whole).slice(0, length))
const typed = fc.oneof(
  fc.array(beginning, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 2, maxLength: 2 }).map((words) => `"${words.join(' ')}"`),
  fc.tuple(word, word).map(([wanted, not]) => `${wanted} -${not}`),
  fc.tuple(word, word, word).map(([one, two, not]) => `"${one}" ${two} -${not}`),
)
const sights: (Sight | undefined)[] = [
  undefined,
  { userId: agent, reach: 'own', hides: [] },
  { userId: agent, reach: 'queue', hides: [] },
  { userId: idleAgent, reach: 'own', hides: [] },
  { userId: agent, reach: 'all', hides: ['phone', 'email'] },
]
const askedOf = (sight: fc.Arbitrary<Sight | undefined>) =>
  fc
    .record({ q: typed, limit: fc.constantFrom(5, 50, 200), talk: fc.option(fc.nat(conversationCount - 1), { freq: 4 }), sight })
    .map(({ talk, sight: seen, ...rest }): Asked => ({ ...rest, ...(talk !== null && { conversationId: conversationOf(talk) }), ...(seen && { sight: seen }) }))
const anything = () => fc.assert(fc.asyncProperty(askedOf(fc.constantFrom(...sights)), equalsRecount), { numRuns: isWholeRun ? 30 : 8 })

const common: [name: string, q: string][] = [
  ['in all messages', 'siempre'],
  ['in every second', 'izq'],
  ['in every tenth', 'manana'],
  ['in a hundredth', 'cancelar'],
  ['in few', 'garantia'],
  ['in none', 'inexistente'],
  ['common and old', 'navidad'],
  ['in the oldest alone', 'apertura'],
  ['two common ones that never meet', 'izquierda derecha'],
  ['a phrase that nobody wrote', '"derecha izquierda"'],
  ['a phrase', '"envío pedido"'],
  ['all but a common one', '-izquierda'],
  ['one or the other', 'garantía or "apertura"'],
]
/** The recount does not know "or". */
const countable = ([, q]: [string, string]) => !q.includes(' or ')

describe('all pages are what a recount finds', () => {
  for (const [name, q] of common.filter(countable))
    for (const sight of sights)
      test(`${name}, seen by ${sight?.reach ?? 'a machine'}${sight?.userId === idleAgent ? ' with nothing' : ''}`, () =>
        equalsRecount({ q, limit: 200, ...(sight && { sight }) }))
  test('whatever is typed, by whoever, anywhere', anything)
  test('either of two', async () => {
    const { ids } = await found({ q: '"garantía" or apertura', limit: 200 })
    assert.deepEqual(
      ids,
      told
        .filter(({ words, deleted }) => !deleted && /garantía|apertura/.test(words))
        .map(({ id }) => id)
        .toReversed(),
    )
  })
  test('hidden numbers are not found by trying', async () => {
    assert.deepEqual((await found({ q: '57310', limit: 5, sight: { userId: agent, reach: 'all', hides: ['phone'] } })).ids, [])
  })
})

describe('where no time is left', () => {
  before(async () => {
    const { rows } = await stage.admin.query<{ text: string }>(`select pg_get_functiondef('conversations.search_messages'::regproc) as text`)
    const hurried = rows[0]!.text.replace(`interval '50 ms'`, `interval '0 ms'`)
    assert.notEqual(hurried, rows[0]!.text)
    await stage.admin.query(hurried)
  })
  test('a page that found nothing leads on, and the last one ends', async () => {
    const first = await stage.database.inTenant(tenantId, (tx) => searchMessages(tx, ports, { q: 'navidad -siempre', limit: 20 }))
    assert.deepEqual(first.items, [])
    assert.ok(first.nextCursor !== null)
    assert.deepEqual(await found({ q: 'navidad -siempre', limit: 20 }), { ids: [], ended: true })
  })
  for (const [name, q] of common.filter(countable)) test(name, () => equalsRecount({ q, limit: 200 }))
  test('whatever is typed, by whoever, anywhere', anything)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LinkingFacts } from '#channels'
import { followLinking, type LinkingNews } from './follow-linking.ts'

const since = '2026-03-01T10:00:00.000Z'
const until = '2026-03-01T10:01:00.000Z'
const looks = (line: LinkingFacts['line'], more: Partial<LinkingFacts> = {}): LinkingFacts => ({
  state: 'connecting',
  detail: null,
  address: null,
  line,
  ...more,
})
const waits = looks({ state: 'connecting', since })
const shows = (qr: string) => looks({ state: 'qr', since, qr, until })

/** Follows what is read look by look, the last again and again. */
const followed = async (facts: LinkingFacts[], patience = 60_000) => {
  const told: LinkingNews[] = []
  const left = [...facts]
  const read = async () => (left.length > 1 ? left.shift()! : left[0]!)
  const end = await followLinking({ read, tell: (news) => told.push(news), patience, signal: new AbortController().signal, every: 0 })
  return { end, told: told.map((news) => (news.is === 'waiting' ? news.state : news.text)) }
}

test('each code is told once, until the line is open', async () => {
  const facts = [
    waits,
    shows('one'),
    shows('one'),
    shows('two'),
    looks({ state: 'linking', since }),
    looks({ state: 'connected', since }, { address: '+54911' }),
  ]
  assert.deepEqual(await followed(facts), { end: { end: 'linked', address: '+54911' }, told: ['connecting', 'one', 'two', 'linking'] })
})

test('the number is waited for for a moment, and gone without where it is not told', async () => {
  const line = { state: 'connected' as const, since }
  assert.deepEqual((await followed([looks(line), looks(line, { address: '+54911' })])).end, { end: 'linked', address: '+54911' })
  assert.deepEqual((await followed([looks(line)])).end, { end: 'linked', address: null })
})

const ends: [name: string, facts: LinkingFacts[], end: unknown][] = [
  [
    'what a person has to mend is told with its cause',
    [waits, looks({ state: 'error', since, cause: 'qr_expired' })],
    { end: 'failed', state: 'error', cause: 'qr_expired' },
  ],
  [
    'the channel’s own words come first',
    [looks({ state: 'logged_out', since, cause: 'x' }, { detail: 'Removed' })],
    { end: 'failed', state: 'logged_out', cause: 'Removed' },
  ],
  ['a disconnected channel waits for nothing', [looks(null, { state: 'disconnected' })], { end: 'failed', state: 'disconnected', cause: 'disconnected' }],
  ['a kind without a line is not waited for', [looks(null, { state: 'connected' })], { end: 'not-linkable' }],
]
for (const [name, facts, end] of ends) test(name, async () => assert.deepEqual((await followed(facts)).end, end))

test('without patience it is looked once', async () => {
  assert.deepEqual(await followed([shows('one')], 0), { end: { end: 'late', shown: true }, told: ['one'] })
  assert.deepEqual((await followed([waits], 0)).end, { end: 'late', shown: false })
})

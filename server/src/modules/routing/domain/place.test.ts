import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inOrder, place, type Arrival, type Entrance } from './place.ts'

const queue = (id: string, rest: Partial<Entrance> = {}): Entrance => ({ id, position: 0, isDefault: false, isOpen: true, entry: {}, ...rest })
const general = queue('z', { isDefault: true })
const nothing: Arrival = { channelId: null, words: '', tagIds: [], language: null, load: 0 }
const taken = (queues: Entrance[], arrival: Partial<Arrival> = {}) => place(queues, { ...nothing, ...arrival }).queue?.id

test('the first queue that fits takes it, by position; what no other takes goes to the default one', () => {
  const sales = queue('a', { position: 2, entry: { keywords: ['precio'] } })
  const vip = queue('b', { position: 1, entry: { tagIds: ['vip'] } })
  assert.equal(taken([general, sales, vip], { words: '¿Qué PRECIO tiene?', tagIds: ['vip'] }), 'b')
  assert.equal(taken([general, sales, vip], { words: '¿Qué PRECIO tiene?' }), 'a')
  assert.equal(taken([general, sales, vip], { words: 'hola' }), 'z')
  assert.deepEqual(
    [...place([general, sales, vip], { ...nothing, words: 'precio' }).verdicts],
    [
      ['b', 'tags'],
      ['a', 'fits'],
      ['z', 'default_last'],
    ],
  )
})

test('keywords are whole words whatever their accents, also several in a row', () => {
  const of = (keywords: string[], words: string) => taken([queue('a', { entry: { keywords } }), general], { words }) === 'a'
  assert.ok(of(['cancion'], 'Una CANCIÓN, por favor'))
  assert.ok(of(['não'], 'nao sei'))
  assert.ok(of(['dar de baja'], 'Quiero dar  de\nbaja el servicio'))
  assert.ok(!of(['precio'], 'preciosa'))
  assert.ok(!of(['dar de baja'], 'dar baja de'))
  assert.ok(!of(['!!'], 'hola !!'))
})

test('channel, language and load are asked for; all that is given has to hold', () => {
  const of = (entry: Entrance['entry'], arrival: Partial<Arrival>) => taken([queue('a', { entry }), general], arrival) === 'a'
  assert.ok(of({ channelIds: ['c'] }, { channelId: 'c' }))
  assert.ok(!of({ channelIds: ['c'] }, { channelId: 'd' }))
  assert.ok(of({ languages: ['pt'] }, { language: 'pt-BR' }))
  assert.ok(!of({ languages: ['pt-BR'] }, { language: 'pt' }))
  assert.ok(!of({ languages: ['pt'] }, { language: null }))
  assert.ok(of({ loadAbove: 80 }, { load: 81 }))
  assert.ok(!of({ loadAbove: 80 }, { load: 80 }))
  assert.ok(of({ loadAbove: 80 }, { load: null }), 'where nobody is present nobody has room')
  assert.ok(!of({ channelIds: ['c'], languages: ['es'] }, { channelId: 'c', language: 'pt' }))
  assert.ok(of({ channelIds: [], keywords: [] }, {}), 'empty lists ask for nothing')
})

test('a closed queue takes nobody, but for the default one: nobody is sent away', () => {
  assert.equal(taken([queue('a', { isOpen: false }), general]), 'z')
  assert.equal(taken([queue('a', { isOpen: false }), { ...general, isOpen: false }]), 'z')
})

const entrances = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    position: fc.integer({ min: 0, max: 3 }),
    isDefault: fc.constant(false),
    isOpen: fc.boolean(),
    entry: fc.record({ keywords: fc.constantFrom<string[]>(['uno'], ['dos'], []), languages: fc.constantFrom<string[]>(['es'], ['pt']) }, { requiredKeys: [] }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const arrivals = fc.record({
  channelId: fc.constant(null),
  words: fc.constantFrom('uno', 'dos', 'tres'),
  tagIds: fc.constant([]),
  language: fc.constantFrom('es', 'pt-BR', null),
  load: fc.constant(0),
})

test('somebody always takes it, whatever order the queues are told in', () =>
  fc.assert(
    fc.property(entrances, arrivals, fc.infiniteStream(fc.nat()), (others, arrival, dice) => {
      const queues = [...others, general]
      const { queue: found, verdicts } = place(queues, arrival)
      assert.ok(found)
      assert.equal(verdicts.size, queues.length)
      assert.equal([...verdicts.values()].filter((verdict) => verdict === 'fits').length >= 1, true)
      const first = inOrder(queues).find(({ id }) => verdicts.get(id) === 'fits')
      assert.equal(found.id, first!.id)
      const shuffled = queues
        .map((one) => [dice.next().value as number, one] as const)
        .toSorted((a, b) => a[0] - b[0])
        .map(([, one]) => one)
      assert.equal(place(shuffled, arrival).queue!.id, found.id)
    }),
  ))

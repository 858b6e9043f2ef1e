import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { FlowTrigger } from '../definition.ts'
import { FlowTrigger as Trigger } from '../definition.ts'
import { conflictsIn, heard, problemsIn, startedBy } from '../index.ts'
import { begins, candidate, fits, says, trigger } from '../../test/occasions.ts'
import { flow, photo, text } from '../../test/world.ts'
import { triggerForms } from './forms.ts'
import { chooseFlow, indexTriggers } from './choose.ts'
import { readPath } from './webhook/read-path.ts'

const [channelId, campaignId, other] = ['a', 'b', 'c'].map((last) => `00000000-0000-4000-8000-00000000000${last}`) as [string, string, string]

describe('which flow begins', () => {
  const place = candidate('place', [{ type: 'any' }])
  const word = candidate('word', [{ type: 'keyword', words: ['cita'] }])
  const ad = candidate('ad', [{ type: 'referral', codes: ['PROMO10'] }])

  test('the flow of the channel is what is left when no other wants the message', () => {
    assert.equal(begins([place, word], says('hola'), 'place'), 'place any')
    assert.equal(begins([place, word], says('quiero una cita'), 'place'), 'word keyword')
    assert.equal(begins([place, word], says('quiero una cita')), 'word keyword')
  })
  test('whatever message begins nothing where the flow serves neither channel nor campaign', () => {
    assert.equal(begins([place], says('hola')), null)
    assert.equal(begins([candidate('first', [{ type: 'first_message' }])], says('hola', { isFirst: true })), null)
  })
  test('the first message begins the flow of the place, the second does not', () => {
    const first = candidate('first', [{ type: 'first_message' }])
    assert.equal(begins([first], says('hola', { isFirst: true }), 'first'), 'first first_message')
    assert.equal(begins([first], says('hola'), 'first'), null)
  })
  test('the more specific wins: a code of a link, the whole message, words in it', () => {
    const whole = candidate('whole', [{ type: 'keyword', words: ['quiero una cita'], match: 'exact' }])
    assert.equal(begins([place, word, ad], says('quiero una cita promo10'), 'place'), 'ad referral')
    assert.equal(begins([word, whole], says('quiero una cita')), 'whole keyword')
    assert.equal(begins([word, candidate('long', [{ type: 'keyword', words: ['una cita'] }])], says('quiero una cita hoy')), 'long keyword')
  })
  test('among equals the higher priority wins, then the older flow', () => {
    const younger = candidate('younger', [{ type: 'keyword', words: ['cita'] }])
    assert.equal(begins([younger, word], says('cita')), 'word keyword')
    assert.equal(begins([{ ...younger, priority: 1 }, word], says('cita')), 'younger keyword')
  })
  test('a notice of the platform begins none, a photo the one that takes whatever comes', () => {
    assert.equal(begins([place], says('', { message: heard({ type: 'system', event: 'number_changed' }) }), 'place'), null)
    assert.equal(begins([place, word], says('', { message: heard(photo()) }), 'place'), 'place any')
  })
})

describe('places, hours and ways to come', () => {
  test('a channel, a campaign, and only the first message there', () => {
    assert.equal(fits({ type: 'channel', channelIds: [channelId] }, says('x', { channelId })), true)
    assert.equal(fits({ type: 'channel', channelIds: [channelId] }, says('x', { channelId: other })), false)
    assert.equal(fits({ type: 'channel', campaignIds: [campaignId] }, says('x', { campaignId })), true)
    assert.equal(fits({ type: 'channel', channelIds: [channelId], onlyFirst: true }, says('x', { channelId })), false)
    const [channel, campaign] = [
      candidate('channel', [{ type: 'channel', channelIds: [channelId] }]),
      candidate('campaign', [{ type: 'channel', campaignIds: [campaignId] }]),
    ]
    assert.equal(begins([channel, campaign], says('x', { channelId, campaignId })), 'campaign channel')
  })
  test('outside the hours only what is meant for them begins', () => {
    const night = candidate('night', [{ type: 'outside_hours' }])
    const word = candidate('word', [{ type: 'keyword', words: ['cita'] }])
    assert.equal(begins([word, night], says('cita', { isClosed: true }), null, true), 'night outside_hours')
    assert.equal(begins([word], says('cita', { isClosed: true }), null, true), null)
    assert.equal(begins([night], says('cita')), null)
    assert.equal(fits({ type: 'outside_hours', campaignIds: [campaignId] }, says('x', { isClosed: true, campaignId: other })), false)
  })
  test('an advertisement by its reference, whatever advertisement, and a code in the text', () => {
    const came = says('hola', { referral: ['120330', 'https://fb.me/x'] })
    assert.equal(fits({ type: 'referral' }, came), true)
    assert.equal(fits({ type: 'referral' }, says('hola')), false)
    assert.equal(fits({ type: 'referral', refs: ['https://FB.me/x/'] }, came), true)
    assert.equal(fits({ type: 'referral', refs: ['999'] }, came), false)
    assert.equal(fits({ type: 'referral', codes: ['PROMO10'] }, says('Hola, vengo por promo10!')), true)
  })
  test('tags, stages, states and silence begin only what waits for them', () => {
    assert.equal(fits({ type: 'tag_added', tags: ['VIP'] }, { type: 'tag_added', tags: ['nuevo', 'vip'] }), true)
    assert.equal(fits({ type: 'tag_added', tags: ['VIP'] }, { type: 'tag_added', tags: ['nuevo'] }), false)
    assert.equal(fits({ type: 'tag_removed', tags: ['VIP'] }, { type: 'tag_removed', tags: ['nuevo', 'vip'] }), true)
    assert.equal(fits({ type: 'tag_removed', tags: ['VIP'] }, { type: 'tag_added', tags: ['vip'] }), false)
    assert.equal(fits({ type: 'state_changed', to: ['queued'] }, { type: 'state_changed', to: 'queued' }), true)
    assert.equal(fits({ type: 'state_changed', to: ['queued'] }, { type: 'state_changed', to: 'active' }), false)
    assert.equal(fits({ type: 'stage_changed', to: ['won'] }, { type: 'stage_changed', to: 'won' }), true)
    assert.equal(fits({ type: 'stage_changed', to: ['won'] }, { type: 'stage_changed', to: 'lost' }), false)
    assert.equal(fits({ type: 'missed_reply', hours: 3 }, { type: 'missed_reply' }), true)
    assert.equal(fits({ type: 'any' }, { type: 'missed_reply' }), false)
  })
})

test('a draft that is tried out alone serves where it is', () => {
  const draft = flow({ a: { type: 'message', text: 'x', next: null } }, { triggers: [{ type: 'first_message' }, { type: 'keyword', words: ['turno'] }] })
  const started = (words: string, isFirst: boolean) => startedBy(draft, heard(text(words)), { isFirst })?.type ?? null
  assert.deepEqual([started('hola', true), started('un turno', true), started('hola', false)], ['first_message', 'keyword', null])
})

test('flows that want the same are named, the one that gets it first', () => {
  const [a, b, c] = [
    candidate('a', [{ type: 'keyword', words: ['Cita', 'turno'] }]),
    candidate('b', [
      { type: 'keyword', words: ['cita '] },
      { type: 'tag_added', tags: ['VIP'] },
    ]),
    candidate('c', [{ type: 'tag_added', tags: ['vip'] }, { type: 'any' }], { priority: 5 }),
  ]
  assert.deepEqual(conflictsIn([a, b, c]), [
    { type: 'tag_added', shown: 'vip', flowIds: ['c', 'b'] },
    { type: 'keyword', shown: 'Cita', flowIds: ['a', 'b'] },
  ])
  assert.deepEqual(conflictsIn([a, candidate('d', [{ type: 'any' }]), candidate('e', [{ type: 'any' }])]), [])
})

test('a place in a JSON body is read, and nothing that is not its own', () => {
  const body = { customer: { phones: [{ number: '+54' }] }, n: 0 }
  assert.equal(readPath(body, 'customer.phones[0].number'), '+54')
  assert.equal(readPath(body, 'n'), 0)
  assert.equal(readPath(body, 'customer.phones[1].number'), undefined)
  assert.equal(readPath(body, 'constructor.name'), undefined)
  assert.equal(readPath(null, 'a'), undefined)
})

test('variables that a trigger brings are known to the steps, and what a trigger lacks is told', () => {
  const nodes = { a: { type: 'message' as const, text: 'Pedido {{order}}', next: null } }
  const codes = (triggers: FlowTrigger[]) => problemsIn(flow(nodes, { triggers })).map(({ code }) => code)
  const hook = trigger({ type: 'webhook', channelId, variables: [{ name: 'order', path: 'id' }], template: { name: 't', language: 'es' } })
  assert.ok(!codes([hook]).includes('flow.variable_unknown'))
  assert.ok(codes([trigger({ type: 'any' })]).includes('flow.variable_unknown'))
  assert.ok(codes([trigger({ type: 'channel' })]).includes('flow.trigger_without_place'))
  assert.ok(codes([trigger({ type: 'schedule', time: '09:00', tags: ['x'] })]).includes('flow.trigger_without_place'))
})

test('a trigger whose words nobody has written yet is not published', () => {
  const nodes = { a: { type: 'message' as const, text: 'Hola', next: null } }
  for (const { fresh } of [triggerForms.keyword, triggerForms.intent, triggerForms.tag_added, triggerForms.schedule])
    assert.ok(problemsIn(flow(nodes, { triggers: [fresh()] })).some(({ code, severity }) => code === 'flow.trigger_unwritten' && severity === 'error'))
  const written = trigger({ type: 'keyword', words: ['turno'] })
  assert.ok(!problemsIn(flow(nodes, { triggers: [written] })).some(({ code }) => code === 'flow.trigger_unwritten'))
})

describe('any flows, any message', () => {
  const words = fc.constantFrom('cita', 'turno', 'quiero una cita', 'precios', '👍', 'promo10')
  const triggers = fc.oneof(
    fc.constant({ type: 'any' as const }),
    fc.constant({ type: 'first_message' as const }),
    fc.record({
      type: fc.constant('keyword' as const),
      words: fc.array(words, { minLength: 1, maxLength: 3 }),
      match: fc.constantFrom('exact', 'anywhere', 'near'),
    }),
    fc.record({
      type: fc.constant('intent' as const),
      examples: fc.array(fc.oneof(words, fc.string({ minLength: 1, maxLength: 40 })), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('referral' as const), codes: fc.array(words, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('broadcast_reply' as const), templates: fc.subarray(['promo', 'aviso']), answers: fc.array(words, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('channel' as const), channelIds: fc.constantFrom([channelId], [other]) }),
  )
  const flows = fc.uniqueArray(
    fc.record({
      flowId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constant(''),
      priority: fc.integer({ min: -1, max: 1 }),
      createdAt: fc.integer({ min: 0, max: 2 }),
      triggers: fc.array(
        triggers.map((written) => Trigger.parse(written)),
        { maxLength: 3 },
      ),
    }),
    { selector: ({ flowId }) => flowId },
  )
  const place = fc.constantFrom('a', 'b', null)
  const said = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 80 }))
  const replyTo = fc.option(fc.record({ template: fc.constantFrom('promo', 'aviso', 'otra'), ageMs: fc.constantFrom(0, 72 * 3_600_000, 73 * 3_600_000) }))

  test('the same flow begins in whatever order they are known, and only one that wants it', () => {
    fc.assert(
      fc.property(flows, said, place, fc.boolean(), replyTo, (known, text, flowId, isFirst, answered) => {
        const occasion = says(text, { channelId, isFirst, replyTo: answered })
        const choice = chooseFlow(indexTriggers(known), occasion, { flowId })
        const again = chooseFlow(indexTriggers(known.toReversed()), occasion, { flowId })
        assert.equal(again?.flowId, choice?.flowId)
        if (choice) assert.ok(known.find((one) => one.flowId === choice.flowId)!.triggers.includes(choice.trigger))
      }),
    )
  })
  test('a flow more never lets one begin that was behind before', () => {
    fc.assert(
      fc.property(flows, said, place, replyTo, (known, text, flowId, answered) => {
        if (known.length < 2 || known.some(({ triggers: own }) => own.some(({ type }) => type === 'intent'))) return
        const occasion = says(text, { channelId, replyTo: answered })
        const all = chooseFlow(indexTriggers(known), occasion, { flowId })?.flowId
        const fewer = chooseFlow(indexTriggers(known.slice(1)), occasion, { flowId })?.flowId
        assert.ok(all === fewer || all === known[0]!.flowId)
      }),
    )
  })
})

type Texts = { name?: string; about?: string; fields?: Record<string, { label: string }>; choices?: Record<string, Record<string, string>> }
for (const type of Object.keys(triggerForms) as FlowTrigger['type'][])
  describe(`the trigger ${type}`, () => {
    const { fresh, fields } = triggerForms[type]
    test('begins as its schema wants it', () => assert.deepEqual(Trigger.parse(fresh()), fresh()))
    for (const language of ['es', 'pt-BR', 'en'])
      test(`has words for its fields and choices in ${language}`, async () => {
        const own = ((await import(`./${type}/texts/${language}.json`, { with: { type: 'json' } })) as { default: Texts }).default
        assert.ok(own.name && own.about)
        assert.deepEqual(
          Object.keys(own.fields ?? {}),
          fields.map(({ key }) => key),
        )
        for (const field of fields) if ('of' in field) assert.deepEqual(Object.keys(own.choices?.[field.key] ?? {}).toSorted(), [...field.of].toSorted())
      })
  })

import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, type Writer, writersTo } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** Flows that are tested against each other: shared out between people, and measured. */
let the: RunningProduct
let rui: Person
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Prueba ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api, { flow: false })
})

const { writes, conversationOf, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const greets = (words: string, more: Partial<FlowDraft> = {}): FlowDraft => ({
  schema: 1,
  start: 'a',
  triggers: [],
  nodes: { a: { type: 'message', text: words, next: null } },
  ...more,
})
/** Asks, and never comes to its end. */
const asks = (words: string): FlowDraft =>
  greets(words, {
    nodes: {
      a: { type: 'input', text: words, expect: 'text', saveAs: 'x', timeout: { seconds: 86_400, next: 'b' }, next: 'b' },
      b: { type: 'transfer_to_agent' },
    },
  })
const draft = async (name: string, definition: FlowDraft) => (await rui.api.ask(flowRoutes.create, { body: { name, definition } })).id
const publish = (id: string) => rui.api.ask(flowRoutes.publish, { params: { id }, body: {} })
const newFlow = (name: string, definition: FlowDraft) => publishFlow(rui.api, definition, { name })
const word = [{ type: 'keyword' as const, words: ['oferta'] }]

describe('flows that are tested against each other', () => {
  test('share the people out, each meets the same one again, and what becomes of them is counted', async () => {
    const short = await newFlow('Corta', greets('Corta'))
    const long = await newFlow('Larga', asks('Larga'))
    const own = await newFlow(
      'Propia',
      greets('Propia', {
        triggers: word,
        abTest: {
          against: [
            { flow: short, share: 30 },
            { flow: long, share: 30 },
          ],
        },
      }),
    )
    const many = Array.from({ length: 80 }, someone)
    await Promise.all(many.map((person) => writes(person, 'oferta')))
    await the.idle()
    const first = await Promise.all(many.map((person) => saidTo(person)))
    for (const name of ['Propia', 'Corta', 'Larga']) assert.ok(first.filter(([said]) => said === name).length >= 8, name)
    const compared = await rui.api.ask(flowRoutes.abTest, { params: { id: own } })
    const shown = Object.fromEntries(compared.arms.map(({ way, people: met, reached }) => [compared.flows.find(({ id }) => id === way)!.name, [met, reached]]))
    const met = (name: string) => first.filter(([said]) => said === name).length
    assert.deepEqual(shown, { Propia: [met('Propia'), met('Propia')], Corta: [met('Corta'), met('Corta')], Larga: [met('Larga'), 0] })
    assert.deepEqual([compared.isRunning, compared.goal, compared.verdict, compared.best], [true, 'finished', 'no_difference_yet', null])
    assert.ok(compared.needed > 80)

    const again = many.filter((_, at) => first[at]![0] !== 'Larga').slice(0, 12)
    for (const person of again) {
      const conversation = await conversationOf(person)
      await rui.api.ask(conversationRoutes.close, { params: { id: conversation.id }, body: {} })
      await writes(person, 'oferta')
    }
    await the.idle()
    for (const person of again) assert.deepEqual(await saidTo(person), first[many.indexOf(person)])
  })

  test('count whoever the team gives a tag afterwards, where that is what counts, and nobody who had it before', async () => {
    const other = await newFlow('Otra', greets('Otra'))
    const milestone = { what: 'tag' as const, tag: 'Compró' }
    const own = await newFlow('Propia', greets('Propia', { triggers: word, abTest: { milestone, against: [{ flow: other, share: 50 }] } }))
    const tag = async (person: Writer, ...tags: string[]) => {
      await rui.api.ask(conversationRoutes.tags, { params: { id: (await conversationOf(person)).id }, body: { tags } })
      await the.idle()
    }
    const before = someone()
    await writes(before, 'nada')
    await the.idle()
    await tag(before, 'compró')
    await rui.api.ask(conversationRoutes.close, { params: { id: (await conversationOf(before)).id }, body: {} })
    const [bought, ...others] = Array.from({ length: 4 }, someone)
    for (const person of [before, bought!, ...others]) await writes(person, 'oferta')
    await the.idle()
    const reached = async () => (await rui.api.ask(flowRoutes.abTest, { params: { id: own } })).arms.reduce((sum, arm) => sum + arm.reached, 0)
    assert.equal(await reached(), 0)
    await tag(bought!, 'COMPRÓ')
    await tag(others[0]!, 'otra')
    const compared = await rui.api.ask(flowRoutes.abTest, { params: { id: own } })
    assert.deepEqual([await reached(), compared.milestone], [1, milestone])
    assert.deepEqual(
      compared.arms.map(({ people }) => people).reduce((sum, count) => sum + count),
      5,
    )
    const [met] = await saidTo(bought!)
    assert.equal(compared.arms.find(({ way }) => way === (met === 'Otra' ? other : own))!.reached, 1)
    const byEnd = await rui.api.ask(flowRoutes.abTest, { params: { id: own }, query: { goal: 'finished' } })
    assert.deepEqual([byEnd.milestone, byEnd.arms.every(({ people, reached: all }) => people === all)], [null, true])
  })

  test('begin as themselves where somebody wants one, and leave everything as it was when the test is over', async () => {
    const other = await newFlow('Otra', greets('Otra'))
    const own = await newFlow('Propia', greets('Propia', { triggers: word, abTest: { against: [{ flow: other, share: 99 }] } }))
    const ana = someone()
    await writes(ana, 'nada')
    await the.idle()
    const { id } = await conversationOf(ana)
    await rui.api.ask(conversationRoutes.transfer, { params: { id }, body: { flowId: own } })
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['Propia'])
    assert.equal((await rui.api.refused(409, flowRoutes.remove, { params: { id: other } })).code, 'flow.in_use')

    await rui.api.ask(flowRoutes.update, { params: { id: own }, body: { settings: { abTest: null } } })
    await publish(own)
    const many = Array.from({ length: 5 }, someone)
    for (const person of many) await writes(person, 'oferta')
    await the.idle()
    for (const person of many) assert.deepEqual(await saidTo(person), ['Propia'])
    const compared = await rui.api.ask(flowRoutes.abTest, { params: { id: own } })
    assert.deepEqual([compared.isRunning, compared.arms], [false, []])
    await rui.api.ask(flowRoutes.remove, { params: { id: other } })
  })

  test('have to be other published flows, and leave the flow itself a share', async () => {
    const unpublished = await draft('Sin publicar', greets('Nunca'))
    const published = await newFlow('Otra', greets('Otra'))
    const own = await draft('Propia', greets('Propia'))
    const refused = async (against: { flow: string; share: number }[]) => {
      await rui.api.ask(flowRoutes.update, { params: { id: own }, body: { settings: { abTest: { goal: 'finished', against } } } })
      return (await rui.api.refused(422, flowRoutes.publish, { params: { id: own }, body: {} })).errors?.map(({ path, code }) => [path, code])
    }
    const missing = [['definition.abTest.against.0.flow', 'flow.ab_test_flow_missing']]
    assert.deepEqual(await refused([{ flow: unpublished, share: 50 }]), missing)
    assert.deepEqual(await refused([{ flow: own, share: 50 }]), missing)
    const strangers = await the.addTenant('Ajena')
    const theirs = (await strangers.api.ask(flowRoutes.list)).items[0]!.id
    assert.deepEqual(await refused([{ flow: theirs, share: 50 }]), missing)
    assert.deepEqual(
      await refused([
        { flow: published, share: 60 },
        { flow: published, share: 40 },
      ]),
      [
        ['definition', 'flow.ab_test_shares'],
        ['definition', 'flow.ab_test_flow_twice'],
      ],
    )
    await strangers.api.refused(404, flowRoutes.abTest, { params: { id: own } })
  })
})

describe('the variants of a step', () => {
  test('are compared by the stage that people come to and the event that is sent for them', async () => {
    const arm = (id: string, next: string) => ({ id, label: id, share: 50, next })
    const own = await newFlow('Variantes', {
      ...greets('', { triggers: word }),
      nodes: {
        a: { type: 'ab_split', arms: [arm('one', 'event'), arm('two', 'stage')], milestone: { what: 'stage', stage: 'won' } },
        event: { type: 'send_event', name: 'sold', data: [], next: 'end' },
        stage: { type: 'stage', stage: 'won', next: 'end' },
        end: { type: 'message', text: 'Gracias', next: null },
      },
    })
    for (const person of Array.from({ length: 12 }, someone)) await writes(person, 'oferta')
    await the.idle()
    const reached = async (query: { goalEvent?: string; goalStage?: 'won'; goalTag?: string }) => {
      const { arms } = await rui.api.ask(flowRoutes.arms, { params: { id: own }, query: { step: 'a', ...query } })
      assert.ok(arms.every(({ people }) => people > 0))
      return ['arm.one', 'arm.two'].map((way) => arms.filter((one) => one.way === way && one.reached === one.people).length)
    }
    assert.deepEqual(await reached({ goalEvent: 'sold' }), [1, 0])
    assert.deepEqual(await reached({}), [0, 1])
    assert.deepEqual(await reached({ goalStage: 'won' }), [0, 1])
    assert.deepEqual(await reached({ goalTag: 'nada' }), [0, 0])
    const both = await rui.api.send('GET', `/api/flows/${own}/arms?step=a&goalTag=x&goalEvent=sold`)
    assert.equal(both.status, 422)
  })
})

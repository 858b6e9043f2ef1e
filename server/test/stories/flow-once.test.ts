import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, writersTo, type Writer } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** What happens once for a contact, or once in some days: that a flow begins, and that a step lets them through. */
let the: RunningProduct
let rui: Person
let number: Number
const day = 86_400_000
before(async () => {
  ;({ the } = await startBesideGraph())
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Una vez ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api, { flow: false })
})

const { writes, says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const pass = async (ms: number) => {
  await the.clock.advance(ms)
  rui = await the.signIn(rui.email)
  await the.idle()
}
const say = (words: string) => ({ type: 'message' as const, text: words, next: null })
const newFlow = async (name: string, more: Partial<FlowDraft>) => {
  const definition: FlowDraft = { schema: 1, start: 'a', nodes: { a: say(name) }, ...more }
  return publishFlow(rui.api, definition, { name })
}

/** Contacts who have written before, elsewhere. */
const known = async (count: number): Promise<Writer[]> => {
  const elsewhere = await connectNumber(the.url, rui.api, { flow: false })
  const many = Array.from({ length: count }, someone)
  for (const person of many) await writes(person, 'nada', { on: elsewhere })
  await the.idle()
  return many
}

describe('a flow that begins once for each contact', () => {
  test('leaves the next occasion to the flow that wants it next, and begins again when its days are over', async () => {
    await newFlow('Promoción', { triggers: [{ type: 'keyword', words: ['oferta'] }], once: { days: 30 }, priority: 5 })
    await newFlow('Ya la viste', { triggers: [{ type: 'keyword', words: ['oferta'] }] })
    const [ana, eva] = [someone(), someone()]
    for (const words of ['oferta', 'oferta']) await says(ana, words)
    await says(eva, 'oferta')
    assert.deepEqual(await saidTo(ana), ['Promoción', 'Ya la viste'])
    assert.deepEqual(await saidTo(eva), ['Promoción'])
    await pass(29 * day)
    await says(ana, 'oferta')
    await pass(day)
    await says(ana, 'oferta')
    assert.deepEqual(await saidTo(ana), ['Promoción', 'Ya la viste', 'Ya la viste', 'Promoción'])
  })

  test('leaves people to people where no other flow wants them', async () => {
    await newFlow('Bienvenida', { triggers: [{ type: 'keyword', words: ['hola'] }], once: {} })
    const ana = someone()
    await says(ana)
    await rui.api.ask(conversationRoutes.close, { params: { id: (await hers(ana)).id }, body: {} })
    await pass(400 * day)
    await says(ana)
    assert.deepEqual(await saidTo(ana), [], 'in the new conversation nothing was said')
    assert.notEqual((await hers(ana)).floor, 'flow')
  })

  test('does not begin again by a program, which is told why; somebody of the team can begin it all the same', async () => {
    const id = await newFlow('Encuesta', {
      triggers: [{ type: 'webhook', channelId: number.channelId, phone: 'phone', variables: [] }],
      once: {},
    })
    const { path } = await rui.api.ask(flowRoutes.createHook, { params: { id } })
    const ana = someone()
    await says(ana)
    const call = async () => {
      const answer = await fetch(`${the.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: `+${ana.phone}` }),
      })
      await the.idle()
      return (await answer.json()) as { begun: boolean; why: string | null }
    }
    const first = await call()
    assert.deepEqual([first.begun, first.why], [true, null])
    const second = await call()
    assert.deepEqual([second.begun, second.why], [false, 'begun_before'])
    assert.deepEqual(await saidTo(ana), ['Encuesta'])
    await rui.api.ask(conversationRoutes.transfer, { params: { id: (await hers(ana)).id }, body: { flowId: id } })
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['Encuesta', 'Encuesta'])
  })

  test('begins once, however many conversations and repeated deliveries ask for it at the same moment', async () => {
    const second = await connectNumber(the.url, rui.api, { flow: false })
    await newFlow('Promoción', { triggers: [{ type: 'keyword', words: ['oferta'] }], once: {} })
    const many = await known(15)
    await Promise.all(
      many.flatMap((ana) => [number, second, number, second].map((on, index) => writes(ana, 'oferta', { on, id: `wamid.${ana.phone}.${index % 2}` }))),
    )
    await the.idle()
    for (const ana of many) {
      assert.deepEqual([...(await saidTo(ana)), ...(await saidTo(ana, second))], ['Promoción'])
    }
  })
})

describe('a step that lets each contact through once', () => {
  const definition = (days?: number): Partial<FlowDraft> => ({
    triggers: [{ type: 'keyword', words: ['menú'] }],
    start: 'once',
    nodes: { once: { type: 'once', first: 'first', again: 'again', ...(days !== undefined && { days }) }, first: say('Primera vez'), again: say('Otra vez') },
  })

  test('knows them in another conversation, after a new version, and as new when its days are over', async () => {
    const id = await newFlow('Menú', definition(7))
    const ana = someone()
    for (const words of ['menú', 'menú']) await says(ana, words)
    assert.deepEqual(await saidTo(ana), ['Primera vez', 'Otra vez'])
    await rui.api.ask(conversationRoutes.close, { params: { id: (await hers(ana)).id }, body: {} })
    await rui.api.ask(flowRoutes.publish, { params: { id }, body: {} })
    await pass(6 * day)
    await says(ana, 'menú')
    assert.deepEqual(await saidTo(ana), ['Otra vez'])
    await pass(day)
    await says(ana, 'menú')
    assert.deepEqual(await saidTo(ana), ['Otra vez', 'Primera vez'])
  })

  test('lets one through as the first, of conversations that come to it at the same moment', async () => {
    const second = await connectNumber(the.url, rui.api, { flow: false })
    await newFlow('Menú', definition())
    const many = await known(15)
    await Promise.all(many.flatMap((ana) => [writes(ana, 'menú'), writes(ana, 'menú', { on: second })]))
    await the.idle()
    for (const ana of many) assert.deepEqual([...(await saidTo(ana)), ...(await saidTo(ana, second))].toSorted(), ['Otra vez', 'Primera vez'])
  })

  test('counts in the flow that it stands in, whichever flow goes into that', async () => {
    const inner = await newFlow('Saludo', { ...definition(), triggers: [] })
    for (const words of ['uno', 'dos'])
      await newFlow(words, { triggers: [{ type: 'keyword', words: [words] }], nodes: { a: { type: 'subflow', flow: inner, next: null } as never } })
    const ana = someone()
    for (const words of ['uno', 'dos']) await says(ana, words)
    assert.deepEqual(await saidTo(ana), ['Primera vez', 'Otra vez'])
  })
})

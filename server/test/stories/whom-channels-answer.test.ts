import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import {
  auditRoutes,
  campaignRoutes,
  channelRoutes,
  conversationRoutes,
  flowRoutes,
  queueRoutes,
  type ChannelAnswers,
  type ClosedBehaviour,
  type FlowDraft,
} from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, serve, someone, writersTo, type Writer } from '../kit/flows.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** To whom the flows of a business answer on one of its numbers. */
let the: RunningProduct
let rui: Person
let number: Number
let noon: Date
before(async () => {
  ;({ the } = await startBesideGraph())
  const now = await the.clock.now()
  // A Monday.
  noon = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7), 15))
})
let tests = 0
beforeEach(async () => {
  await the.clock.set(noon)
  rui = await the.addTenant(`A quién ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api)
})

const { says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const newFlow = (words: string, triggers: FlowDraft['triggers']) => {
  const nodes: FlowDraft['nodes'] = {
    a: { type: 'input', text: words, expect: 'text', saveAs: 'one', next: 'b' },
    b: { type: 'input', text: `${words}, paso 2`, expect: 'text', saveAs: 'two', next: null },
  }
  return publishFlow(rui.api, { schema: 1, start: 'a', triggers, nodes }, { name: words })
}
const answers = (to: ChannelAnswers) => rui.api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { answers: to } })
/** A flow for everything, one for a word, and one by a tag. */
const flows = async () => {
  const reception = await newFlow('Recepción', [{ type: 'any' }])
  await serve(rui.api, number.channelId, reception)
  await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
  await newFlow('Para VIP', [{ type: 'tag_added', tags: ['vip'] }])
  return reception
}
/** Closed for five minutes at noon. */
const monday = [
  { from: '09:00', to: '12:02' },
  { from: '12:07', to: '18:00' },
]
const hours = { always: false, weekly: { '1': monday }, special: [], holidays: null }
const keepsHours = (closed?: ClosedBehaviour) =>
  rui.api.ask(campaignRoutes.create, {
    body: { name: 'Atención', channelIds: [number.channelId], hours, timeZone: 'America/Argentina/Buenos_Aires', ...(closed && { closed }) },
  })
const passes = (minutes: number) => the.clock.set(new Date(noon.getTime() + minutes * 60_000))
const tag = async (person: Writer) => {
  await rui.api.ask(conversationRoutes.tags, { params: { id: (await hers(person)).id }, body: { tags: ['vip'] } })
  await the.idle()
}
const heardFrom = async (person: Writer, words: string): Promise<[string[], string]> => {
  await says(person, words)
  return [await saidTo(person), (await hers(person)).floor]
}

describe('a number that answers nobody', () => {
  test('lets everybody wait for people: no word, no flow of its own and no event begins anything', async () => {
    await flows()
    await answers({ to: 'nobody' })
    const [ana, eva] = [someone(), someone()]
    assert.deepEqual(await heardFrom(ana, 'cita'), [[], 'nobody'])
    assert.deepEqual(await heardFrom(eva, 'hola'), [[], 'nobody'])
    await tag(ana)
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'nobody'])
  })
  test('says nothing outside its hours, either', async () => {
    await keepsHours({ do: 'close', text: 'Hasta mañana' })
    await answers({ to: 'nobody' })
    await passes(3)
    const ana = someone()
    await says(ana)
    const { state, id } = await hers(ana)
    const { items } = await rui.api.ask(conversationRoutes.messages, { params: { id } })
    assert.deepEqual([state === 'closed', items.some(({ direction }) => direction === 'out')], [false, false])
  })
  test('lets a person and a program begin what they name', async () => {
    const reception = await flows()
    await answers({ to: 'nobody' })
    const ana = someone()
    await says(ana)
    const { id } = await hers(ana)
    const refused = await rui.api.refused(409, conversationRoutes.floor, { params: { id }, body: { floor: 'flow' } })
    assert.equal(refused.code, 'channel.not_answered')
    await rui.api.ask(conversationRoutes.transfer, { params: { id }, body: { flowId: reception } })
    assert.deepEqual(await heardFrom(ana, 'Ana'), [['Recepción', 'Recepción, paso 2'], 'flow'])

    const called = await newFlow('Pedido', [{ type: 'webhook', channelId: number.channelId, phone: 'phone', variables: [] }])
    const { token } = await rui.api.ask(flowRoutes.createHook, { params: { id: called } })
    const eva = someone()
    await says(eva)
    const call = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: `+${eva.phone}` }) }
    assert.equal((await fetch(`${the.url}/api/flow-hooks/${token}`, call)).status, 202)
    await the.idle()
    assert.deepEqual(await saidTo(eva), ['Pedido'])
  })
})

describe('a number that answers only test numbers', () => {
  test('knows them in every spelling, and nobody else', async () => {
    await flows()
    const [ana, eva] = [someone(), someone()]
    // As people write it down: without the 9 that WhatsApp has.
    const local = `011 ${ana.phone.slice(5, 9)}-${ana.phone.slice(9)}`
    const { answers: kept } = await answers({ to: 'test_numbers', numbers: [local, `+${ana.phone}`] })
    assert.ok(kept.to === 'test_numbers' && kept.numbers.length === 1, 'one number, however often')
    assert.deepEqual(await heardFrom(ana, 'cita'), [['Citas'], 'flow'])
    assert.deepEqual(await heardFrom(eva, 'cita'), [[], 'nobody'])
    await tag(eva)
    assert.deepEqual(await saidTo(eva), [])
  })
  test('takes no words for numbers', async () => {
    const body = { answers: { to: 'test_numbers' as const, numbers: ['+5491155550000', 'Ana'] } }
    const refused = await rui.api.refused(422, channelRoutes.update, { params: { id: number.channelId }, body })
    assert.deepEqual(
      refused.errors?.map(({ path, code }) => [path, code]),
      [['answers.numbers.1', 'channel.test_number_invalid']],
    )
  })
})

describe('a number that answers outside the hours', () => {
  test('leaves everybody to people while they are there, and answers when they are not', async () => {
    await flows()
    await keepsHours()
    await answers({ to: 'outside_hours' })
    const [ana, eva] = [someone(), someone()]
    assert.deepEqual((await heardFrom(ana, 'cita'))[0], [])
    await newFlow('Cerrado', [{ type: 'outside_hours' }])
    await passes(3)
    assert.deepEqual(await heardFrom(eva, 'hola'), [['Cerrado'], 'flow'])
    await passes(8)
    assert.deepEqual(await heardFrom(eva, 'un turno'), [['Cerrado', 'Cerrado, paso 2'], 'flow'], 'what began while it was closed is brought to its end')
    await says(eva, 'mañana')
    assert.deepEqual((await heardFrom(eva, 'cita'))[0], ['Cerrado', 'Cerrado, paso 2'], 'and nothing begins after it')
  })
  test('answers nobody where no campaign says its hours: somebody is always there', async () => {
    await flows()
    await answers({ to: 'outside_hours' })
    assert.deepEqual(await heardFrom(someone(), 'cita'), [[], 'nobody'])
  })
})

describe('a choice that leaves people out', () => {
  test('ends what runs with them at their next word, which waits for people', async () => {
    await flows()
    const [ana, eva] = [someone(), someone()]
    await says(ana)
    await says(eva)
    await answers({ to: 'test_numbers', numbers: [`+${eva.phone}`] })
    assert.deepEqual(await heardFrom(ana, 'Ana'), [['Recepción'], 'nobody'])
    assert.equal((await hers(ana)).state, 'queued')
    assert.deepEqual(await heardFrom(eva, 'Eva'), [['Recepción', 'Recepción, paso 2'], 'flow'])
  })
  test('does not end what a person began with them, after which nothing begins', async () => {
    const reception = await flows()
    const ana = someone()
    await says(ana)
    await rui.api.ask(conversationRoutes.transfer, { params: { id: (await hers(ana)).id }, body: { flowId: reception } })
    await answers({ to: 'nobody' })
    const before = await saidTo(ana)
    await says(ana, 'Ana')
    await says(ana, 'nada más')
    assert.deepEqual(await heardFrom(ana, 'cita'), [[...before, 'Recepción, paso 2'], 'nobody'])
  })
  test('keeps the bot from coming back after a pause: whoever took over keeps it', async () => {
    await flows()
    const ana = someone()
    await says(ana)
    const { id } = await hers(ana)
    await rui.api.ask(conversationRoutes.floor, { params: { id }, body: { floor: 'human', pause: 'hour' } })
    await answers({ to: 'nobody' })
    await the.clock.set(new Date(noon.getTime() + 61 * 60_000))
    await the.signInAgain(rui)
    assert.deepEqual(await heardFrom(ana, '¿Hola?'), [['Recepción'], 'human'])
    assert.equal((await hers(ana)).botReturnsAt, null)
  })
  test('is in the trail, with what it was', async () => {
    await answers({ to: 'nobody' })
    const record = await the.until(
      async () => (await rui.api.ask(auditRoutes.list, { query: { action: 'channel.changed' } })).items[0],
      'the record is in the trail',
    )
    assert.deepEqual([record.before, record.after], [{ answers: { to: 'everyone' } }, { answers: { to: 'nobody' } }])
  })
})

describe('what begins by itself, on a number that leaves people out,', () => {
  const promo = { type: 'template' as const, name: 'promo', language: 'es', components: [] }
  const sendsPromo = async (person: Writer) => {
    await rui.api.ask(conversationRoutes.send, { params: { id: (await hers(person)).id }, body: { content: promo, takeFloor: false } })
    await the.idle()
  }
  const inMinutes = async (minutes: number) => {
    const { timeZone } = (
      await the.admin.query<{ timeZone: string }>('select time_zone as "timeZone" from tenancy.tenant_card where tenant_id = $1', [rui.tenantId])
    ).rows[0]!
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(noon.getTime() + minutes * 60_000))
  }

  beforeEach(() => serve(rui.api, number.channelId, null))

  test('at a time: writes to nobody, and to test numbers alone', async () => {
    const [ana, eva] = [someone(), someone()]
    for (const person of [ana, eva]) {
      await says(person)
      await tag(person)
    }
    await newFlow('Novedades', [{ type: 'schedule', time: await inMinutes(2), channelId: number.channelId, tags: ['vip'] }])
    await newFlow('Más tarde', [{ type: 'schedule', time: await inMinutes(5), channelId: number.channelId, tags: ['vip'] }])
    await answers({ to: 'nobody' })
    await passes(3)
    await the.idle()
    assert.deepEqual([await saidTo(ana), await saidTo(eva)], [[], []])
    await answers({ to: 'test_numbers', numbers: [`+${ana.phone}`] })
    await passes(6)
    await the.idle()
    assert.deepEqual([(await saidTo(ana)).at(-1), await saidTo(eva)], ['Más tarde', []])
  })

  test('by an answer to a template: begins with test numbers alone, and with nobody while people are there', async () => {
    await newFlow('Promo', [{ type: 'broadcast_reply' }])
    await keepsHours()
    const replies = async (to: ChannelAnswers | ((phone: string) => ChannelAnswers)) => {
      const person = someone()
      await says(person)
      await sendsPromo(person)
      // Whoever still waits for people would go on waiting.
      await rui.api.ask(conversationRoutes.close, { params: { id: (await hers(person)).id }, body: {} })
      await answers(typeof to === 'function' ? to(`+${person.phone}`) : to)
      return heardFrom(person, 'me interesa')
    }
    await answers({ to: 'nobody' })
    assert.deepEqual(await replies({ to: 'nobody' }), [[], 'nobody'])
    assert.deepEqual(await replies({ to: 'test_numbers', numbers: ['+5491155550000'] }), [[], 'nobody'])
    assert.deepEqual(await replies({ to: 'outside_hours' }), [[], 'nobody'])
    assert.deepEqual(await replies((phone) => ({ to: 'test_numbers', numbers: [phone] })), [['Promo'], 'flow'])
  })

  test('by the overflow of a queue: whoever the channel does not answer goes on waiting for people', async () => {
    const overflowing = await newFlow('Desborde', [{ type: 'by_person' }])
    const { id: campaignId } = await rui.api.ask(campaignRoutes.create, {
      body: { name: 'Atención', channelIds: [number.channelId], routing: [{ strategy: 'manual', weight: 1 }] },
    })
    const [queue] = (await rui.api.ask(queueRoutes.list, { query: { campaignId } })).items
    const change = { maxWaitSeconds: 60, overflow: { to: 'flow' as const, flowId: overflowing } }
    await rui.api.ask(queueRoutes.update, { params: { id: queue!.id }, body: change })
    const [ana, eva] = [someone(), someone()]
    await answers({ to: 'test_numbers', numbers: [`+${ana.phone}`] })
    for (const person of [ana, eva]) await says(person)
    await passes(2)
    await the.idle()
    const [answered, waiting] = [await hers(ana), await hers(eva)]
    assert.deepEqual([await saidTo(ana), answered.floor], [['Desborde'], 'flow'])
    assert.deepEqual([await saidTo(eva), waiting.floor, waiting.state, waiting.queue?.id], [[], 'nobody', 'queued', queue!.id])
  })
})

test('the simulator answers everyone, whatever is asked of it', async () => {
  const id = await simulatorOf(rui.api)
  assert.deepEqual((await rui.api.ask(channelRoutes.read, { params: { id } })).answers, { to: 'everyone' })
  const refused = await rui.api.refused(422, channelRoutes.update, { params: { id }, body: { answers: { to: 'nobody' } } })
  assert.equal(refused.code, 'channel.answers_fixed')
})

describe('a number that may be a person’s own', () => {
  const settings = { baseUrl: 'http://127.0.0.1:9', apiKey: 'a-key-of-nobodys' }
  const added = (more: object) => rui.api.ask(channelRoutes.create, { body: { kind: 'waha', name: 'Propio', settings, ...more } })
  test('answers nobody at first, and everyone once a flow is named for it; what was chosen stays', async () => {
    const flowId = await flows()
    const plain = await added({})
    assert.equal(plain.answers.to, 'nobody')
    assert.equal((await added({ flowId })).answers.to, 'everyone')
    assert.equal((await added({ flowId, answers: { to: 'nobody' } })).answers.to, 'nobody')
    const change = (body: object) => rui.api.ask(channelRoutes.update, { params: { id: plain.id }, body })
    assert.equal((await change({ flowId, answers: { to: 'nobody' } })).answers.to, 'nobody')
    assert.equal((await change({ flowId: null })).answers.to, 'nobody')
    assert.equal((await change({ flowId })).answers.to, 'everyone')
  })
})

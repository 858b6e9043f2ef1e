import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { apiKeyRoutes, campaignRoutes, chatRoutes, conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { templateButton } from '../doubles/graph-api/inbound.ts'
import { createApi, type Api } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, serve, someone, writersTo, type Writer } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { connectNumber, threadOf, type Number } from '../kit/whatsapp.ts'

/** By what flows begin, of all that a business has published. */
let the: RunningProduct
let rui: Person
let number: Number
let noon: Date
before(async () => {
  ;({ the } = await startBesideGraph())
  const now = await the.clock.now()
  noon = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7), 15))
  await the.clock.set(noon)
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Disparadores ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api)
})

const { says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const newFlow = async (words: string, triggers: FlowDraft['triggers'], more: Partial<FlowDraft> = {}) => {
  const definition: FlowDraft = {
    schema: 1,
    start: 'a',
    triggers,
    nodes: { a: { type: 'message', text: words, next: 'b' }, b: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'more', next: null } },
    ...more,
  }
  return publishFlow(rui.api, definition, { name: words })
}
const serves = (flowId: string | null) => serve(rui.api, number.channelId, flowId)

describe('which flow begins with a message', () => {
  test('a word begins its flow on every channel, everything else the flow of the channel', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'quiero una cita')
    await says(eva, 'hola')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0]], ['Citas', 'Recepción'])
  })
  test('a word begins its flow where no flow serves the channel; other words wait for people', async () => {
    await serves(null)
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'cita')
    await says(eva, 'hola')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['Citas', '¿Algo más?'], 'flow'])
    assert.deepEqual([await saidTo(eva), (await hers(eva)).floor], [[], 'nobody'])
  })
  test('what is published counts from the next message on, and what is removed no longer', async () => {
    await serves(await newFlow('Recepción', [{ type: 'first_message' }, { type: 'any' }]))
    const id = await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const [ana, eva, iris] = [someone(), someone(), someone()]
    await says(ana, 'cita')
    const other = await newFlow('Citas, antes', [{ type: 'keyword', words: ['cita'] }], { priority: 1 })
    await says(eva, 'cita')
    await rui.api.ask(flowRoutes.remove, { params: { id: other } })
    await rui.api.ask(flowRoutes.remove, { params: { id } })
    await says(iris, 'cita')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0], (await saidTo(iris))[0]], ['Citas', 'Citas, antes', 'Recepción'])
  })
  test('what somebody clearly wants, and what they came by', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Precios', [{ type: 'intent', examples: ['¿cuánto cuesta una limpieza?', 'lista de precios', 'precio de la consulta'] }])
    await newFlow('Promo', [{ type: 'referral', refs: ['120330'], codes: ['PROMO10'] }])
    const [ana, eva, iris] = [someone(), someone(), someone()]
    await says(ana, 'hola, cuanto cuesta la limpieza')
    await says(eva, 'hola', { referral: { source_id: '120330', source_type: 'ad', source_url: 'https://example.org/x' } })
    await says(iris, 'Hola! Vengo por PROMO10')
    assert.deepEqual([(await saidTo(ana))[0], (await saidTo(eva))[0], (await saidTo(iris))[0]], ['Precios', 'Promo', 'Promo'])
  })
  test('outside the hours only what is meant for them', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const weekly = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '15:00', to: '16:00' }]]))
    const hours = { always: false, weekly, special: [], holidays: null }
    await rui.api.ask(campaignRoutes.create, {
      body: { name: 'Noche', channelIds: [number.channelId], hours, timeZone: 'America/Argentina/Buenos_Aires', closed: { do: 'tell', text: 'Cerrado' } },
    })
    const [ana, eva] = [someone(), someone()]
    await says(ana, 'cita')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'nobody'])
    await newFlow('De noche', [{ type: 'outside_hours' }])
    await says(eva, 'cita')
    assert.deepEqual([(await saidTo(eva))[0], (await hers(eva)).floor], ['De noche', 'flow'])
  })
  test('a run that is under way hears the word of another flow as an answer', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }]))
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const ana = someone()
    await says(ana, 'hola')
    await says(ana, 'cita')
    assert.deepEqual(await saidTo(ana), ['Recepción', '¿Algo más?'])
    await says(ana, 'cita')
    assert.equal((await saidTo(ana)).at(-2), 'Citas')
  })
})

describe('a flow whose triggers name a place', () => {
  test('is published only where there is such a place, a neighbour’s as little as nobody’s', async () => {
    const neighbour = await the.addTenant('Vecinos')
    const theirs = await connectNumber(the.url, neighbour.api)
    const nodes = { a: { type: 'message' as const, text: 'x', next: null } }
    const nobodys = '01900000-0000-7000-8000-000000000000'
    for (const channelId of [theirs.channelId, nobodys]) {
      const definition: FlowDraft = { schema: 1, start: 'a', triggers: [{ type: 'channel', channelIds: [channelId] }], nodes }
      const { id } = await rui.api.ask(flowRoutes.create, { body: { name: 'Ajeno', definition } })
      const refused = await rui.api.refused(422, flowRoutes.publish, { params: { id }, body: {} })
      assert.deepEqual(
        refused.errors?.map(({ path, code }) => [path, code]),
        [['definition.triggers.0.channelIds', 'flow.trigger_place_unknown']],
      )
    }
    await newFlow('Aquí', [{ type: 'channel', channelIds: [number.channelId] }])
    const ana = someone()
    await says(ana, 'hola')
    assert.equal((await saidTo(ana))[0], 'Aquí')
  })
})

describe('flows that want the same', () => {
  test('are told of, with the one that begins', async () => {
    const first = await newFlow('Citas', [{ type: 'keyword', words: ['Cita'] }])
    const second = await newFlow('Turnos', [{ type: 'keyword', words: ['cita', 'turno'] }])
    const flow = (id: string) => rui.api.ask(flowRoutes.read, { params: { id } })
    const shared = async (id: string) => (await flow(id)).problems.filter(({ code }) => code === 'flow.trigger_shared').map(({ values }) => values)
    assert.deepEqual((await rui.api.ask(flowRoutes.conflicts)).items, [
      {
        type: 'keyword',
        shown: 'Cita',
        flows: [
          { id: first, name: 'Citas' },
          { id: second, name: 'Turnos' },
        ],
      },
    ])
    assert.deepEqual(await shared(second), [{ trigger: 'keyword', wanted: 'Cita', flows: 'Citas', first: 'Citas' }])
    const { items } = await rui.api.ask(flowRoutes.list, { query: { limit: 100 } })
    for (const { id, problems } of items) {
      const whole = (await flow(id)).problems
      const errors = whole.filter(({ severity }) => severity === 'error').length
      assert.deepEqual(problems, { errors, warnings: whole.length - errors }, 'the list counts what the flow tells')
    }
    const { definition } = await flow(second)
    await rui.api.ask(flowRoutes.update, { params: { id: second }, body: { definition: { ...definition, priority: 5 } } })
    assert.deepEqual(await shared(second), [{ trigger: 'keyword', wanted: 'cita', flows: 'Citas', first: 'Turnos' }])
    await rui.api.ask(flowRoutes.publish, { params: { id: second }, body: {} })
    const ana = someone()
    await says(ana, 'cita')
    assert.equal((await saidTo(ana))[0], 'Turnos')
  })
})

describe('an answer to a template', () => {
  const hour = 3_600_000
  const promo = (name = 'promo') => ({ type: 'template' as const, name, language: 'es', components: [] })
  /** A flow that only says something, so that the next message begins one again. */
  const only = (words: string, triggers: FlowDraft['triggers']) => newFlow(words, triggers, { nodes: { a: { type: 'message', text: words, next: null } } })
  const receptionAnd = async (triggers: FlowDraft['triggers']) => {
    await serves(await only('Recepción', [{ type: 'any' }]))
    return only('Promo', triggers)
  }
  /** The team sends somebody something, without taking them from the bot; its id at the provider. */
  const sends = async (person: Writer, content: ReturnType<typeof promo> | { type: 'text'; text: string }, more: { takeFloor?: boolean } = {}) => {
    const { id } = await hers(person)
    await rui.api.ask(conversationRoutes.send, { params: { id }, body: { content, takeFloor: false, ...more } })
    await the.idle()
    return (await threadOf(rui.api, id)).findLast(({ direction }) => direction === 'out')!.providerMessageId!
  }
  const presses = async (person: Writer, label: string, quotes: string) => {
    assert.equal(await number.write(person, [templateButton(person, 'PROMO', label, { quotes, at: await the.clock.now() })]), 200)
    await the.idle()
  }
  const lastSaidTo = async (person: Writer) => (await saidTo(person)).at(-1)

  test('begins its flow by whatever follows the template, and by what quotes it or presses its button later on', async () => {
    await receptionAnd([{ type: 'broadcast_reply', templates: ['promo'] }])
    const [ana, eva, iris, leo] = [someone(), someone(), someone(), someone()]
    const sent = new Map<Writer, string>()
    for (const person of [ana, eva, iris, leo]) {
      await says(person)
      sent.set(person, await sends(person, promo()))
    }
    for (const person of [eva, iris, leo]) await sends(person, { type: 'text', text: 'Además abrimos el sábado' })
    await says(ana, 'me interesa')
    await says(eva, 'me interesa')
    await says(iris, 'me interesa', { quotes: sent.get(iris)! })
    await presses(leo, 'Lo quiero', sent.get(leo)!)
    assert.deepEqual([await saidTo(ana), await lastSaidTo(eva)], [['Recepción', 'Promo'], 'Recepción'])
    assert.deepEqual([await lastSaidTo(iris), await lastSaidTo(leo)], ['Promo', 'Promo'])
    await says(ana, '¿y el precio?')
    assert.equal(await lastSaidTo(ana), 'Recepción', 'the template has been answered: the flow spoke since')
  })

  test('to another template, with other words or too late begins what else there is', async () => {
    await receptionAnd([{ type: 'broadcast_reply', templates: ['promo'], answers: ['Lo quiero'], withinHours: 2 }])
    const [ana, eva, iris] = [someone(), someone(), someone()]
    for (const person of [ana, eva, iris]) await says(person)
    await sends(ana, promo('aviso'))
    await says(ana, 'lo quiero')
    const sent = await sends(eva, promo())
    await says(eva, 'no sé')
    await sends(iris, promo())
    assert.deepEqual([await lastSaidTo(ana), await lastSaidTo(eva)], ['Recepción', 'Recepción'])
    await presses(eva, 'Lo quiero', sent)
    assert.equal(await lastSaidTo(eva), 'Promo')
    await the.clock.advance(2 * hour + 60_000)
    rui = await the.signIn(rui.email)
    await says(iris, 'lo quiero')
    assert.equal(await lastSaidTo(iris), 'Recepción')
  })

  test('is not heard where a person has the floor, nor where a flow sent the template', async () => {
    await serves(await only('Recepción', [{ type: 'any' }]))
    await only('Promo', [{ type: 'broadcast_reply' }])
    await newFlow('Avisos', [{ type: 'keyword', words: ['avisame'] }], {
      nodes: { a: { type: 'template', template: { name: 'aviso', language: 'es' }, next: null } },
    })
    const [ana, eva] = [someone(), someone()]
    await says(ana)
    await sends(ana, promo(), { takeFloor: true })
    await says(ana, 'me interesa')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['Recepción'], 'human'])
    await says(eva, 'avisame')
    await says(eva, 'ok')
    assert.deepEqual(await saidTo(eva), ['plantilla aviso', 'Recepción'])
  })

  test('that opens a conversation anew counts where no flow serves the channel, and not in the next one', async () => {
    await serves(null)
    await only('Promo', [{ type: 'broadcast_reply' }])
    const close = async (person: Writer) => {
      await rui.api.ask(conversationRoutes.close, { params: { id: (await hers(person)).id }, body: {} })
      await the.idle()
    }
    const ana = someone()
    await says(ana)
    await sends(ana, promo())
    await close(ana)
    await says(ana, 'quiero saber más')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['Promo'], 'flow'])
    await close(ana)
    await says(ana, 'otra cosa')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'nobody'])
  })

  test('begins its flow where a program opened the conversation and nobody has it, not where a person did', async () => {
    await serves(null)
    await only('Promo', [{ type: 'broadcast_reply' }])
    await newFlow('Citas', [{ type: 'keyword', words: ['cita'] }])
    const { secret } = await rui.api.ask(apiKeyRoutes.create, { body: { name: 'Difusiones', scopes: ['conversations.read', 'conversations.reply'] } })
    const writesTo = async (api: Api, { phone }: Writer, content: ReturnType<typeof promo>) => {
      await api.ask(chatRoutes.send, { params: { id: number.channelId }, body: { to: phone, content, takeFloor: true } })
      await the.idle()
    }
    const [ana, eva] = [someone(), someone()]
    await writesTo(createApi(the.url, null, secret), ana, promo())
    await writesTo(rui.api, eva, promo())
    assert.deepEqual([(await hers(ana)).floor, (await hers(ana)).state], ['human', 'queued'])
    for (const person of [ana, eva]) await says(person, 'una cita')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor, (await hers(ana)).state], [['Promo'], 'flow', 'bot'])
    assert.deepEqual([await saidTo(eva), (await hers(eva)).floor], [[], 'human'])
  })

  test('is published with a word about a template that no channel has', async () => {
    const id = await newFlow('Promo', [{ type: 'broadcast_reply', templates: ['promo', 'aviso'] }])
    const told = async () =>
      (await rui.api.ask(flowRoutes.read, { params: { id } })).problems
        .filter(({ code }) => code === 'flow.trigger_template_unknown')
        .map(({ severity, field, values }) => [severity, field, values])
    assert.deepEqual(await told(), [], 'nothing is known yet')
    await the.admin.query('insert into templates.sync (tenant_id, channel_id, tried_at, synced_at) values ($1, $2, now(), now())', [
      rui.tenantId,
      number.channelId,
    ])
    await the.admin.query(
      `insert into templates.template (tenant_id, id, channel_id, name, language, category, status, parts, is_fillable) values ($1, gen_random_uuid(), $2, 'promo', 'es', 'marketing', 'approved', '{}', true)`,
      [rui.tenantId, number.channelId],
    )
    assert.deepEqual(await told(), [['warning', 'triggers.0.templates', { name: 'aviso' }]])
  })

  test('is published with a word where no channel sends templates', async () => {
    rui = await the.addTenant(`Disparadores ${(tests += 1)}`)
    const id = await newFlow('Promo', [{ type: 'broadcast_reply' }])
    const told = async () =>
      (await rui.api.ask(flowRoutes.read, { params: { id } })).problems.map(({ code }) => code).includes('flow.trigger_templates_not_sent')
    assert.equal(await told(), false)
    await rui.api.send('PUT', `/api/simulator/${await simulatorOf(rui.api)}/profile`, { profile: 'qr' })
    assert.equal(await told(), true)
  })
})

describe('words that work at every step', () => {
  test('“baja” stops the bot and is kept as the wish not to be written to', async () => {
    await serves(await newFlow('Recepción', [{ type: 'any' }], { always: { stop: ['baja', 'chau'], cancel: ['cancelar'] } }))
    const [ana, eva] = [someone(), someone()]
    const wish = async (person: Writer) =>
      (
        await the.admin.query<{ marketing_allowed: boolean | null }>('select marketing_allowed from contacts.contact where tenant_id = $1 and phone = $2', [
          rui.tenantId,
          `+${person.phone}`,
        ])
      ).rows[0]!.marketing_allowed
    await says(ana, 'hola')
    await says(ana, 'BAJA')
    await says(eva, 'hola')
    await says(eva, 'chau')
    assert.deepEqual([await wish(ana), await wish(eva)], [false, null])
    const iris = someone()
    await says(iris, 'hola')
    await says(iris, 'cancelar')
    assert.deepEqual([(await hers(iris)).floor, (await hers(iris)).state], ['flow', 'bot'])
  })
})

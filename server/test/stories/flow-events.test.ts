import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, writersTo, type Writer } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationWith, type Number } from '../kit/whatsapp.ts'

/** Flows that begin without a word of the customer: something happened, a time has come, another program calls. */
let the: RunningProduct
let rui: Person
let number: Number
const hour = 3_600_000
before(async () => {
  ;({ the } = await startBesideGraph())
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Sucesos ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api, { flow: false })
})

const { says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const tag = async (person: Writer, ...tags: string[]) => {
  await rui.api.ask(conversationRoutes.tags, { params: { id: (await hers(person)).id }, body: { tags } })
  await the.idle()
}
const take = async (person: Writer) => rui.api.ask(conversationRoutes.assign, { params: { id: (await hers(person)).id }, body: {} })
const answers = async (person: Writer, words: string) => {
  await rui.api.ask(conversationRoutes.send, {
    params: { id: (await hers(person)).id },
    body: { content: { type: 'text', text: words }, clientId: crypto.randomUUID(), takeFloor: false },
  })
  await the.idle()
}
const pass = async (ms: number) => {
  await the.clock.advance(ms)
  rui = await the.signIn(rui.email)
  await the.idle()
}
const newFlow = async (words: string, triggers: FlowDraft['triggers'], nodes?: FlowDraft['nodes']) => {
  const definition: FlowDraft = {
    schema: 1,
    start: 'a',
    triggers,
    nodes: nodes ?? { a: { type: 'message', text: words, next: 'b' }, b: { type: 'input', text: '¿Y?', expect: 'text', saveAs: 'more', next: null } },
  }
  return publishFlow(rui.api, definition, { name: words })
}

describe('a tag', () => {
  test('begins its flow in a conversation that nobody has, once', async () => {
    await newFlow('Hola, VIP', [{ type: 'tag_added', tags: ['VIP'] }])
    const ana = someone()
    await says(ana)
    await tag(ana, 'otra')
    assert.deepEqual(await saidTo(ana), [])
    await tag(ana, 'otra', 'vip')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['Hola, VIP', '¿Y?'], 'flow'])
    await tag(ana, 'vip')
    assert.equal((await saidTo(ana)).length, 2)
  })
  test('that is taken off begins its flow; one that was not there begins nothing', async () => {
    await newFlow('Ya no es moroso', [{ type: 'tag_removed', tags: ['Moroso'] }])
    const ana = someone()
    await says(ana)
    await tag(ana, 'moroso', 'otra')
    await tag(ana, 'moroso')
    assert.deepEqual(await saidTo(ana), [])
    await tag(ana, 'vip')
    assert.deepEqual(await saidTo(ana), ['Ya no es moroso', '¿Y?'])
  })
  test('that a flow takes off begins the flow that wants that, once the first one is over', async () => {
    await newFlow('Se fue', [{ type: 'tag_removed', tags: ['moroso'] }])
    await newFlow('Pago', [{ type: 'tag_added', tags: ['pagó'] }], {
      a: { type: 'tag', add: [], remove: ['Moroso', 'nunca'], next: 'b' },
      b: { type: 'message', text: 'Gracias', next: null },
    })
    const ana = someone()
    await says(ana)
    await tag(ana, 'moroso')
    await tag(ana, 'moroso', 'pagó')
    assert.deepEqual(await saidTo(ana), ['Gracias', 'Se fue', '¿Y?'])
  })
  test('takes no conversation from whoever has it, unless its trigger is to', async () => {
    await newFlow('Hola, VIP', [{ type: 'tag_added', tags: ['VIP'] }])
    await newFlow('Encuesta', [{ type: 'tag_added', tags: ['encuesta'], takesOver: true }])
    const ana = someone()
    await says(ana)
    await take(ana)
    await tag(ana, 'VIP')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'human'])
    await tag(ana, 'VIP', 'encuesta')
    assert.deepEqual([(await saidTo(ana))[0], (await hers(ana)).floor, (await hers(ana)).assignee], ['Encuesta', 'flow', null])
  })
})

describe('a state', () => {
  test('begins a flow, which does not go round when it ends in the same state', async () => {
    const nodes = { a: { type: 'message' as const, text: 'Ya te atienden', next: 'b' }, b: { type: 'transfer_to_agent' as const } }
    await newFlow('Espera', [{ type: 'state_changed', to: ['queued', 'assigned'] }], nodes)
    const ana = someone()
    await says(ana)
    await take(ana)
    await rui.api.ask(conversationRoutes.assign, { params: { id: (await hers(ana)).id }, body: { userId: null } })
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['Ya te atienden'])
  })
})

describe('a customer who does not answer', () => {
  test('is asked by the flow after these hours, and not when they answered', async () => {
    await newFlow('¿Sigues ahí?', [{ type: 'missed_reply', hours: 3 }])
    const [ana, eva] = [someone(), someone()]
    for (const person of [ana, eva]) {
      await says(person)
      await take(person)
      await answers(person, '¿Qué modelo quieres?')
    }
    await pass(hour)
    await says(eva, 'el rojo')
    await pass(2 * hour + 60_000)
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['¿Sigues ahí?', '¿Y?'], 'flow'])
    assert.deepEqual([await saidTo(eva), (await hers(eva)).floor], [[], 'human'])
  })
})

describe('a time', () => {
  test('begins the flow with those who have the tag, once each time', async () => {
    const [ana, eva, iris] = [someone(), someone(), someone()]
    for (const person of [ana, eva, iris]) await says(person)
    await tag(ana, 'novedades')
    await tag(iris, 'novedades')
    await the.admin.query('update contacts.contact set marketing_allowed = false where tenant_id = $1 and phone = $2', [rui.tenantId, `+${iris.phone}`])
    const at = new Date((await the.clock.now()).getTime() + 2 * hour)
    const { timeZone } = (
      await the.admin.query<{ timeZone: string }>('select time_zone as "timeZone" from tenancy.tenant_card where tenant_id = $1', [rui.tenantId])
    ).rows[0]!
    const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
    await newFlow('Novedades', [{ type: 'schedule', time, channelId: number.channelId, tags: ['Novedades'] }])
    assert.deepEqual(await saidTo(ana), [])
    await pass(2 * hour)
    assert.deepEqual([await saidTo(ana), await saidTo(eva), await saidTo(iris)], [['Novedades', '¿Y?'], [], []])
    await says(ana, 'gracias')
    await pass(24 * hour)
    // A day later nobody has written within the window: without a template nobody is reached.
    assert.deepEqual(await saidTo(ana), ['Novedades', '¿Y?'])
  })
})

describe('another program', () => {
  const call = (token: string, body: unknown) =>
    fetch(`${the.url}/api/flow-hooks/${token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const nodes = {
    a: { type: 'message' as const, text: 'Tu pedido {{order}} está listo', next: 'b' },
    b: { type: 'input' as const, text: '¿Lo retiras?', expect: 'text' as const, saveAs: 'x', next: null },
  }
  const hooked = async (template?: { name: string; language: string; values: string[] }) => {
    const variables = [{ name: 'order', path: 'order.id' }]
    const id = await newFlow(
      'Pedido listo',
      [{ type: 'webhook', channelId: number.channelId, phone: 'customer.phone', name: 'customer.name', variables, ...(template && { template }) }],
      nodes,
    )
    return { id, ...(await rui.api.ask(flowRoutes.createHook, { params: { id } })) }
  }

  test('begins a flow with what it brings, with somebody who wrote within the window', async () => {
    const ana = someone()
    await says(ana)
    const { token } = await hooked()
    const answered = await call(token, { order: { id: 77 }, customer: { phone: `+${ana.phone}` } })
    assert.deepEqual([answered.status, ((await answered.json()) as { begun: boolean }).begun], [202, true])
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['Tu pedido 77 está listo', '¿Lo retiras?'])
  })
  test('reaches also who never answered what another flow opened with: a template without an answer holds nobody', async () => {
    const first = await hooked({ name: 'pedido_listo', language: 'es', values: ['{{order}}'] })
    const second = await hooked({ name: 'encuesta', language: 'es', values: [] })
    const ana = someone()
    const body = { order: { id: 'A-5' }, customer: { phone: `+${ana.phone}`, name: 'Ana' } }
    await call(first.token, body)
    await the.idle()
    const answered = (await (await call(second.token, body)).json()) as { begun: boolean; why: string | null }
    await the.idle()
    assert.deepEqual([answered.begun, answered.why], [true, null])
    assert.deepEqual(await saidTo(ana), ['plantilla pedido_listo', 'plantilla encuesta'])
    await says(ana, 'sí')
    assert.deepEqual((await saidTo(ana)).slice(2), ['Tu pedido A-5 está listo', '¿Lo retiras?'])
  })
  test('reaches somebody new by a template, and the flow begins with the answer', async () => {
    const { token } = await hooked({ name: 'pedido_listo', language: 'es', values: ['{{order}}'] })
    const ana = someone()
    assert.equal((await call(token, { order: { id: 'A-5' }, customer: { phone: `+${ana.phone}`, name: 'Ana' } })).status, 202)
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['plantilla pedido_listo'])
    await says(ana, 'sí')
    assert.deepEqual((await saidTo(ana)).slice(1), ['Tu pedido A-5 está listo', '¿Lo retiras?'])
  })
  test('is told why nothing begins, and leaves nothing behind', async () => {
    const { token, id } = await hooked()
    const ana = someone()
    const told = await (await call(token, { order: {}, customer: { phone: `+${ana.phone}` } })).json()
    assert.deepEqual(told, { begun: false, conversationId: null, why: 'window_closed' })
    assert.equal(await conversationWith(rui.api, number.channelId, ana.phone), undefined)
    for (const [body, code] of [
      [{}, 'flow_hook.phone_missing'],
      [{ customer: { phone: 'x' } }, 'contact.phone_invalid'],
      [{ customer: { phone: { toString: 'x' } } }, 'flow_hook.phone_missing'],
    ] as const) {
      const refused = await call(token, body)
      assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [422, code])
    }
    const again = await rui.api.ask(flowRoutes.createHook, { params: { id } })
    assert.equal((await call(token, {})).status, 404)
    assert.equal((await call(again.token, {})).status, 422)
    await rui.api.ask(flowRoutes.removeHook, { params: { id } })
    assert.equal((await call(again.token, {})).status, 404)
  })
})

describe('a flow that waits for something to happen', () => {
  const wait = (more: object) => ({
    type: 'wait_for' as const,
    timeout: { seconds: 7200, next: 'late' },
    tags: [],
    hears: true,
    happened: 'done',
    next: 'heard',
    ...more,
  })
  const waiting = async (
    more: { event: 'tag_added' | 'tag_removed' | 'webhook'; tags?: string[]; hears?: boolean },
    triggers: FlowDraft['triggers'] = [{ type: 'keyword', words: ['pedido'], match: 'anywhere' }],
    done = 'Listo',
  ) => {
    const say = (text: string) => ({ type: 'message' as const, text, next: null })
    const id = await newFlow('Espero', triggers, {
      a: { type: 'message', text: 'Espero', next: 'wait' },
      wait: wait(more),
      done: say(done),
      ...(more.hears !== false && { heard: say('Escribiste') }),
      late: say('Se hizo tarde'),
    })
    const ana = someone()
    await says(ana, 'pedido')
    return { id, ana }
  }

  test('goes on by a tag, once, and by no other tag', async () => {
    const { ana } = await waiting({ event: 'tag_added', tags: ['Pagado'] })
    await tag(ana, 'otra')
    assert.deepEqual(await saidTo(ana), ['Espero'])
    await tag(ana, 'otra', 'PAGADO')
    assert.deepEqual(await saidTo(ana), ['Espero', 'Listo'])
    await tag(ana, 'otra')
    await tag(ana, 'otra', 'pagado')
    await pass(3 * hour)
    assert.deepEqual(await saidTo(ana), ['Espero', 'Listo'])
  })

  test('goes on when a tag is taken off', async () => {
    const { ana } = await waiting({ event: 'tag_removed', tags: ['moroso'] })
    await tag(ana, 'Moroso', 'otra')
    await tag(ana, 'Moroso')
    assert.deepEqual(await saidTo(ana), ['Espero'])
    await tag(ana, 'otra')
    assert.deepEqual(await saidTo(ana), ['Espero', 'Listo'])
  })

  test('hears the customer meanwhile, or does not where its author does not want that', async () => {
    const { ana } = await waiting({ event: 'tag_added', tags: ['pagado'] })
    await says(ana, '¿ya está?')
    assert.deepEqual(await saidTo(ana), ['Espero', 'Escribiste'])
    rui = await the.addTenant(`Sordo ${(tests += 1)}`)
    number = await connectNumber(the.url, rui.api)
    const { ana: eva } = await waiting({ event: 'tag_added', tags: ['pagado'], hears: false })
    await says(eva, '¿ya está?')
    assert.deepEqual(await saidTo(eva), ['Espero'])
    await tag(eva, 'pagado')
    assert.deepEqual(await saidTo(eva), ['Espero', 'Listo'])
  })

  test('goes on when its time is over', async () => {
    const { ana } = await waiting({ event: 'tag_added', tags: ['pagado'] })
    await pass(2 * hour + 60_000)
    assert.deepEqual(await saidTo(ana), ['Espero', 'Se hizo tarde'])
    await tag(ana, 'pagado')
    assert.deepEqual(await saidTo(ana), ['Espero', 'Se hizo tarde'])
  })

  test('goes on by a call of another program, with what that brings', async () => {
    const { id, ana } = await waiting(
      { event: 'webhook', hears: false },
      [
        { type: 'keyword', words: ['pedido'], match: 'anywhere' },
        { type: 'webhook', channelId: number.channelId, phone: 'phone', variables: [{ name: 'receipt', path: 'receipt' }] },
      ],
      'Pagado: {{receipt}}',
    )
    const { token } = await rui.api.ask(flowRoutes.createHook, { params: { id } })
    const call = async (body: object) => {
      const answered = await fetch(`${the.url}/api/flow-hooks/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { begun, why } = (await answered.json()) as { begun: boolean; why: string }
      return [answered.status, begun, why]
    }
    assert.deepEqual(await call({ phone: `+${ana.phone}`, receipt: 'R-9' }), [202, false, 'goes_on'])
    await the.idle()
    assert.deepEqual(await saidTo(ana), ['Espero', 'Pagado: R-9'])
  })
})

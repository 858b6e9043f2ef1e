import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import {
  campaignRoutes,
  channelRoutes,
  conversationRoutes,
  flowRoutes,
  hostRoutes,
  teamRoutes,
  type Campaign,
  type CampaignSettings,
  type FlowTrigger,
} from '@chasqui/contracts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

/** What a service campaign makes of the conversations of its channels. */
let graph: GraphApi
let the: RunningProduct
let rui: Person
let number: Number
/** The next Monday, 12:00 in Buenos Aires, 09:00 in Mexico City, 16:00 or 17:00 in Madrid. */
let noon: Date
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  const now = await the.clock.now()
  noon = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7), 15))
  await the.clock.set(noon)
  rui = await the.addTenant('Campañas')
})

const hour = 3_600_000
let tests = 0
let people = 0
beforeEach(async () => {
  tests += 1
  number = await connectNumber(the.url, rui.api)
})

const someone = () => ({ phone: `549117${String((people += 1)).padStart(7, '0')}`, name: `Ana ${people}` })
type Customer = ReturnType<typeof someone>
const says = async (person: Customer, words = 'hola', on = number) => {
  assert.equal(await on.write(person, [text(person, words, { at: await the.clock.now() })]), 200)
  await the.idle()
}
const hers = async ({ phone }: Customer, on = number) => (await conversationWith(rui.api, on.channelId, phone))!
const linesOf = async (person: Customer) => {
  const all = (await conversationsOf(rui.api, number.channelId)).filter(({ contact }) => contact.phone === `+${person.phone}`)
  const lines: string[] = []
  for (const { id } of all.toReversed())
    for (const { sender, content } of await threadOf(rui.api, id))
      if (sender.kind !== 'contact')
        lines.push(`${sender.kind}: ${'text' in content && content.text ? content.text : content.type === 'system' ? content.event : content.type}`)
  return lines
}
const weekdays = (from: string, to: string) => ({
  always: false,
  weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from, to }]])),
  special: [],
  holidays: null,
})
const make = (settings: Partial<CampaignSettings> = {}): Promise<Campaign> =>
  rui.api.ask(campaignRoutes.create, { body: { name: `Ventas ${tests}`, channelIds: [number.channelId], ...settings } })
const closedNow = { hours: weekdays('15:00', '16:00'), timeZone: 'America/Argentina/Buenos_Aires' }
const newFlow = async (words: string, then: 'transfer' | 'stay' = 'stay', triggers?: FlowTrigger[]) => {
  const nodes =
    then === 'stay'
      ? { a: { type: 'message' as const, text: words, next: null } }
      : { a: { type: 'message' as const, text: words, next: 'b' }, b: { type: 'transfer_to_agent' as const } }
  const flow = await rui.api.ask(flowRoutes.create, {
    body: { name: words, definition: { schema: 1, start: 'a', nodes, ...(triggers && { triggers }) } as never },
  })
  await rui.api.ask(flowRoutes.publish, { params: { id: flow.id }, body: {} })
  return flow.id
}

describe('a conversation that begins on the channel of a campaign', () => {
  test('is in the campaign, has its tags, and the bot of the channel answers', async () => {
    const { id, name } = await make({ tags: ['VIP', 'Otoño'] })
    const ana = someone()
    await says(ana)
    const conversation = await hers(ana)
    assert.deepEqual(conversation.campaign, { id, name })
    assert.deepEqual(conversation.tags.map((tag) => tag.name).toSorted(), ['Otoño', 'VIP'])
    assert.equal(conversation.floor, 'flow')
  })

  test('waits for people from the start where the campaign wants no bot', async () => {
    await make({ bot: { on: false, flowId: null } })
    const ana = someone()
    await says(ana)
    const { state, floor, waitingSince } = await hers(ana)
    assert.deepEqual([state, floor, waitingSince !== null], ['queued', 'nobody', true])
    assert.deepEqual(await linesOf(ana), [])
  })

  test('is answered by the campaign’s own flow', async () => {
    await make({ bot: { on: true, flowId: await newFlow('Soy el de la campaña') } })
    const ana = someone()
    await says(ana)
    assert.deepEqual(await linesOf(ana), ['flow: Soy el de la campaña'])
  })

  test('is in none while the campaign is paused, and in it again when it goes on', async () => {
    const { id } = await make({ bot: { on: false, flowId: null } })
    const state = (wanted: 'active' | 'paused') => rui.api.ask(campaignRoutes.update, { params: { id }, body: { state: wanted } })
    await state('paused')
    const [ana, eva] = [someone(), someone()]
    await says(ana)
    assert.deepEqual([(await hers(ana)).campaign, (await hers(ana)).floor], [null, 'flow'])
    await state('active')
    await says(eva)
    assert.deepEqual([(await hers(eva)).campaign?.id, (await hers(eva)).floor], [id, 'nobody'])
    // What runs in the other one is over as soon as she says something: the campaign wants no bot.
    await says(ana, 'quiero hablar con alguien')
    assert.deepEqual([(await hers(ana)).campaign?.id, (await hers(ana)).floor, (await hers(ana)).state], [id, 'nobody', 'queued'])
  })

  test('what is open on its channels when it begins is placed in it', async () => {
    const ana = someone()
    await says(ana)
    assert.equal((await hers(ana)).campaign, null)
    const { id } = await make({ tags: ['Traída'] })
    await the.idle()
    const { campaign, tags } = await hers(ana)
    assert.deepEqual([campaign?.id, tags.map(({ name }) => name)], [id, ['Traída']])
  })

  test('the bot is told off in a conversation that it holds when the campaign switches it off', async () => {
    const { id } = await make()
    const ana = someone()
    await says(ana)
    const before = await linesOf(ana)
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { bot: { on: false, flowId: null } } })
    await rui.api.refused(409, conversationRoutes.floor, { params: { id: (await hers(ana)).id }, body: { floor: 'flow' } })
    await says(ana, '1')
    assert.deepEqual([(await hers(ana)).state, (await hers(ana)).floor], ['queued', 'nobody'])
    assert.deepEqual(await linesOf(ana), before)
  })
})

describe('outside the hours', () => {
  test('the same hours are open in one zone and closed in another', async () => {
    for (const [zone, open] of [
      ['America/Argentina/Buenos_Aires', true],
      ['America/Mexico_City', false],
      ['Europe/Madrid', false],
    ] as const) {
      const tenantOf = await the.addTenant(`Zona ${zone}`)
      const own = await connectNumber(the.url, tenantOf.api)
      const made = await tenantOf.api.ask(campaignRoutes.create, {
        body: { name: 'Horas', channelIds: [own.channelId], hours: weekdays('10:00', '13:00'), timeZone: zone, closed: { do: 'tell', text: 'Cerrado' } },
      })
      assert.equal(made.isOpenNow, open, zone)
      const ana = someone()
      await says(ana, 'hola', own)
      const conversation = (await conversationWith(tenantOf.api, own.channelId, ana.phone))!
      const told = (await threadOf(tenantOf.api, conversation.id)).filter(({ sender }) => sender.kind === 'system')
      assert.equal(told.length, open ? 0 : 1, zone)
      assert.equal(conversation.floor, open ? 'flow' : 'nobody', zone)
    }
  })

  test('customers are told once per closing, and go on waiting', async () => {
    await make({ ...closedNow, closed: { do: 'tell', text: 'Volvemos {{opens}}' } })
    const ana = someone()
    await says(ana)
    await says(ana, '¿hay alguien?')
    assert.deepEqual(await linesOf(ana), ['system: Volvemos 15:00'])
    const { state, waitingSince } = await hers(ana)
    assert.deepEqual([state, waitingSince !== null], ['queued', true])
    // Open from 15 to 16 o'clock; it is told anew in the evening.
    await the.clock.advance(5 * hour)
    rui = await the.signIn(rui.email)
    await says(ana, 'sigo esperando')
    assert.deepEqual(await linesOf(ana), ['system: Volvemos 15:00', 'system: Volvemos martes 15:00'])
    await the.clock.set(noon)
    rui = await the.signIn(rui.email)
  })

  test('a conversation that somebody has is left to them', async () => {
    await make({ ...closedNow, closed: { do: 'tell', text: 'Cerrado' } })
    const ana = someone()
    await says(ana)
    await rui.api.ask(conversationRoutes.assign, { params: { id: (await hers(ana)).id }, body: {} })
    await the.clock.advance(28 * hour)
    rui = await the.signIn(rui.email)
    await says(ana, 'hola')
    assert.equal((await linesOf(ana)).filter((line) => line.startsWith('system: Cerrado')).length, 1)
    await the.clock.set(noon)
    rui = await the.signIn(rui.email)
  })

  test('without a word they wait', async () => {
    await make({ ...closedNow, closed: { do: 'wait' } })
    const ana = someone()
    await says(ana)
    assert.deepEqual([(await hers(ana)).state, await linesOf(ana)], ['queued', []])
  })

  test('a flow that looks at the hours goes its own way in them and outside of them', async () => {
    const say = (words: string) => ({ type: 'message' as const, text: words, next: null })
    const definition = {
      schema: 1,
      start: 'hours',
      nodes: { hours: { type: 'business_hours', open: 'open', closed: 'closed' }, open: say('Acá estamos'), closed: say('Ya cerramos') },
    }
    const { id: flowId } = await rui.api.ask(flowRoutes.create, { body: { name: 'Horas', definition: definition as never } })
    await rui.api.ask(flowRoutes.publish, { params: { id: flowId }, body: {} })
    const { id } = await make({ bot: { on: true, flowId } })
    const [ana, eva] = [someone(), someone()]
    await says(ana)
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { ...closedNow, closed: { do: 'flow', flowId } } })
    await says(eva)
    assert.deepEqual([await linesOf(ana), await linesOf(eva)], [['flow: Acá estamos'], ['flow: Ya cerramos']])
  })

  test('a flow of its own answers; handing over itself, it leaves them waiting', async () => {
    await make({ ...closedNow, closed: { do: 'flow', flowId: await newFlow('De noche', 'transfer') }, bot: { on: false, flowId: null } })
    const ana = someone()
    await says(ana)
    await says(ana, '¿y?')
    assert.deepEqual(
      (await linesOf(ana)).filter((line) => line.startsWith('flow')),
      ['flow: De noche'],
    )
    assert.deepEqual([(await hers(ana)).state, (await hers(ana)).floor], ['queued', 'human'])
  })

  test('the flow of its own begins whatever its triggers, once in each closing', async () => {
    const night = await newFlow('Solo si dicen noche', 'stay', [{ type: 'keyword', words: ['noche'] }])
    const { id } = await make({ bot: { on: false, flowId: null } })
    const [ana, eva] = [someone(), someone()]
    // Eva waits since the hours.
    await says(eva)
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { ...closedNow, closed: { do: 'flow', flowId: night } } })
    for (const person of [ana, eva]) {
      await says(person, 'hola')
      await says(person, '¿y?')
      await says(person, '¿hay alguien?')
      assert.deepEqual(await linesOf(person), ['flow: Solo si dicen noche'])
      assert.deepEqual([(await hers(person)).state, (await hers(person)).floor], ['queued', 'nobody'])
    }
  })

  test('they are told once, and every conversation that begins is closed', async () => {
    await make({ ...closedNow, closed: { do: 'close', text: 'Escribinos mañana' } })
    const ana = someone()
    await says(ana)
    await says(ana, 'bueno')
    assert.deepEqual(await linesOf(ana), ['system: Escribinos mañana', 'system: closed', 'system: closed'])
    assert.ok((await conversationsOf(rui.api, number.channelId)).every(({ state }) => state === 'closed'))
  })

  test('who was waiting when it closed keeps their turn', async () => {
    await make({
      hours: weekdays('11:00', '13:00'),
      timeZone: 'America/Argentina/Buenos_Aires',
      closed: { do: 'close', text: 'Cerrado' },
      bot: { on: false, flowId: null },
    })
    const ana = someone()
    await says(ana)
    await the.clock.advance(2 * hour)
    rui = await the.signIn(rui.email)
    await says(ana, '¿hola?')
    assert.deepEqual([(await hers(ana)).state, await linesOf(ana)], ['queued', ['system: Cerrado']])
    await the.clock.set(noon)
    rui = await the.signIn(rui.email)
  })

  test('a flow that hands over after closing leads there, too', async () => {
    const { id } = await make({ bot: { on: true, flowId: await newFlow('Te paso', 'transfer') } })
    const ana = someone()
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { ...closedNow, closed: { do: 'tell', text: 'Mañana' } } })
    // A conversation that the bot holds since the hours: here, one that began on the channel before.
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { hours: { always: true } } })
    const holds = await newFlow('Un momento')
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { bot: { on: true, flowId: holds } } })
    await says(ana)
    const hands = await newFlow('Te paso con alguien', 'transfer')
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { ...closedNow, bot: { on: true, flowId: hands } } })
    await says(ana, 'hola de nuevo')
    assert.deepEqual(
      (await linesOf(ana)).filter((line) => !line.includes('handed_over')),
      ['flow: Un momento', 'flow: Te paso con alguien', 'system: Mañana'],
    )
    assert.equal((await hers(ana)).state, 'queued')
  })

  test('a suspended organisation says nothing, and tells them when it works again', async () => {
    await make({ ...closedNow, closed: { do: 'tell', text: 'Cerrado' } })
    const ana = someone()
    the.owner = await the.signIn(the.owner.email)
    await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: rui.tenantId } })
    await says(ana)
    await the.owner.api.ask(hostRoutes.resumeTenant, { params: { id: rui.tenantId } })
    rui = await the.signIn(rui.email)
    assert.deepEqual([(await hers(ana)).state, await linesOf(ana)], ['queued', []])
    await says(ana, '¿hola?')
    assert.deepEqual(await linesOf(ana), ['system: Cerrado'])
  })

  test('a holiday is closed, and says so', async () => {
    // 2030-03-05 is carnival in Argentina.
    const { id } = await make({ hours: { ...weekdays('09:00', '18:00'), holidays: 'AR' }, timeZone: 'America/Argentina/Buenos_Aires' })
    const ask = (at: string) => rui.api.ask(campaignRoutes.hours, { params: { id }, query: { at } })
    const answer = await ask('2030-03-05T15:00:00Z')
    assert.deepEqual([answer.open, answer.rule, answer.holiday?.es, answer.changesAt], [false, 'holiday', 'Carnaval', '2030-03-06T12:00:00.000Z'])
    const { items } = await rui.api.ask(campaignRoutes.holidays, { query: { country: 'AR', year: 2030 } })
    assert.ok(items.some(({ date, name }) => date === '2030-12-25' && name['pt-BR'] === 'Natal'))
    const special = await rui.api.ask(campaignRoutes.tryHours, {
      body: {
        hours: { ...weekdays('09:00', '18:00'), holidays: 'AR', special: [{ date: '2030-03-05', name: 'Guardia', open: [{ from: '10:00', to: '14:00' }] }] },
        timeZone: 'America/Argentina/Buenos_Aires',
        at: '2030-03-05T15:00:00Z',
      },
    })
    assert.deepEqual([special.open, special.rule, special.special], [true, 'special', 'Guardia'])
  })
})

describe('a campaign is changed', () => {
  test('it names only what is there, and the field that is wrong', async () => {
    const stranger = await the.addTenant('Ajena')
    const theirs = await connectNumber(the.url, stranger.api)
    const team = await stranger.api.ask(teamRoutes.create, { body: { name: 'Otro equipo' } })
    const flow = (await stranger.api.ask(flowRoutes.list)).items[0]!.id
    const problem = await rui.api.refused(422, campaignRoutes.create, {
      body: {
        name: 'Ajena',
        channelIds: [number.channelId, theirs.channelId],
        agents: [{ userId: stranger.userId, rank: 1 }],
        teamIds: [team.id],
        bot: { on: true, flowId: flow },
        timeZone: 'Mars/Olympus',
      },
    })
    assert.deepEqual(
      problem.errors?.map(({ path }) => path),
      ['timeZone', 'channelIds.1', 'agents.0.userId', 'teamIds.0', 'bot.flowId'],
    )
  })

  test('a channel is served by one campaign, a name is had by one', async () => {
    const { id } = await make()
    const channel = await rui.api.refused(409, campaignRoutes.create, { body: { name: `Otra ${tests}`, channelIds: [number.channelId] } })
    assert.equal(channel.code, 'campaign.channel_taken')
    assert.match(channel.detail ?? '', /Ventas/)
    assert.equal((await rui.api.refused(409, campaignRoutes.create, { body: { name: `VENTAS ${tests}` } })).code, 'campaign.name_taken')
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { state: 'finished' } })
    await make()
    assert.equal((await rui.api.refused(409, campaignRoutes.update, { params: { id }, body: { name: 'x' } })).code, 'campaign.finished')
  })

  test('what is left out of a change stays', async () => {
    const { id, ...before } = await make({ tags: ['A'], acceptanceSeconds: 60, description: 'La de siempre' })
    const { updatedAt: _, ...after } = await rui.api.ask(campaignRoutes.update, { params: { id }, body: { priority: 70 } })
    const { updatedAt: __, ...was } = before
    assert.deepEqual(after, { ...was, id, priority: 70 })
  })

  test('one that has served is finished instead of removed, one that has not is gone', async () => {
    const { id } = await make()
    await says(someone())
    await rui.api.ask(campaignRoutes.remove, { params: { id } })
    assert.equal((await rui.api.ask(campaignRoutes.read, { params: { id } })).state, 'finished')
    assert.equal((await rui.api.refused(409, campaignRoutes.remove, { params: { id } })).code, 'campaign.has_history')
    const other = await make({ name: `Otra ${tests}` })
    await rui.api.ask(campaignRoutes.remove, { params: { id: other.id } })
    await rui.api.refused(404, campaignRoutes.read, { params: { id: other.id } })
    const { items } = await rui.api.ask(campaignRoutes.list, { query: { state: 'finished' } })
    assert.ok(items.some((one) => one.id === id) && items.every(({ state }) => state === 'finished'))
  })

  test('its numbers count what is there', async () => {
    const { id } = await make({ bot: { on: false, flowId: null } })
    await says(someone())
    await says(someone())
    const { open, waiting, begun, withBot, met, missed } = await rui.api.ask(campaignRoutes.numbers, { params: { id } })
    assert.deepEqual({ open, waiting, begun, withBot, met, missed }, { open: 2, waiting: 2, begun: 2, withBot: 0, met: 0, missed: 0 })
  })

  test('a flow that it answers with cannot be removed, and a removed channel is let go of', async () => {
    const flowId = await newFlow('De la campaña')
    const { id } = await make({ bot: { on: true, flowId } })
    assert.equal((await rui.api.refused(409, flowRoutes.remove, { params: { id: flowId } })).code, 'flow.in_use')
    await rui.api.ask(channelRoutes.remove, { params: { id: number.channelId } })
    assert.deepEqual((await rui.api.ask(campaignRoutes.read, { params: { id } })).channelIds, [])
    await rui.api.ask(campaignRoutes.update, { params: { id }, body: { priority: 1 } })
  })
})

test('what is changed through one process is in force for the next message that another takes', async () => {
  const { id } = await make({ bot: { on: false, flowId: null } })
  const second = await startProduct({ env: { GRAPH_API_URL: graph.url, ROLE: 'web' }, adminUrl: the.adminUrl, dataDir: the.dataDir })
  const there = await second.signIn(rui.email)
  for (const state of ['paused', 'active', 'paused', 'active'] as const) {
    // The process that works remembers the campaign as it was.
    await says(someone())
    await there.api.ask(campaignRoutes.update, { params: { id }, body: { state } })
    // Long before it would look again by itself: the other process was told.
    await the.until(async () => {
      const person = someone()
      await says(person)
      return ((await hers(person)).campaign?.id ?? null) === (state === 'active' ? id : null)
    }, `${state} is in force`)
  }
  await second.stop()
})

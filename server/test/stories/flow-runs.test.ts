import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  conversationRoutes,
  flowRoutes,
  simulatorRoutes,
  type Conversation,
  type Flow,
  type FlowDraft,
  type FlowRun,
  type QueryInput,
} from '@chasqui/contracts'
import { publishFlow, publishNext } from '../kit/flows.ts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { conversationWith, threadOf } from '../kit/whatsapp.ts'

/** What people see of the bot's conversations with customers, which version each is inside, and how one is tried again. */
let the: RunningProduct
let ana: Person
let channelId: string
before(async () => {
  the = await startProduct()
  ana = await the.addTenant('Recorridos')
  channelId = await simulatorOf(ana.api)
})
after(() => the.stop())

let people = 0
const nextPhone = () => `5491175550${String((people += 1)).padStart(3, '0')}`
const writes = async (phone: string, ...words: string[]) => {
  for (const text of words) {
    await ana.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: `Clienta ${phone}` }, text } })
    await the.idle()
  }
}
const conversationOf = async (phone: string): Promise<Conversation> => (await conversationWith(ana.api, channelId, phone))!
const saidTo = async (phone: string) =>
  (await threadOf(ana.api, (await conversationOf(phone)).id)).flatMap(({ direction, content }) =>
    direction !== 'out' ? [] : 'text' in content ? [content.text] : 'body' in content ? [content.body] : [],
  )

const definition = (version: string): FlowDraft => ({
  schema: 1,
  start: 'hello',
  always: { human: ['persona'] },
  nodes: {
    hello: { type: 'message', text: `Hola (${version})`, next: 'menu' },
    menu: {
      type: 'menu',
      text: `¿Qué necesitás? (${version})`,
      saveAs: 'wish',
      retries: 2,
      options: [
        { id: 'mail', label: 'Dejar mi correo', next: 'mail' },
        { id: 'again', label: 'Otra cosa', next: 'menu' },
        { id: 'bye', label: 'Nada', next: 'end' },
      ],
    },
    mail: { type: 'input', text: `¿Tu correo? (${version})`, expect: 'email', saveAs: 'email', next: 'thanks' },
    thanks: { type: 'message', text: `Gracias {{email}} (${version})`, next: 'person' },
    person: { type: 'transfer_to_agent' },
    end: { type: 'close', text: `Chau (${version})` },
  },
})
const answering = async (): Promise<Pick<Flow, 'id'>> => ({ id: await publishFlow(ana.api, definition('v1'), { name: 'Recepción', channelId }) })
const publish = ({ id }: Pick<Flow, 'id'>, version: string, people: 'stay' | 'move' = 'stay') => publishNext(ana.api, id, definition(version), people)
const runsOf = async (flow: Pick<Flow, 'id'>, query: object = {}, by = ana): Promise<FlowRun[]> =>
  (await by.api.ask(flowRoutes.runs, { params: { id: flow.id }, query })).items
const course = (run: FlowRun, by = ana) => by.api.ask(flowRoutes.run, { params: { id: run.id } })

describe('the runs of a flow', () => {
  let flow: Pick<Flow, 'id'>
  before(async () => {
    flow = await answering()
  })

  test('are listed newest first, each with where it stands, and told with what was asked, answered and kept', async () => {
    const phone = nextPhone()
    await writes(phone, 'hola', 'qué sé yo', 'correo', 'ana@example.com')
    const [run] = await runsOf(flow)
    const { id, contact } = await conversationOf(phone)
    assert.deepEqual([run!.conversationId, run!.contact?.id, run!.version, run!.state, run!.step], [id, contact.id, 1, 'transferred', 'person'])
    const { path, variables, more } = await course(run!)
    assert.deepEqual(
      path.map(({ step, cause, answer, way }) => [step, cause, answer, way].filter((part) => part !== null).join(' ')),
      [
        'hello start',
        'menu went_on next',
        'menu invalid qué sé yo',
        'menu answered correo',
        'mail went_on option.mail',
        'mail answered ana@example.com',
        'thanks went_on next',
        'person went_on next',
        'person ended',
      ],
    )
    assert.deepEqual(
      [variables.email, path[3]!.set, path.at(-1)!.outcome, more],
      ['ana@example.com', { wish: 'Dejar mi correo', 'wish.id': 'mail' }, 'transferred', false],
    )
    assert.ok(path[4]!.waitedMs !== null && path[4]!.waitedMs >= 0)
  })

  test('are narrowed by state, step, version, contact, words and time, page by page', async () => {
    const [first, second, third] = [nextPhone(), nextPhone(), nextPhone()]
    await writes(first, 'hola')
    await writes(second, 'hola', 'correo', 'palabra-rara@example.com')
    await writes(third, 'hola', 'nada')
    const idsOf = async (query: object) => (await runsOf(flow, query)).map(({ conversationId }) => conversationId)
    const [one, two, three] = await Promise.all([first, second, third].map(async (phone) => (await conversationOf(phone)).id))
    assert.deepEqual(await idsOf({ state: 'active' }), [one])
    assert.deepEqual((await idsOf({ state: 'closed' })).slice(0, 1), [three])
    assert.deepEqual(await idsOf({ step: 'menu' }), [one])
    assert.deepEqual(await idsOf({ contactId: (await conversationOf(second)).contact.id }), [two])
    assert.deepEqual([await idsOf({ text: 'PALABRA-RÁRA' }), await idsOf({ text: '%' }), await idsOf({ text: second })], [[two], [], [two]])
    assert.deepEqual([await idsOf({ version: 2 }), await idsOf({ since: '2099-01-01T00:00:00Z' })], [[], []])
    const page = await ana.api.ask(flowRoutes.runs, { params: { id: flow.id }, query: { limit: 2 } })
    const rest = await ana.api.ask(flowRoutes.runs, { params: { id: flow.id }, query: { limit: 200, cursor: page.nextCursor! } })
    assert.deepEqual(
      [...page.items, ...rest.items].map(({ conversationId }) => conversationId),
      await idsOf({ limit: 200 }),
    )
    assert.equal(rest.nextCursor, null)
  })

  test('are those of conversations within reach, with numbers and addresses hidden from whoever does not see them', async () => {
    const phone = nextPhone()
    await writes(phone, 'hola', 'correo', 'oculta@example.com')
    const [run] = await runsOf(flow)
    const near = await memberWith(the, ana, { reach: 'own' })
    assert.deepEqual(await runsOf(flow, {}, near), [])
    assert.equal((await near.api.send('GET', `/api/flow-runs/${run!.id}`)).status, 404)
    assert.equal((await near.api.send('POST', `/api/flow-runs/${run!.id}/retry`, { step: 'menu' })).status, 404)
    await ana.api.ask(conversationRoutes.assign, { params: { id: run!.conversationId }, body: { userId: near.userId } })
    assert.deepEqual(
      (await runsOf(flow, {}, near)).map(({ id }) => id),
      [run!.id],
    )

    const blind = await memberWith(the, ana, { hides: ['email', 'phone'] })
    const told = JSON.stringify(await course(run!, blind))
    assert.ok(!told.includes('oculta@') && told.includes('o···@···'), told)
    assert.deepEqual(await runsOf(flow, { text: 'oculta@example' }, blind), [])
  })

  test('end by whoever takes over, and are gone with their conversation', async () => {
    const phone = nextPhone()
    await writes(phone, 'hola')
    const { id } = await conversationOf(phone)
    await ana.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
    const [run] = await runsOf(flow)
    const last = (await course(run!)).path.at(-1)!
    assert.deepEqual([run!.state, last.cause, last.outcome, last.step, last.lostAs], ['stopped', 'ended', 'taken_over', 'menu', null])
    await ana.api.ask(conversationRoutes.remove, { params: { id } })
    assert.equal((await ana.api.send('GET', `/api/flow-runs/${run!.id}`)).status, 404)
    const { rows } = await the.admin.query('select count(*)::int as left from flows.path where run_id = $1', [run!.id])
    assert.deepEqual(rows, [{ left: 0 }])
  })
})

describe('people inside while the flow changes', () => {
  test('a run that began on version 3 ends on version 3 while version 4 is live', async () => {
    const flow = await answering()
    await publish(flow, 'v2')
    await publish(flow, 'v3')
    const [inside, later] = [nextPhone(), nextPhone()]
    await writes(inside, 'hola')
    await publish(flow, 'v4')
    const { items } = await ana.api.ask(flowRoutes.versions, { params: { id: flow.id } })
    assert.deepEqual(
      items.map(({ number, people: within }) => [number, within]),
      [
        [4, 0],
        [3, 1],
        [2, 0],
        [1, 0],
      ],
    )
    await writes(inside, 'correo', 'ana@example.com')
    await writes(later, 'hola')
    assert.deepEqual(await saidTo(inside), ['Hola (v3)', '¿Qué necesitás? (v3)', '¿Tu correo? (v3)', 'Gracias ana@example.com (v3)'])
    assert.deepEqual((await saidTo(later)).slice(0, 1), ['Hola (v4)'])
    const runs = await runsOf(flow)
    assert.deepEqual(
      runs.map(({ version, state }) => [version, state]),
      [
        [4, 'active'],
        [3, 'transferred'],
      ],
    )
    assert.deepEqual((await runsOf(flow, { version: 3 })).length, 1)
  })

  test('come along at their next question where the version says so, and answer it there', async () => {
    const flow = await answering()
    const phone = nextPhone()
    await writes(phone, 'hola')
    await publish(flow, 'v2', 'move')
    await writes(phone, 'qué sé yo', 'otra cosa', 'correo', 'ana@example.com')
    const said = await saidTo(phone)
    assert.deepEqual(said.slice(0, 2), ['Hola (v1)', '¿Qué necesitás? (v1)'])
    assert.deepEqual(said.slice(-3), ['¿Qué necesitás? (v2)', '¿Tu correo? (v2)', 'Gracias ana@example.com (v2)'])
    const [run] = await runsOf(flow)
    assert.deepEqual([run!.version, run!.state], [2, 'transferred'])
    const versions = (await course(run!)).path.map(({ version }) => version)
    assert.deepEqual([versions[0], versions.at(-1)], [1, 2])
  })

  test('come along from a menu by whatever the flow has for every step, and meet what the later version has: nobody is asked twice, or left waiting', async () => {
    const minutes = 60_000
    const topics = (version: string, more: Partial<FlowDraft>, help: FlowDraft['nodes'][string] | null): FlowDraft => ({
      schema: 1,
      start: 'menu',
      ...more,
      nodes: {
        menu: { type: 'menu', text: `¿Qué necesitás? (${version})`, retries: 0, options: [{ id: 'bye', label: 'Nada', next: 'end' }] },
        ...(help && { help }),
        end: { type: 'close', text: `Chau (${version})` },
      },
    })
    const toHelp = (seconds: number): Partial<FlowDraft> => ({
      always: { human: ['persona'], menu: ['menú'], menuNode: 'help' },
      handlers: { onInvalid: 'help', onSilence: { seconds, next: 'help' } },
    })
    const says = (version: string) => ({ type: 'message' as const, text: `Ayuda (${version})`, next: 'menu' })
    const id = await publishFlow(ana.api, topics('v1', toHelp(600), says('v1')), { channelId })
    const waits = async (phone: string) => {
      await writes(phone, 'hola')
      return phone
    }
    const pass = async (ms: number) => {
      await the.clock.advance(ms)
      await the.signInAgain(ana)
      await the.idle()
    }
    const [byWord, byMistake, bySilence] = [await waits(nextPhone()), await waits(nextPhone()), await waits(nextPhone())]
    const everybody = [byWord, byMistake, bySilence]

    // The step that they are led to was removed, and there is no word about silence any more.
    await publishNext(ana.api, id, topics('v2', { always: { human: ['persona'] } }, null), 'move')
    await writes(byWord, 'menú')
    await writes(byMistake, 'qué sé yo')
    await pass(11 * minutes)
    const moved = ['¿Qué necesitás? (v1)', 'Ayuda (v1)', '¿Qué necesitás? (v2)']
    for (const phone of everybody) assert.deepEqual(await saidTo(phone), moved)
    await pass(60 * minutes)
    for (const phone of everybody) assert.deepEqual(await saidTo(phone), moved, 'who is in the later version is left in peace')
    assert.deepEqual(new Set((await runsOf({ id })).map(({ version, state }) => `${version} ${state}`)), new Set(['2 active']))

    // It is there again, as a question, and silence is told of after two minutes.
    const asks = { type: 'input' as const, text: '¿En qué ayudo? (v3)', expect: 'text' as const, saveAs: 'topic', next: 'menu' }
    await publishNext(ana.api, id, topics('v3', toHelp(120), asks), 'move')
    await writes(byWord, 'nada')
    assert.deepEqual((await saidTo(byWord)).slice(3), ['Chau (v2)'], 'what was asked is answered as it was asked')
    const late = await waits(nextPhone())
    await pass(3 * minutes)
    assert.deepEqual(await saidTo(late), ['¿Qué necesitás? (v3)', '¿En qué ayudo? (v3)'])
    await writes(late, 'los precios')
    assert.deepEqual((await saidTo(late)).slice(2), ['¿Qué necesitás? (v3)'])
  })

  test('are told of silence where only the later version knows of it', async () => {
    const asking = (version: string, more: Partial<FlowDraft>): FlowDraft => ({
      schema: 1,
      start: 'hello',
      always: { human: ['persona'] },
      ...more,
      nodes: {
        hello: { type: 'menu', text: `¿Qué? (${version})`, options: [{ id: 'again', label: 'Otra vez', next: 'hello' }] },
        late: { type: 'message', text: `¿Seguís ahí? (${version})`, next: 'person' },
        person: { type: 'transfer_to_agent' },
      },
    })
    const always = { human: ['persona'], menu: ['ayuda'], menuNode: 'late' }
    const id = await publishFlow(ana.api, asking('v1', { always }), { channelId })
    const phone = nextPhone()
    await writes(phone, 'hola')
    await publishNext(ana.api, id, asking('v2', { handlers: { onSilence: { seconds: 60, next: 'late' } } }), 'move')
    await writes(phone, 'otra vez')
    await the.clock.advance(61_000)
    await the.idle()
    assert.deepEqual((await saidTo(phone)).slice(0, 3), ['¿Qué? (v1)', '¿Qué? (v2)', '¿Seguís ahí? (v2)'])
  })

  test('stay when a later version says so again', async () => {
    const flow = await answering()
    const phone = nextPhone()
    await writes(phone, 'hola')
    await publish(flow, 'v2', 'move')
    await publish(flow, 'v3', 'stay')
    await writes(phone, 'otra cosa', 'nada')
    assert.deepEqual((await saidTo(phone)).at(-1), 'Chau (v1)')
  })
})

describe('trying a run again', () => {
  test('begins at a step of its path with what was known there, in the published version', async () => {
    const flow = await answering()
    const phone = nextPhone()
    await writes(phone, 'hola', 'correo', 'mal@example.com')
    const [first] = await runsOf(flow)
    assert.equal(first!.state, 'transferred')
    await publish(flow, 'v2')
    const again = await ana.api.ask(flowRoutes.retry, { params: { id: first!.id }, body: { step: 'thanks' } })
    await the.idle()
    assert.deepEqual([again.version, again.conversationId, again.state], [2, first!.conversationId, 'transferred'])
    assert.deepEqual((await saidTo(phone)).at(-1), 'Gracias mal@example.com (v2)')
    assert.deepEqual((await course(again)).path[0]!.set, { wish: 'Dejar mi correo', 'wish.id': 'mail', email: 'mal@example.com' })

    const asked = await ana.api.ask(flowRoutes.retry, { params: { id: again.id }, body: { step: 'mail', version: 1 } })
    await the.idle()
    assert.deepEqual([asked.version, asked.state, asked.step, (await conversationOf(phone)).floor], [1, 'active', 'mail', 'flow'])
    await writes(phone, 'bien@example.com')
    assert.deepEqual((await saidTo(phone)).slice(-2), ['¿Tu correo? (v1)', 'Gracias bien@example.com (v1)'])
  })

  test('is refused where there is nothing to begin in or at, and to whoever may not', async () => {
    const flow = await answering()
    const phone = nextPhone()
    await writes(phone, 'hola', 'nada')
    const [run] = await runsOf(flow)
    const retry = async (body: object, by = ana, id = run!.id) => {
      const { status, body: problem } = await by.api.send<{ code: string }>('POST', `/api/flow-runs/${id}/retry`, body)
      return [status, problem.code]
    }
    assert.deepEqual(await retry({ step: 'nowhere' }), [422, 'flow.step_unknown'])
    assert.deepEqual(await retry({ step: 'menu', version: 9 }), [404, 'not_found'])
    assert.deepEqual(await retry({ step: 'menu' }), [409, 'conversation.closed'])
    assert.equal((await retry({ step: 'menu' }, await the.addMember(ana.tenantId, 'agent')))[0], 403)
  })
})

describe('the numbers of a flow', () => {
  let flow: Pick<Flow, 'id'>
  const phones: Record<string, string> = {}
  const ask = (query: object = {}, by = ana) => by.api.ask(flowRoutes.dropOff, { params: { id: flow.id }, query })
  before(async () => {
    flow = await answering()
    const talks: Record<string, string[]> = {
      converts: ['hola', 'correo', 'uno@example.com'],
      converts2: ['hola', 'otra cosa', 'correo', 'dos@example.com'],
      asks: ['hola', 'persona'],
      puzzles: ['hola', 'x1', 'x2', 'x3'],
      leaves: ['hola', 'nada'],
      waits: ['hola', 'correo'],
    }
    for (const [name, words] of Object.entries(talks)) await writes((phones[name] = nextPhone()), ...words)
  })

  test('say of each step who came, who was lost and as what, and where the others went', async () => {
    const { people: began, steps } = await ask()
    assert.equal(began, 6)
    const at = (step: string) => steps.find((one) => one.step === step)!
    const { people: came, lost, lostAs, leaveRate, ways } = at('menu')
    assert.deepEqual([came, lost, lostAs, leaveRate], [6, 2, { asked_person: 1, not_understood: 1 }, 2 / 6])
    assert.deepEqual(
      new Set(ways.map(({ way, to, people: went }) => `${went} ${way} → ${to}`)),
      new Set(['3 option.mail → mail', '1 option.again → menu', '1 option.bye → end', '1 word → null', '1 invalid → null']),
    )
    assert.deepEqual([at('mail').people, at('mail').lost, at('thanks').people, at('end').leaveRate], [3, 0, 2, 0])
    assert.ok(at('menu').medianMs! >= 0)
  })

  test('stand on conversations that are shown within reach, while the numbers are the same for everybody', async () => {
    const behind = async (query: QueryInput<typeof flowRoutes.dropOffConversations>, by = ana) =>
      (await by.api.ask(flowRoutes.dropOffConversations, { params: { id: flow.id }, query })).items.map(({ conversationId }) => conversationId)
    const ids = Object.fromEntries(await Promise.all(Object.entries(phones).map(async ([name, phone]) => [name, (await conversationOf(phone)).id] as const)))
    assert.deepEqual(new Set(await behind({ step: 'menu', what: 'lost' })), new Set([ids.asks, ids.puzzles]))
    assert.deepEqual(await behind({ step: 'menu', what: 'lost', lostAs: 'not_understood' }), [ids.puzzles])
    assert.deepEqual(await behind({ step: 'menu', what: 'left', way: 'option.bye' }), [ids.leaves])
    assert.equal((await behind({ step: 'menu', what: 'came' })).length, 6)
    const near = await memberWith(the, ana, { reach: 'own' })
    assert.deepEqual([await behind({ step: 'menu' }, near), (await ask({}, near)).steps], [[], (await ask()).steps])
    const first = await ana.api.ask(flowRoutes.dropOffConversations, { params: { id: flow.id }, query: { step: 'menu', limit: 4 } })
    const rest = await ana.api.ask(flowRoutes.dropOffConversations, { params: { id: flow.id }, query: { step: 'menu', limit: 4, cursor: first.nextCursor! } })
    assert.deepEqual([first.items.length, rest.items.length, rest.nextCursor], [4, 2, null])
  })

  test('are those of a time and a version', async () => {
    assert.deepEqual((await ask({ version: 1 })).people, 6)
    assert.deepEqual((await ask({ to: '2020-01-01T00:00:00Z' })).steps, [])
    const refused = async (query: string) => {
      const { status, body } = await ana.api.send<{ code: string }>('GET', `/api/flows/${flow.id}/drop-off?${query}`)
      return [status, body.code]
    }
    assert.deepEqual(await refused('version=9'), [422, 'flow.version_unknown'])
    assert.deepEqual(await refused('from=2020-01-01T00:00:00Z'), [422, 'flow.span'])
    assert.deepEqual(await refused('from=2030-01-01T00:00:00Z'), [422, 'flow.span'])
  })

  test('compare the ways out of a step by who reached the goal, and find no difference among so few', async () => {
    const { arms, verdict, best, needed } = await ana.api.ask(flowRoutes.arms, { params: { id: flow.id }, query: { step: 'menu', goalStep: 'thanks' } })
    const of = (way: string) => arms.find((arm) => arm.way === way)!
    assert.deepEqual(
      ['option.mail', 'option.again', 'option.bye'].map((way) => [of(way).people, of(way).reached]),
      [
        [2, 1],
        [1, 1],
        [1, 0],
      ],
    )
    assert.deepEqual([verdict, best], ['no_difference_yet', null])
    assert.ok(needed > 100 && of('option.mail').low > 0 && of('option.mail').high < 1)
    const outcome = await ana.api.ask(flowRoutes.arms, { params: { id: flow.id }, query: { step: 'menu', goalOutcome: 'transferred' } })
    assert.equal(outcome.arms.find(({ way }) => way === 'word')!.reached, 1)
    const neither = await ana.api.send('GET', `/api/flows/${flow.id}/arms?step=menu`)
    assert.equal(neither.status, 422)
  })
})

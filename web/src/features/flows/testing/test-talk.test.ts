import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition } from '@chasqui/contracts'
import { asSubflows } from './subflows-world.ts'
import { standIn } from './links.ts'
import { answerCall, answerLink, beginTalk, hear, pass, start, type TestTalk, withVariable, type World } from './test-talk.ts'

const definition: FlowDefinition = {
  schema: 1,
  start: 'greet',
  triggers: [{ type: 'keyword', words: ['turno'], match: 'anywhere' }],
  always: { human: ['humano'], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  nodes: {
    greet: { type: 'message', text: '¡Hola, {{contact.name}}!', next: 'ask' },
    ask: {
      type: 'input',
      text: '¿Correo?',
      expect: 'email',
      saveAs: 'email',
      saveToContact: 'email',
      skipWords: [],
      retries: 2,
      onInvalid: 'person',
      timeout: { seconds: 3600, next: 'bye' },
      next: 'person',
    },
    person: { type: 'transfer_to_agent', text: 'Te paso con {{email}}' },
    bye: { type: 'close', text: 'Hasta luego', reason: 'no_answer' },
  },
}
let clock = 0
const world: World = {
  abilities: {
    text: { max: 4096 },
    buttons: null,
    list: null,
    media: {},
    caption: 0,
    templates: false,
    reactions: false,
    serviceWindowHours: null,
    readReceipts: false,
    typing: false,
    extras: [],
  },
  channelId: 'plain',
  business: { name: 'Clínica Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: () => false,
  measure: () => (clock += 1),
}
const text = (words: string) => ({ type: 'text' as const, text: words })
const fresh = (from: string | null = null) =>
  beginTalk(Date.parse('2026-03-02T12:00:00Z'), { name: 'Ana', phone: '+5491122334455', email: null, language: null }, from)
const said = ({ thread }: TestTalk) => thread.flatMap((one) => (one.from === 'flow' && one.content.type === 'text' ? [one.content.text] : []))

void test('a word begins the flow, the trace says which, and the answer is kept', () => {
  const begun = hear(fresh(), definition, text('quiero un turno'), world)
  assert.deepEqual(said(begun), ['¡Hola, Ana!', '¿Correo?'])
  assert.deepEqual(begun.trace[0]?.trigger, { type: 'keyword', words: ['turno'], match: 'anywhere' })
  assert.equal(begun.trace[0]?.ms, 1)
  const done = hear(begun, definition, text('ana@ejemplo.com'), world)
  assert.equal(said(done).at(-1), 'Te paso con ana@ejemplo.com')
  assert.equal(done.contact.email, 'ana@ejemplo.com')
  assert.equal(done.run?.outcome, 'transferred')
})

void test('a word that begins nothing is told, and nothing runs', () => {
  const talk = hear(fresh(), definition, text('buenas'), world)
  assert.ok(talk.unheard)
  assert.equal(talk.run, null)
})

void test('a test can begin at any step', () => assert.deepEqual(said(start(fresh('ask'), definition, world)), ['¿Correo?']))

void test('time that passes sets off what falls due in it, and not before', () => {
  const begun = start(fresh(), definition, world)
  assert.equal(pass(begun, definition, 3_599_000, world).run?.status, 'waiting')
  const later = pass(begun, definition, 86_400_000, world)
  assert.equal(said(later).at(-1), 'Hasta luego')
  assert.equal(later.now, begun.now + 86_400_000)
})

void test('a variable can be changed in the middle of a talk', () => {
  const begun = start(fresh(), definition, world)
  assert.deepEqual(withVariable(begun, 'email', 'otra@ejemplo.com').run?.variables, { email: 'otra@ejemplo.com' })
  assert.deepEqual(withVariable(withVariable(begun, 'email', 'x'), 'email', '').run?.variables, {})
})

const calling = (sample?: { status: number; body: string }): FlowDefinition => ({
  ...definition,
  start: 'call',
  nodes: {
    call: {
      type: 'api_call',
      method: 'GET',
      url: 'https://shop.example/orders/{{order}}?of={{contact.name}}',
      query: [],
      headers: [{ name: 'X-Key', value: '{{secret.key}}' }],
      bodyKind: 'none',
      body: '',
      form: [],
      timeoutSeconds: 10,
      retries: 0,
      idempotencyKey: false,
      success: [],
      save: [{ path: 'state', variable: 'state' }],
      saveAs: 'call',
      next: 'tell',
      onError: 'sorry',
      ...(sample && { sample }),
    },
    tell: { type: 'message', text: 'Está {{state}}', next: null },
    sorry: { type: 'message', text: 'No pudo ser: {{call.error}}', next: null },
  },
})

void test('a call is answered by what was seen of it once', () => {
  const talk = start(fresh(), calling({ status: 200, body: '{"state":"en camino"}' }), world)
  assert.deepEqual(said(talk), ['Está en camino'])
  assert.ok(talk.trace.some(({ cause, set }) => cause === 'returned' && set?.['state'] === 'en camino'))
  assert.deepEqual(said(start(fresh(), calling({ status: 500, body: 'oops' }), world)), ['No pudo ser: status'])
})

void test('a call that nobody has seen an answer of, or that is to be made, waits, and says what it would send', () => {
  const asked = start(withVariable(fresh(), 'order', '7'), calling(), world)
  assert.deepEqual(asked.call?.variables, { order: '7', 'contact.name': 'Ana' })
  assert.deepEqual(said(answerCall(asked, calling(), { status: 200, error: null, values: { state: 'lista' } }, world, 120)), ['Está lista'])
  const real = start(fresh(), calling({ status: 200, body: '{}' }), { ...world, calls: 'real' })
  assert.ok(real.call)
  assert.deepEqual(real.thread, [])
  const late = answerCall(real, calling(), { status: null, error: 'timeout', values: {} }, world, 10_000)
  assert.deepEqual(said(late), ['No pudo ser: timeout'])
  assert.ok(
    late.trace.some(({ ms }) => ms !== null && ms >= 10_000),
    'the trace says how long it took',
  )
  assert.equal(late.call, null)
})

void test('a file that lies elsewhere is there, or is not, as whoever tries says; nothing is fetched', () => {
  const linked: FlowDefinition = {
    ...definition,
    start: 'send',
    nodes: {
      send: {
        type: 'media',
        kind: 'document',
        source: 'link',
        fileUrl: 'https://shop.example/{{order}}.pdf',
        caption: 'Factura',
        next: 'bye',
        onError: 'sorry',
      },
      bye: { type: 'message', text: 'Eso es todo', next: null },
      sorry: { type: 'message', text: 'No salió: {{media.error}}', next: null },
    },
  }
  const carries: World = { ...world, abilities: { ...world.abilities, caption: 1024, media: { document: { bytes: 100, mimes: [] } } } }
  const waiting = start(withVariable(fresh(), 'order', '7'), linked, carries)
  assert.equal(waiting.link?.link.url, 'https://shop.example/7.pdf')
  assert.deepEqual(said(waiting), [])
  const sent = answerLink(waiting, linked, standIn(waiting.link), carries)
  assert.deepEqual(
    sent.thread.map((one) => ('content' in one ? one.content.type : one.effect.type)),
    ['document', 'text', 'ended'],
  )
  assert.equal(sent.link, null)
  const missing = answerLink(waiting, linked, { error: 'not_found' }, carries)
  assert.deepEqual(said(missing), ['No salió: not_found'])
  assert.equal(missing.trace.find(({ cause }) => cause === 'returned')?.output, 'error')
})

void test('the draft goes into another flow and comes back', () => {
  const inner = '019a0000-0000-7000-8000-000000000001'
  const subflows = asSubflows(new Map([[inner, { name: 'Datos', definition }]]))
  const outer: FlowDefinition = {
    ...definition,
    start: 'into',
    nodes: {
      into: { type: 'subflow', flow: inner, input: [], output: [{ name: 'mail', from: 'email' }], next: 'done' },
      done: { type: 'message', text: 'Gracias', next: null },
    },
  }
  const talk = start(fresh(), outer, { ...world, subflows })
  assert.deepEqual(said(talk), ['¡Hola, Ana!', '¿Correo?'])
  assert.deepEqual(talk.trace.map(({ flow }) => flow).at(-1), inner)
})

void test('what was set by hand is there when the test begins anew', () => {
  const set = withVariable(fresh('person'), 'email', 'ana@ejemplo.com')
  assert.deepEqual(said(start(set, definition, world)), ['Te paso con ana@ejemplo.com'])
  const again = beginTalk(0, set.contact, 'person', set.given)
  assert.deepEqual(said(start(again, definition, world)), ['Te paso con ana@ejemplo.com'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition } from '@chasqui/contracts'
import { beginTalk, hear, pass, start, type TestTalk, withVariable, type World } from './test-talk.ts'

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

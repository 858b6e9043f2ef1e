import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition } from '@chasqui/contracts'
import { commonAbilities, holdTalk } from '@chasqui/flow/tests/hold-talk'
import { answerCall, beginTalk, hear, pass, start, withCustomer, type World } from '../../testing/test-talk.ts'
import { talkToKeep } from './talk-to-keep.ts'

const definition: FlowDefinition = {
  schema: 1,
  start: 'greet',
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  nodes: {
    greet: { type: 'message', text: '¡Hola!', next: 'later' },
    later: { type: 'delay', seconds: 3600, next: 'bye' },
    bye: { type: 'message', text: '¿Seguís ahí?', next: null },
  },
}
const world: World = {
  abilities: commonAbilities,
  channelId: 'plain',
  business: { name: 'Clínica Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: () => false,
  measure: () => 0,
}
const begun = () => beginTalk(Date.parse('2026-03-12T12:00:00Z'), { name: 'Ana', phone: null, email: null, language: null })
const says = (words: string) => hear(begun(), definition, { type: 'text', text: words }, world)

void test('A talk is kept with its silences and all that was said to it, and holds when it is held again', () => {
  const kept = talkToKeep(pass(says('hola'), definition, 2 * 3_600_000, world), definition, world)
  assert.deepEqual(kept?.turns, [
    { does: { type: 'writes', text: 'hola' }, replies: ['¡Hola!'] },
    { does: { type: 'waits', seconds: 7200 }, replies: ['¿Seguís ahí?'] },
  ])
  assert.equal(kept.ends, 'finished')
  assert.deepEqual(holdTalk(definition, kept, world), [])
})

void test('What cannot be held again from its words is not kept: a voice note', () => {
  assert.equal(talkToKeep(hear(says('hola'), definition, { type: 'audio', text: '' }, world), definition, world), null)
})

void test('A talk that began without a word, or at a step, begins so again', () => {
  const started = talkToKeep(start(begun(), definition, world), definition, world)
  assert.deepEqual(started?.turns, [{ does: { type: 'starts' }, replies: ['¡Hola!'] }])
  assert.deepEqual(holdTalk(definition, started, world), [])
  const amid = beginTalk(begun().now, { name: 'Ana', phone: null, email: null, language: null }, 'bye')
  const kept = talkToKeep(start(amid, definition, world), definition, world)
  assert.deepEqual(kept?.turns, [{ does: { type: 'starts', step: 'bye' }, replies: ['¿Seguís ahí?'] }])
  assert.deepEqual(holdTalk(definition, kept, world), [])
})

const calling: FlowDefinition = {
  ...definition,
  start: 'ask',
  nodes: {
    ask: {
      type: 'api_call',
      method: 'GET',
      url: 'https://pedidos.example/{{order}}',
      query: [],
      headers: [],
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
    },
    tell: { type: 'message', text: 'Está {{state}}', next: null },
    sorry: { type: 'message', text: 'No lo sé', next: null },
  },
}
const asks = (flow: FlowDefinition) => hear({ ...begun(), given: { order: '7' } }, flow, { type: 'text', text: 'hola' }, world)

void test('What another program answered is kept with the talk, and what the flow knew before; nobody is called again', () => {
  const told = answerCall(asks(calling), calling, { status: 200, error: null, values: { state: 'en camino' } }, world)
  const kept = talkToKeep(told, calling, world)
  assert.deepEqual(kept?.turns, [{ does: { type: 'writes', text: 'hola' }, replies: ['Está en camino'] }])
  assert.deepEqual([kept.given, kept.calls], [{ order: '7' }, [{ status: 200, error: null, values: { state: 'en camino' } }]])
  assert.equal(kept.ends, 'finished')
  assert.deepEqual(holdTalk(calling, kept, world), [])
  assert.deepEqual(holdTalk(calling, { ...kept, calls: [{ status: 500, error: 'status', values: {} }] }, world)[0]?.actual, 'No lo sé')
})

void test('A program that was silent is silent again, and its sample answers where nothing was kept', () => {
  const silent = talkToKeep(pass(asks(calling), calling, 120_000, world), calling, world)
  assert.deepEqual(
    silent?.turns.map(({ replies }) => replies),
    [[], ['No lo sé']],
  )
  assert.deepEqual(holdTalk(calling, silent, world), [])
  const ask = calling.nodes['ask']!
  const sampled: FlowDefinition = { ...calling, nodes: { ...calling.nodes, ask: { ...ask, sample: { status: 200, body: '{"state":"listo"}' } } as typeof ask } }
  const kept = talkToKeep(asks(sampled), sampled, world)
  assert.deepEqual(kept?.turns[0]?.replies, ['Está listo'])
  const { calls: _, ...written } = kept
  assert.deepEqual(holdTalk(sampled, written, world), [])
})

const knowing: FlowDefinition = {
  ...definition,
  start: 'hello',
  nodes: {
    hello: { type: 'message', text: 'Hola {{contact.name}} {{contact.phone}} {{contact.tags}}', next: 'rename' },
    rename: { type: 'update_contact', set: [{ field: 'name', value: 'Otra' }], next: 'again' },
    again: { type: 'wait_for', timeout: { seconds: 60, next: null }, tags: [], stages: [], hears: true, happened: null, saveAs: 'sent', next: 'tell' },
    tell: { type: 'message', text: '{{sent}}', next: null },
  },
}

void test('Who the customer was is kept as the tester made them, with what they sent', () => {
  const made = withCustomer(begun(), { name: 'Eva', phone: '+5491155550199', tags: ['vip'] })
  const greeted = hear(made, knowing, { type: 'text', text: 'hola' }, world)
  const sent = hear(greeted, knowing, { type: 'image', text: 'mirá', file: { name: 'a.jpg', mime: 'image/jpeg' } }, world)
  assert.equal(sent.contact.name, 'Otra')
  const kept = talkToKeep(sent, knowing, world)
  assert.deepEqual(kept?.contact, { name: 'Eva', phone: '+5491155550199', language: null, tags: ['vip'] })
  assert.deepEqual(kept.turns, [
    { does: { type: 'writes', text: 'hola' }, replies: ['Hola Eva +5491155550199 vip'] },
    { does: { type: 'sends', what: 'image', text: 'mirá', file: { name: 'a.jpg', mime: 'image/jpeg' } }, replies: ['mirá'] },
  ])
  assert.deepEqual(holdTalk(knowing, kept, world), [])
})

void test('A place and a card are kept; so is that nobody was there', () => {
  const closed = { ...world, isOpen: false }
  const place = { latitude: 1, longitude: 2, words: 'Casa' }
  const sent = hear(begun(), definition, { type: 'location', text: 'Casa', place }, closed)
  const kept = talkToKeep(sent, definition, closed)
  assert.deepEqual([kept?.turns[0]?.does, kept?.isOpen], [{ type: 'sends', what: 'location', text: 'Casa', place: { latitude: 1, longitude: 2 } }, false])
  const card = talkToKeep(hear(begun(), definition, { type: 'contacts', text: 'Eva', phone: '+549' }, world), definition, world)
  assert.deepEqual([card?.turns[0]?.does, card?.isOpen], [{ type: 'sends', what: 'contacts', text: 'Eva', phone: '+549' }, undefined])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition } from '@chasqui/contracts'
import { commonAbilities, holdTalk } from '@chasqui/flow/tests/hold-talk'
import { beginTalk, hear, pass, start, type World } from '../../testing/test-talk.ts'
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

void test('What cannot be held again from its words is not kept: a voice note, a begin without a word', () => {
  assert.equal(talkToKeep(hear(says('hola'), definition, { type: 'audio', text: '' }, world), definition, world), null)
  assert.equal(talkToKeep(start(begun(), definition, world), definition, world), null)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ConversationState } from '@chasqui/contracts'
import { conversationFacts } from './test-conversation.ts'
import * as rules from './conversation.ts'
import type { Changed, ConversationFacts } from './conversation.ts'
import { life, lifeActs, live, type LifeAct } from './life.ts'

const states = ConversationState.options
const now = new Date('2026-11-28T12:00:00Z')

/** How each act is done by the rules that everything else uses. */
const done: Record<LifeAct, (conversation: ConversationFacts) => Changed> = {
  hear: (conversation) => ({ ok: true, conversation: rules.heardFrom(conversation, { at: now, now, windowHours: 24, identityId: 'i' }) }),
  take_over: (conversation) => rules.takeOver(conversation, null),
  hand_over: (conversation) => (conversation.state === 'closed' ? rules.setPending(conversation) : { ok: true, conversation: rules.handOver(conversation) }),
  hand_back: rules.handBack,
  drop_floor: rules.dropFloor,
  assign: (conversation) => rules.assign(conversation, 'eva', 'boss'),
  take: (conversation) => rules.assign(conversation, 'eva', 'eva'),
  transfer: (conversation) => rules.assign(conversation, 'eva', 'boss', 'transfer'),
  unassign: (conversation) => rules.assign(conversation, null, 'boss'),
  enqueue: (conversation) => rules.enqueue(conversation, { campaignId: null, queueId: null }),
  set_pending: rules.setPending,
  snooze: (conversation) => rules.putAside(conversation, new Date(now.getTime() + 1)),
  wake: (conversation) => rules.putAside(conversation, null),
  close: (conversation) => rules.close(conversation, 'agent', null, now),
  merge: (conversation) => rules.mergeInto(conversation, 'other', now),
  reopen: rules.reopen,
}

describe('every act in every state, held by somebody and by nobody', () => {
  for (const act of lifeActs)
    for (const state of states)
      for (const assigneeId of [null, 'eva'])
        test(`${act} · ${state} · ${assigneeId ? 'held' : 'free'}`, () => {
          const before = conversationFacts({ state, assigneeId })
          const changed = done[act](before)
          const holder = changed.ok ? changed.conversation.assigneeId : assigneeId
          const written = life[act][state]
          const wanted = typeof written === 'string' ? written : holder ? written.held : written.free
          if (wanted === 'stays') assert.equal(changed.ok && changed.conversation.state, state)
          else if (wanted.includes('.')) assert.equal(!changed.ok && changed.refusal.code, wanted)
          else assert.equal(changed.ok && changed.conversation.state, wanted)
        })
})

test('what became part of another never lives again', () => {
  for (const act of lifeActs.filter((act) => act !== 'hear' && act !== 'wake'))
    assert.deepEqual(live(act, { state: 'closed', mergedIntoId: 'other' }, false), {
      ok: false,
      refusal: { code: 'conversation.merged', message: 'The conversation became part of another one.' },
    })
})

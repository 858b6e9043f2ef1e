import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { botPauses } from '@chasqui/contracts'
import { pauseBot } from './bot-pause.ts'
import * as rules from './conversation.ts'
import type { Changed, ConversationFacts } from './conversation.ts'
import { conversationFacts } from './test-conversation.ts'

/** A conversation as people would describe it, beside the real one: whether it is over, who speaks, who has it, until when it is put aside. */
type Model = { over: boolean; merged: boolean; floor: string; holder: string | null; aside: boolean }
type Step = { name: string; real(conversation: ConversationFacts, now: Date): Changed; model(model: Model): Model | 'refused' }

const whileOpen =
  (next: (model: Model) => Partial<Model>) =>
  (model: Model): Model | 'refused' =>
    model.over ? 'refused' : { ...model, ...next(model) }
const ok = (conversation: ConversationFacts): Changed => ({ ok: true, conversation })
const people = ['ana', 'eva'] as const

const steps: Step[] = [
  {
    name: 'hear',
    real: (it, now) =>
      ok(
        it.state === 'closed'
          ? rules.heardAfterEnd(it, { at: now, now, windowHours: 24, identityId: 'i' })
          : rules.heardFrom(it, { at: now, now, windowHours: 24, identityId: 'i' }),
      ),
    model: (model) => ({ ...model, aside: false }),
  },
  { name: 'agent speaks', real: (it, now) => ok(it.state === 'closed' ? it : rules.spoke(it, 'agent', now)), model: (model) => model },
  ...people.flatMap((person): Step[] => [
    {
      name: `${person} takes over`,
      real: (it) => rules.takeOver(it, person),
      model: whileOpen(({ holder }) => ({ floor: 'human', holder: holder ?? person, aside: false })),
    },
    { name: `given to ${person}`, real: (it) => rules.assign(it, person, 'boss'), model: whileOpen(() => ({ floor: 'human', holder: person })) },
    {
      name: `transferred to ${person}`,
      real: (it) => rules.assign(it, person, 'boss', 'transfer'),
      model: whileOpen(() => ({ floor: 'human', holder: person })),
    },
    { name: `taken by ${person}`, real: (it) => rules.assign(it, person, person), model: whileOpen(() => ({ floor: 'human', holder: person })) },
  ]),
  ...botPauses.map((pause): Step => ({
    name: `pause ${pause}`,
    real: (it, now) => (it.floor === 'human' ? ok(pauseBot(it, pause, { now, timeZone: 'America/Sao_Paulo', slidingMinutes: 20 })) : ok(it)),
    model: (model) => model,
  })),
  { name: 'unassign', real: (it) => rules.assign(it, null, 'boss'), model: whileOpen(() => ({ holder: null })) },
  {
    name: 'enqueue',
    real: (it) => rules.enqueue(it, { campaignId: null, queueId: null }),
    model: whileOpen(() => ({ floor: 'human', holder: null, aside: false })),
  },
  { name: 'hand back', real: rules.handBack, model: whileOpen(() => ({ floor: 'flow', holder: null, aside: false })) },
  { name: 'drop', real: rules.dropFloor, model: whileOpen(() => ({ floor: 'nobody' })) },
  { name: 'pending', real: rules.setPending, model: whileOpen(({ floor }) => ({ floor: floor === 'flow' ? 'nobody' : floor })) },
  { name: 'snooze', real: (it, now) => rules.putAside(it, new Date(now.getTime() + 60_000)), model: whileOpen(() => ({ aside: true })) },
  { name: 'wake', real: (it) => rules.putAside(it, null), model: (model) => ({ ...model, aside: false }) },
  {
    name: 'close',
    real: (it, now) => rules.close(it, 'agent', { reason: 'r', reasonId: null, note: null }, now),
    model: whileOpen(() => ({ over: true, floor: 'nobody', aside: false })),
  },
  {
    name: 'merge',
    real: (it, now) => rules.mergeInto(it, 'other', now),
    model: (model) => (model.merged ? 'refused' : { ...model, over: true, merged: true, floor: 'nobody', aside: false }),
  },
  { name: 'reopen', real: rules.reopen, model: (model) => (model.over && !model.merged ? { ...model, over: false, floor: 'human' } : 'refused') },
]

const coherent = (it: ConversationFacts): void => {
  assert.equal(it.state === 'closed', it.closedAt !== null)
  assert.equal(it.state === 'bot', it.floor === 'flow', `${it.state} ${it.floor}`)
  if (it.state === 'active' || it.state === 'assigned' || it.state === 'transferred') assert.ok(it.assigneeId, `${it.state} by nobody`)
  if (it.state === 'queued') assert.equal(it.assigneeId, null)
  if (it.state === 'closed')
    assert.deepEqual([it.floor, it.waitingSince, it.snoozedUntil, it.botReturnsAt, it.botPauseMinutes], ['nobody', null, null, null, null])
  if (it.floor !== 'human') assert.deepEqual([it.botReturnsAt, it.botPauseMinutes], [null, null], 'a bot that speaks is not paused')
  if (it.mergedIntoId) assert.equal(it.state, 'closed')
}

test('whatever happens in whatever order, a conversation stays coherent and is what people would say it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (acts) => {
      let it = conversationFacts({ state: 'queued' })
      let model: Model = { over: false, merged: false, floor: 'human', holder: null, aside: false }
      let at = new Date('2026-11-28T12:00:00Z').getTime()
      for (const act of acts) {
        at += 30_000
        const real = act.real(it, new Date(at))
        const wanted = act.model(model)
        assert.equal(real.ok ? 'done' : 'refused', wanted === 'refused' ? 'refused' : 'done', act.name)
        if (!real.ok || wanted === 'refused') continue
        it = real.conversation
        model = wanted
        coherent(it)
        assert.deepEqual(
          { over: it.state === 'closed', merged: it.mergedIntoId !== null, floor: it.floor, holder: it.assigneeId, aside: it.snoozedUntil !== null },
          model,
          act.name,
        )
      }
    }),
    { numRuns: 1500 },
  )
})

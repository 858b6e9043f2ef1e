import assert from 'node:assert/strict'
import { unfit } from '@chasqui/contracts/abilities-check'
import { OutboundContent } from '@chasqui/contracts/content'
import type { FlowDefinition } from '../../src/definition.ts'
import type { Context, Effect, Happening, RunState, Stepped } from '../../src/index.ts'
import { freshRun, heard, step } from '../../src/index.ts'
import { definitionAt } from '../../src/engine/definition-at.ts'
import { behaviourOf } from '../../src/steps/behaviours.ts'
import { press, text } from '../world.ts'
import type { Next } from './worlds.ts'

/** Playing a flow with a customer, and what has to hold after every turn, whatever came before. */

export type Played = { state: RunState; now: Date; effects: Effect[]; last: Happening }

const checkTurn = (definition: FlowDefinition, before: RunState, happening: Happening, world: Context): Stepped => {
  const frozen = JSON.stringify([definition, before])
  const turn = step(definition, before, happening, world)
  assert.equal(JSON.stringify([definition, before]), frozen, 'arguments are left alone')
  assert.deepEqual(step(definition, JSON.parse(JSON.stringify(before)) as RunState, happening, world), turn, 'the same again gives the same')
  checkEffects(turn, world)
  checkRest(definitionAt(definition, turn.state, world) ?? definition, before, happening, turn)
  return turn
}

const checkEffects = ({ state, effects }: Stepped, { abilities }: Context): void => {
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state, 'the state is plain JSON')
  for (const effect of effects) {
    if (effect.type !== 'say') continue
    assert.equal(unfit(effect.content, abilities), null, JSON.stringify(effect.content).slice(0, 300))
    assert.ok(OutboundContent.safeParse(effect.content).success, JSON.stringify(effect.content).slice(0, 300))
  }
}

/** A turn that did something leaves the run at a step that can be left, or over with an outcome. */
const checkRest = (definition: FlowDefinition, before: RunState, happening: Happening, { state, effects }: Stepped): void => {
  if (before.status === 'finished') assert.deepEqual([state, effects], [before, []], 'a finished run stays so')
  if (happening.type === 'due' && happening.token !== before.wait?.token) assert.deepEqual([state, effects], [before, []], 'a stale timer changes nothing')
  assert.equal(effects.filter((effect) => effect.type === 'ended').length, before.status !== 'finished' && state.status === 'finished' ? 1 : 0)
  if (state.token !== before.token && state.wait?.dueAt)
    assert.ok(effects.some((effect) => effect.type === 'wake' && effect.token === state.token && effect.at === state.wait?.dueAt))
  if (state.status === 'finished') return assert.ok(state.outcome && state.wait === null)
  if (state.status === 'running') return assert.equal(state.steps, 0, 'a run that has begun never stays in the middle')
  const { answer, returned } = behaviourOf(definition.nodes[state.node!]!)
  if (state.wait!.kind === 'reply') return assert.ok(answer, 'somebody listens')
  assert.ok(state.wait!.dueAt !== null && (state.wait!.kind === 'delay' || returned), 'only an answer may take for ever')
}

export const begin = (definition: FlowDefinition, world: Context): Played => {
  const happening: Happening = { type: 'start' }
  const { state, effects } = checkTurn(definition, freshRun(), happening, world)
  return { state, effects, now: world.now, last: happening }
}

/** The next turn, in the light of what was said and of the time that passes. */
export const play = (definition: FlowDefinition, world: Context, played: Played, next: Next): Played => {
  const { happening, now } = resolved(played, next)
  const { state, effects } = checkTurn(definition, played.state, happening, { ...world, now })
  return { state, effects, now, last: happening }
}

/** What a call, a recording and a link bring back. */
const everyResult = {
  status: 200,
  body: { id: 1 },
  text: 'mañana a las 17',
  file: { fileId: '019a0000-0000-7000-8000-000000000004', name: 'a.jpg', mime: 'image/jpeg', size: 1 },
}

const resolved = ({ state, now, effects, last }: Played, next: Next): { happening: Happening; now: Date } => {
  if (next === 'same_again') return { happening: last, now }
  if (next === 'result') return { happening: { type: 'returned', token: state.wait?.token ?? 0, result: everyResult }, now }
  if (next === 'event') return { happening: { type: 'happened', token: state.wait?.token ?? 0, variables: { name: 'Ana' } }, now }
  if (next === 'silence') {
    const dueAt = state.wait?.dueAt ?? null
    return { happening: { type: 'due', token: state.token }, now: dueAt === null ? now : new Date(dueAt) }
  }
  if (!('choice' in next)) return { happening: next, now }
  const choices = effects.flatMap((effect) => (effect.type === 'say' ? choicesOf(effect.content) : []))
  const chosen = choices[next.choice % Math.max(choices.length, 1)]
  return { happening: { type: 'message', message: heard(chosen ? press(chosen.id, chosen.title) : text(String(next.choice))) }, now }
}

const choicesOf = (content: OutboundContent): { id: string; title: string }[] => {
  if (content.type === 'buttons') return content.buttons
  return content.type === 'list' ? content.sections.flatMap((section) => section.rows) : []
}

/** Timers in a row after which a run is over (anew with each message that was kept meanwhile), and answers that nobody understands after which it has left its step. */
const [mostSilence, mostNonsense] = [25, 40]

/** Nobody is left with a run that nothing moves: silence ends it or comes to a question without a time-out, and nonsense leaves every question. Nothing is said by itself to whom nothing reaches. */
export const checkWaysOn = (definition: FlowDefinition, world: Context, from: Played): void => {
  const { effects } = play(definition, { ...world, isUnreachable: true }, from, 'silence')
  assert.deepEqual(
    effects.filter(({ type }) => type === 'say' || type === 'react' || type === 'typing'),
    [],
  )
  let silent = from
  for (let times = 0; silent.state.wait?.dueAt; times++) {
    assert.ok(times < mostSilence * (1 + (from.state.kept?.length ?? 0)), 'silence ends')
    silent = play(definition, world, silent, 'silence')
  }
  let lost = from
  for (let times = 0; lost.state.status === 'waiting' && lost.state.steps === from.state.steps; times++) {
    assert.ok(times < mostNonsense + mostSilence * (from.state.kept?.length ?? 0), 'a question is left after answers that mean nothing')
    lost = play(definition, world, lost, lost.state.wait!.kind === 'reply' ? { type: 'message', message: heard(text('qwxz vbnrt')) } : 'silence')
  }
}

import type { ChannelAbilities, OutboundContent, TestAct, TestDifference, TestTalk } from '@chasqui/contracts'
import type { FlowDefinition } from '../definition.ts'
import { contactAfter } from '../engine/contact-after.ts'
import { againAt, withFirstTimes, type FirstTimes } from '../engine/once.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { freshRun, type Context, type Effect, type Happening, type RunState, type Value } from '../engine/run-state.ts'
import { step } from '../engine/step.ts'
import { same } from '../life/same.ts'
import { askingStep } from '../steps/api_call/asking-step.ts'
import { type CallResult, readAnswer, readResult } from '../steps/api_call/result.ts'

/** The world in which a talk is held, but for its clock and its customer. */
export type TestWorld = Omit<Context, 'now' | 'contact'>

/** What most channels of messages carry: tests are about words and ways, not about what a button may be called on one network. */
export const commonAbilities: ChannelAbilities = {
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
  media: {},
  caption: 1024,
  templates: false,
  reactions: false,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: [],
}

/** Timers that may fire in one silence: whoever is silent for a month hears a reminder a day at most. */
const mostWakes = 100
/** Calls that one act of the customer may bring about, one after the other. */
const mostCalls = 30

/** `calls`: what the calls that are still to be made bring. */
type Held = { state: RunState; now: number; said: string[]; times: FirstTimes; contact: Context['contact']; calls: readonly (CallResult | null)[] }

/** Holds a recorded talk with a flow as it is now, and tells where it went another way. Nothing is sent or stored; the same talk always gives the same answer. */
export const holdTalk = (definition: FlowDefinition, talk: TestTalk, world: TestWorld): TestDifference[] => {
  const differences: TestDifference[] = []
  const contact = { ...talk.contact, email: null, stage: 'new' as const }
  const told = { ...world, links: 'as_sent' as const, ...(talk.isOpen !== undefined && { isOpen: talk.isOpen }) }
  const state = { ...freshRun(), variables: known(talk.given) }
  const calls = (talk.calls ?? []).map((answer) => answer && readResult(answer))
  let held: Held = { state, now: Date.parse(talk.at), said: [], times: new Map(), contact, calls }
  for (const [turn, { does, replies, variables }] of talk.turns.entries()) {
    held = act(definition, { ...held, said: [] }, does, told)
    if (replies) differences.push(...differingReplies(turn, replies, held.said))
    differences.push(...differingVariables(turn, variables ?? {}, held.state.variables))
  }
  return [...differences, ...differingEnd(talk, held.state)]
}

const act = (definition: FlowDefinition, held: Held, does: TestAct, world: TestWorld): Held => {
  if (does.type === 'waits') return pass(definition, held, does.seconds, world)
  if (does.type === 'starts') {
    const from = does.step !== undefined && Object.hasOwn(definition.nodes, does.step) ? { ...definition, start: does.step } : definition
    return happen(from, held, { type: 'start' }, world)
  }
  // Where nothing is waited for, nothing comes of it.
  if (does.type === 'happens')
    return happen(definition, held, { type: 'happened', token: held.state.wait?.token ?? 0, variables: known(does.variables) }, world)
  return happen(definition, held, { type: held.state.status === 'running' ? 'start' : 'message', message: messageOf(does) }, world)
}

/** What a customer's act is for the flow. */
const messageOf = (does: Exclude<TestAct, { type: 'starts' | 'waits' | 'happens' }>): CustomerMessage => {
  if (does.type === 'writes') return { type: 'text', text: does.text }
  if (does.type === 'presses') return { type: 'choice', text: does.title, choiceId: does.id }
  const { what, text, file, place, phone } = does
  return { type: what, text, ...(file && { file }), ...(place && { place: { ...place, words: text } }), ...(phone !== undefined && { phone }) }
}

/** Time passes, and whatever falls due in it happens at its instant. */
const pass = (definition: FlowDefinition, held: Held, seconds: number, world: TestWorld): Held => {
  const until = held.now + seconds * 1000
  let now = held
  for (let wakes = 0; wakes < mostWakes; wakes++) {
    const { wait } = now.state
    if (now.state.status !== 'waiting' || !wait?.dueAt || Date.parse(wait.dueAt) > until) break
    now = happen(definition, { ...now, now: Math.max(now.now, Date.parse(wait.dueAt)) }, { type: 'due', token: wait.token }, world)
  }
  return { ...now, now: until }
}

const happen = (definition: FlowDefinition, held: Held, happening: Happening, world: TestWorld): Held => {
  let [now, next]: [Held, Happening | null] = [held, happening]
  for (let made = 0; next !== null && made <= mostCalls; made++) [now, next] = turn(definition, now, next, world)
  return now
}

/** One turn, and what the call that it makes brings at once; without an answer the run waits for it as it would for a program that is silent. */
const turn = (
  definition: FlowDefinition,
  { state, now, said, times, contact, calls }: Held,
  happening: Happening,
  world: TestWorld,
): [Held, Happening | null] => {
  const stepped = step(definition, state, happening, { ...world, contact, now: new Date(now), again: againAt(times, now) })
  const after = {
    state: stepped.state,
    now,
    said: [...said, ...stepped.effects.flatMap(wordsOf)],
    times: withFirstTimes(times, stepped.effects, now),
    contact: contactAfter(contact, stepped.effects),
    calls,
  }
  const asked = stepped.effects.find((effect) => effect.type === 'call')
  if (!asked) return [after, null]
  const [answer, ...later] = calls
  const sample = askingStep({ definition, state: stepped.state, subflows: world.subflows })?.sample
  const result = answer === undefined && sample ? readAnswer(asked.request, sample) : (answer ?? null)
  return [{ ...after, calls: later }, result && { type: 'returned', token: asked.token, result }]
}

const known = (given: TestTalk['given'] = {}): Record<string, Value> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]): [string, Value][] => (value === null ? [] : [[name, value]])))

/** What a customer reads of what is said to them, without what can be pressed. */
export const spokenWords = (content: OutboundContent): string => {
  if ('text' in content && typeof content.text === 'string') return content.text
  if ('body' in content && typeof content.body === 'string') return content.body
  return 'caption' in content && typeof content.caption === 'string' ? content.caption : `[${content.type}]`
}

const wordsOf = (effect: Effect): string[] => (effect.type === 'say' ? [spokenWords(effect.content)] : [])

const differingReplies = (turn: number, expected: readonly string[], actual: readonly string[]): TestDifference[] =>
  Array.from({ length: Math.max(expected.length, actual.length) }, (_, at) => at).flatMap((at) => {
    const [wanted, said] = [expected[at], actual[at]]
    if (wanted !== undefined && said !== undefined && wanted.trim() === said.trim()) return []
    const what = wanted === undefined ? 'unexpected_reply' : said === undefined ? 'missing_reply' : 'reply'
    return [{ turn, what, about: String(at), expected: wanted ?? null, actual: said ?? null }]
  })

const differingVariables = (turn: number, expected: Record<string, Value | null>, actual: Record<string, Value>): TestDifference[] =>
  Object.entries(expected).flatMap(([name, wanted]) => {
    const known = Object.hasOwn(actual, name) ? actual[name]! : null
    return same(wanted, known) ? [] : [{ turn, what: 'variable', about: name, expected: wanted, actual: known }]
  })

const differingEnd = ({ ends, step: at }: TestTalk, { outcome, node }: RunState): TestDifference[] => [
  ...(ends !== undefined && ends !== outcome ? [{ turn: null, what: 'end' as const, about: 'outcome', expected: ends, actual: outcome }] : []),
  ...(at !== undefined && at !== node ? [{ turn: null, what: 'step' as const, about: 'step', expected: at, actual: node }] : []),
]

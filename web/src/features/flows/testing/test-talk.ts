import type { FlowDefinition, FlowTrigger } from '@chasqui/contracts'
import {
  chooseFlow,
  type Context,
  type CustomerMessage,
  type Effect,
  freshRun,
  type Happening,
  indexTriggers,
  type RunState,
  step,
  type TraceEntry,
  type Value,
  type Variables,
} from '@chasqui/flow'
import { contactAfter } from '@chasqui/flow/engine/contact-after'
import { againAt, type FirstTimes, withFirstTimes } from '@chasqui/flow/engine/once'
import { type CallResult, readAnswer } from '@chasqui/flow/steps/api_call/result'
import type { LinkResult } from '@chasqui/flow/steps/media/fetched'
import { type AwaitedCall, callMade } from './calls.ts'
import type { AwaitedLink } from './links.ts'

/**
 * A talk with the draft, in this browser alone: the same engine that answers customers, a customer who does not exist, and a clock that moves when told.
 * Plain data: what was said, what happened at which step, and the run as it stands.
 */
export type Said = { id: number; at: string } & (
  | { from: 'customer'; content: CustomerMessage }
  | { from: 'flow'; content: Extract<Effect, { type: 'say' }>['content'] }
)
/** What the flow did beside talking. */
export type Deed = { id: number; from: 'engine'; at: string; effect: Exclude<Effect, { type: 'say' | 'wake' | 'typing' | 'once' | 'call' | 'fetch' }> }
/** `ms`: how long the whole turn took; it stands at its first line. `trigger`: by what the flow began. */
export type Line = TraceEntry & { id: number; ms: number | null; trigger: FlowTrigger | null }
export type TestTalk = {
  run: RunState | null
  /** Where the run began, when not at the start of the flow. */
  from: string | null
  now: number
  thread: (Said | Deed)[]
  trace: Line[]
  contact: Context['contact']
  /** The customer as the tester made them, before the flow learnt anything: a test that begins anew has them again. */
  customer: Context['contact']
  /** What was once for this customer, and until when it counts. */
  times: FirstTimes
  /** Variables that were set by hand: a test that begins anew has them again. */
  given: Variables
  /** Another program that the run waits for. */
  call: AwaitedCall | null
  /** What calls brought, in the order in which they were made; null for one without an answer. */
  answers: readonly (CallResult | null)[]
  /** A file elsewhere that the run waits for. */
  link: AwaitedLink | null
  /** The message came, and nothing in the flow answers to it. */
  unheard: boolean
  count: number
}
/** `channelId`: the channel that the customer is on. `calls`: whether other programs are really called, or what they answered once is taken for their answer. */
export type World = Omit<Context, 'now' | 'contact'> & { channelId: string; measure: () => number; calls?: 'sample' | 'real' }

export const beginTalk = (now: number, contact: Context['contact'], from: string | null = null, given: Variables = {}): TestTalk => ({
  run: null,
  from,
  now,
  thread: [],
  trace: [],
  contact,
  customer: contact,
  times: new Map(),
  given,
  call: null,
  answers: [],
  link: null,
  unheard: false,
  count: 0,
})

const at = (talk: TestTalk): string => new Date(talk.now).toISOString()

/** Neither said nor done to the conversation: it shows in the run, at other programs or only while it lasts. */
const isBesideThread = (effect: Effect): effect is Extract<Effect, { type: 'wake' | 'typing' | 'once' | 'call' | 'fetch' }> =>
  ['wake', 'typing', 'once', 'call', 'fetch'].includes(effect.type)

type Beside = { trigger?: FlowTrigger | null; took?: number }

/** One turn of the run, and everything that came of it. */
const oneTurn = (talk: TestTalk, definition: FlowDefinition, happening: Happening, world: World, { trigger = null, took = 0 }: Beside): TestTalk => {
  const { measure, channelId: _, calls: __, ...known } = world
  const isStart = happening.type === 'start'
  const flow = isStart && talk.from !== null ? { ...definition, start: talk.from } : definition
  const before = measure()
  const { state, effects, trace } = step(flow, talk.run ?? { ...freshRun(), variables: talk.given }, happening, {
    ...known,
    now: new Date(talk.now),
    contact: talk.contact,
    again: againAt(talk.times, talk.now),
  })
  const ms = measure() - before + took
  let { count } = talk
  const contact = contactAfter(talk.contact, effects)
  const thread = [...talk.thread]
  for (const effect of effects) {
    if (isBesideThread(effect)) continue
    count += 1
    if (effect.type === 'say') thread.push({ id: count, from: 'flow', at: at(talk), content: effect.content })
    else thread.push({ id: count, from: 'engine', at: at(talk), effect })
  }
  const lines = trace.map((entry, index): Line => ({ ...entry, id: (count += 1), ms: index === 0 ? ms : null, trigger: index === 0 ? trigger : null }))
  const asked = effects.find((effect) => effect.type === 'call')
  const waits = state.status === 'waiting' && state.wait?.kind === 'result'
  const stillAwaited = <Awaited extends { token: number }>(before: Awaited | null) => (waits && before?.token === state.wait?.token ? before : null)
  const call = asked
    ? callMade({ definition, state, subflows: world.subflows, asked, given: { ...known, now: new Date(talk.now), contact } })
    : stillAwaited(talk.call)
  const link = stillAwaited(effects.find((effect) => effect.type === 'fetch') ?? talk.link)
  return {
    ...talk,
    run: state,
    thread,
    contact,
    times: withFirstTimes(talk.times, effects, talk.now),
    count,
    call,
    answers: asked ? [...talk.answers, null] : talk.answers,
    link,
    trace: [...talk.trace, ...lines],
  }
}

/** What an answer that was seen once brings. */
export const sampleResult = ({ request, sample }: AwaitedCall): CallResult | null => (sample ? readAnswer(request, sample) : null)

/** Another program has answered; `took`: for how long it was waited for, in ms. */
export const answerCall = (talk: TestTalk, definition: FlowDefinition, result: CallResult, world: World, took = 0): TestTalk =>
  talk.call
    ? turn({ ...talk, call: null, answers: [...talk.answers.slice(0, -1), result] }, definition, { type: 'returned', token: talk.call.token, result }, world, {
        took,
      })
    : talk

/** The file is there, or it is known why not. */
export const answerLink = (talk: TestTalk, definition: FlowDefinition, result: LinkResult, world: World): TestTalk =>
  talk.link ? turn({ ...talk, link: null }, definition, { type: 'returned', token: talk.link.token, result }, world) : talk

/** One turn; calls of other programs are answered by what was seen of them once, unless they are really to be made. */
const turn = (talk: TestTalk, definition: FlowDefinition, happening: Happening, world: World, beside: Beside = {}): TestTalk => {
  const done = oneTurn(talk, definition, happening, world, beside)
  const result = done.call && done.call !== talk.call && world.calls !== 'real' ? sampleResult(done.call) : null
  return result ? answerCall(done, definition, result, world) : done
}

const heardBy = (talk: TestTalk, message: CustomerMessage): TestTalk => ({
  ...talk,
  unheard: false,
  count: talk.count + 1,
  thread: [...talk.thread, { id: talk.count + 1, from: 'customer', at: at(talk), content: message }],
})

/** The trigger by which the draft begins, as if no other flow were there and it served the channel. */
const triggerFor = ({ triggers, priority }: FlowDefinition, message: CustomerMessage, isFirst: boolean, channelId: string): FlowTrigger | null => {
  const draft = { flowId: 'draft', name: '', priority, createdAt: 0, triggers }
  const occasion = { type: 'message', message, isFirst, isClosed: false, channelId, campaignId: null, referral: [], replyTo: null } as const
  return chooseFlow(indexTriggers([draft]), occasion, { flowId: 'draft' })?.trigger ?? null
}

/** The customer writes or presses something. Without a run under way it begins one, if a trigger of the flow says so. */
export const hear = (talk: TestTalk, definition: FlowDefinition, message: CustomerMessage, world: World): TestTalk => {
  const isFirst = !talk.thread.some(({ from }) => from === 'customer')
  const told = heardBy(talk, message)
  if (talk.run && talk.run.status !== 'finished') return turn(told, definition, { type: 'message', message }, world)
  const trigger = triggerFor(definition, message, isFirst, world.channelId)
  if (!trigger) return { ...told, unheard: true }
  return turn({ ...told, run: null, from: null }, definition, { type: 'start', message }, world, { trigger })
}

/** Begins without a word from the customer, as when a person starts the flow. */
export const start = (talk: TestTalk, definition: FlowDefinition, world: World): TestTalk =>
  turn({ ...talk, run: null, unheard: false }, definition, { type: 'start' }, world)

/** Timers that one move of the clock may set off: a flow that keeps waking itself ends by itself long before. */
const mostTimers = 100

/** Lets time pass; what falls due meanwhile happens at its time, in its order. */
export const pass = (talk: TestTalk, definition: FlowDefinition, ms: number, world: World): TestTalk => {
  const until = talk.now + ms
  let now = talk
  for (let fired = 0; fired < mostTimers; fired++) {
    const wait = now.run?.wait
    const due = wait?.dueAt ? Date.parse(wait.dueAt) : Infinity
    if (!wait || due > until || now.run?.status === 'finished') break
    now = turn({ ...now, now: Math.max(now.now, due) }, definition, { type: 'due', token: wait.token }, world)
  }
  return { ...now, now: until }
}

/** Gives a variable another value, as if a step had set it. Empty takes it away. */
export const withVariable = (talk: TestTalk, name: string, value: string): TestTalk => {
  const changed = (variables: Variables): Variables => {
    const { [name]: before, ...others } = variables
    const typed: Value = typeof before === 'number' && Number.isFinite(Number(value)) ? Number(value) : typeof before === 'boolean' ? value === 'true' : value
    return value === '' ? others : { ...others, [name]: typed }
  }
  return { ...talk, given: changed(talk.given), run: talk.run && { ...talk.run, variables: changed(talk.run.variables) } }
}

/** Makes the customer another one, from now on and for whatever begins anew. */
export const withCustomer = (talk: TestTalk, change: Partial<Context['contact']>): TestTalk => ({
  ...talk,
  contact: { ...talk.contact, ...change },
  customer: { ...talk.customer, ...change },
})

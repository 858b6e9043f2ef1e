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
} from '@chasqui/flow'
import { againAt, type FirstTimes, withFirstTimes } from '@chasqui/flow/engine/once'

/**
 * A talk with the draft, in this browser alone: the same engine that answers customers, a customer who does not exist, and a clock that moves when told.
 * Plain data: what was said, what happened at which step, and the run as it stands.
 */
export type Said = { id: number; from: 'customer' | 'flow'; at: string; content: CustomerMessage | Extract<Effect, { type: 'say' }>['content'] }
/** What the flow did beside talking. */
export type Deed = { id: number; from: 'engine'; at: string; effect: Exclude<Effect, { type: 'say' | 'wake' | 'once' }> }
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
  /** What was once for this customer, and until when it counts. */
  times: FirstTimes
  /** The message came, and nothing in the flow answers to it. */
  unheard: boolean
  count: number
}
/** `channelId`: the channel that the customer is on. */
export type World = Omit<Context, 'now' | 'contact'> & { channelId: string; measure: () => number }

export const beginTalk = (now: number, contact: Context['contact'], from: string | null = null): TestTalk => ({
  run: null,
  from,
  now,
  thread: [],
  trace: [],
  contact,
  times: new Map(),
  unheard: false,
  count: 0,
})

const at = (talk: TestTalk): string => new Date(talk.now).toISOString()

/** One turn of the run, and everything that came of it. */
const turn = (talk: TestTalk, definition: FlowDefinition, happening: Happening, world: World, trigger: FlowTrigger | null = null): TestTalk => {
  const { measure, channelId: _, ...known } = world
  const isStart = happening.type === 'start'
  const flow = isStart && talk.from !== null ? { ...definition, start: talk.from } : definition
  const before = measure()
  const { state, effects, trace } = step(flow, talk.run ?? freshRun(), happening, {
    ...known,
    now: new Date(talk.now),
    contact: talk.contact,
    again: againAt(talk.times, talk.now),
  })
  const ms = measure() - before
  let { count, contact } = talk
  const thread = [...talk.thread]
  for (const effect of effects) {
    if (effect.type === 'wake' || effect.type === 'once') continue
    count += 1
    if (effect.type === 'say') thread.push({ id: count, from: 'flow', at: at(talk), content: effect.content })
    else thread.push({ id: count, from: 'engine', at: at(talk), effect })
    if (effect.type === 'set_contact') contact = { ...contact, [effect.field]: effect.value }
  }
  const lines = trace.map((entry, index): Line => ({ ...entry, id: (count += 1), ms: index === 0 ? ms : null, trigger: index === 0 ? trigger : null }))
  return { ...talk, run: state, thread, contact, times: withFirstTimes(talk.times, effects, talk.now), count, trace: [...talk.trace, ...lines] }
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
  const occasion = { type: 'message', message, isFirst, isClosed: false, channelId, campaignId: null, referral: [] } as const
  return chooseFlow(indexTriggers([draft]), occasion, { flowId: 'draft' })?.trigger ?? null
}

/** The customer writes or presses something. Without a run under way it begins one, if a trigger of the flow says so. */
export const hear = (talk: TestTalk, definition: FlowDefinition, message: CustomerMessage, world: World): TestTalk => {
  const isFirst = !talk.thread.some(({ from }) => from === 'customer')
  const told = heardBy(talk, message)
  if (talk.run && talk.run.status !== 'finished') return turn(told, definition, { type: 'message', message }, world)
  const trigger = triggerFor(definition, message, isFirst, world.channelId)
  if (!trigger) return { ...told, unheard: true }
  return turn({ ...told, run: null, from: null }, definition, { type: 'start', message }, world, trigger)
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
  if (!talk.run) return talk
  const { [name]: _, ...others } = talk.run.variables
  const before = talk.run.variables[name]
  const typed: Value = typeof before === 'number' && Number.isFinite(Number(value)) ? Number(value) : typeof before === 'boolean' ? value === 'true' : value
  return { ...talk, run: { ...talk.run, variables: value === '' ? others : { ...others, [name]: typed } } }
}

import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { ContactStage } from '@chasqui/contracts/contact-stages'
import type { OutboundContent } from '@chasqui/contracts/content'
import type { TaskPriority } from '@chasqui/contracts/task-words'
import type { CallRequest } from '../steps/api_call/request.ts'
import type { LinkRequest } from '../steps/media/fetched.ts'
import type { StopReason } from '../safety/pace.ts'
import type { FlowDefinition } from '../definition.ts'
import type { CustomerMessage } from './heard.ts'
import type { Moment } from '../understanding/moment.ts'

/** What a variable can hold. */
export type Value = string | number | boolean
export type Variables = Record<string, Value>
/** Code points of a text that are kept. */
export const longestValue = 4096

/**
 * Why a run is over. `finished`: it came to its end; `transferred`: to a person; `closed`: with the conversation; `stopped`: the customer asked for it;
 * `silent`: the customer did not answer; `unreachable`: what it had to say would not have reached them.
 */
export type Outcome = 'finished' | 'transferred' | 'closed' | 'stopped' | 'silent' | 'unreachable'

/** What a run waits for: an answer, only time, or a result from outside. `dueAt` (ISO) is null when an answer may take for ever; `token` tells the current timer from stale ones. */
export type Wait = { kind: 'reply' | 'delay' | 'result'; token: number; dueAt: string | null; event?: AwaitedEvent }
/** What may happen to the conversation meanwhile that the run goes on by. */
export type AwaitedEvent = { type: 'tag_added' | 'tag_removed'; tags: string[] } | { type: 'stage_changed'; stages: ContactStage[] } | { type: 'webhook' }

/**
 * What the customer was last asked to choose or confirm at a step, because an answer could mean several things or has to be read back. `base` is what is
 * certain of a time so far, `about` what all choices have in common.
 */
export type Offer = { choices: Choice[]; base?: Moment; about?: string }
/** `text` says the value in words, `label` in few; `kind` is a document's; `moment` is there for what is a time and may still lack its day or hour. */
export type Choice = { id: string; text: string; label?: string; value: Value; kind?: string; moment?: Moment }

/** Another flow that a run is in: which version of it, from which step of the caller, and the caller's variables. */
export type Call = { flow: string; version: string; from: string; variables: Variables }

/** One person's way through one version of a flow, as plain JSON. `running` is only seen before the start; `finished` is for good. */
export type RunState = {
  schema: 1
  status: 'running' | 'waiting' | 'finished'
  outcome: Outcome | null
  /** The step that the run stands at or ended at. */
  node: string | null
  variables: Variables
  /** What was asked and answered, oldest first, for the person who takes over. */
  answers: { asked: string; answer: string }[]
  /** The customer's last words. */
  heard: string
  /** Invalid answers at this step so far. */
  attempts: number
  /** The flows that this run has gone into and will come back from, outermost first; absent where it is in its own. */
  calls?: Call[]
  /** Absent when nothing is offered. */
  offer?: Offer
  wait: Wait | null
  /** What the customer wrote while a result was awaited, oldest first: heard once it is there. Absent when there is nothing. */
  kept?: CustomerMessage[]
  /** The last timer token given out. */
  token: number
  /** Timers fired and results returned since the customer was last heard. */
  wakes: number
  /** Steps entered since the start. */
  steps: number
}

/** What can happen to a run. Anything that does not concern it (a stale timer, a platform's notice, a second start) leaves it as it is. */
export type Happening =
  | { type: 'start'; message?: CustomerMessage }
  | { type: 'message'; message: CustomerMessage }
  | { type: 'due'; token: number }
  /** What was asked outside is there; the result is for the step that asked. */
  | { type: 'returned'; token: number; result: unknown }
  /** What the run waited for happened, and brought these variables. */
  | { type: 'happened'; token: number; variables: Variables }
  /** The flow may not go on in this conversation: see `safety/pace.ts`. */
  | { type: 'stopped'; why: StopReason }

/** What a run may know of the world. The time and the pattern engine are passed in, so that a step can be repeated exactly. */
export type Context = {
  now: Date
  abilities: ChannelAbilities
  contact: {
    name: string | null
    phone: string | null
    email: string | null
    language: string | null
    company?: string | null
    city?: string | null
    stage?: ContactStage
    /** On whatever conversation with them; absent where no step asks for them. */
    tags?: readonly string[]
  }
  business: { name: string; country?: string }
  /** Of the business, as "es-AR": the language of the texts that the flow does not bring, and how numbers are written. */
  locale: string
  /** Of the business: the zone in which days and times are meant. */
  timeZone: string
  /** Whether a pattern of the flow's author is found in a text, in linear time; false or a throw for a pattern that cannot be read. */
  matches: (pattern: string, text: string) => boolean
  /** The E.164 number that digits are in the country of the business, null for none; where it is absent digits are taken as they are. */
  readPhone?: (digits: string) => string | null
  /** What chance depends on: the same for a run, the same for a person. Without them everybody has the same luck. */
  seeds?: { run: string; contact: string }
  /** Whether recordings can be written down. */
  transcribes?: boolean
  /** Where nothing is fetched: what a link leads to counts as sent, and its caption is what is read. */
  links?: 'as_sent'
  /** Whether somebody serves the conversation at this hour; without it, always. */
  isOpen?: boolean
  /** Messages do not reach the customer: nothing is said in this turn. */
  isUnreachable?: boolean
  /** Whether somebody serves the queues that steps ask this of; one that is not there is left out. */
  openQueues?: ReadonlyMap<string, boolean>
  /** Steps that let this contact through as for the first time no more, as `engine/once.ts` names them; without it, none. */
  again?: ReadonlySet<string>
  /** Flows that steps may go into: as they are published now, and in the version in which a run is in one. Without it there are none. */
  subflows?: { published: (flow: string) => { version: string; definition: FlowDefinition } | null; version: (version: string) => FlowDefinition | null }
}

/** What a flow may learn of a contact; a language as `pt` or `pt-BR`. */
export type ContactField = 'name' | 'email' | 'company' | 'city' | 'language'

/** Who is to do something: whoever takes it, whoever has the conversation by then, or a member of the team. */
export type TaskAssignee = { kind: 'nobody' } | { kind: 'agent' } | { kind: 'person'; id: string }

/** What has to be done, in this order. */
export type Effect =
  | { type: 'say'; content: OutboundContent }
  | { type: 'set_contact'; field: ContactField; value: string }
  /** Wake the run at this instant with `due` and this token. Earlier timers of the run are stale from now on. */
  | { type: 'wake'; at: string; token: number }
  /** Ask another program, outside of the turn, and bring its result back with `returned` and this token. */
  | { type: 'call'; token: number; request: CallRequest }
  /** Fetch and keep the file that a link leads to, outside of the turn, and bring it back with `returned` (a `LinkResult`) and this token. */
  | { type: 'fetch'; token: number; link: LinkRequest }
  /** Have a recording written down, outside of the turn, and bring its words back with `returned` (`{ text }`) and this token; in this language. */
  | { type: 'transcribe'; token: number; ref: string; language: string }
  /** Show the customer “typing…” until this instant (ISO), or until something is said: a courtesy that nothing waits for. */
  | { type: 'typing'; until: string }
  /** Hand over to a person: `note` is the author's, `summary` what the customer answered, one "question: answer" a line; `queue`: where to wait. */
  | { type: 'transfer'; note: string; summary: string; queue?: string }
  | { type: 'close'; reason: string }
  /** The customer wishes not to be written to any more; what answers them is said all the same. */
  | { type: 'opt_out' }
  /** Tags of the conversation, by name. */
  | { type: 'tag'; add: string[]; remove: string[] }
  /** How far the business has come with the customer. */
  | { type: 'stage'; stage: ContactStage }
  /** A note that only the team reads; `people` are told of it. */
  | { type: 'note'; text: string; people: string[] }
  /** Something that somebody has to do for the customer; `dueAt`: by when (ISO). */
  | { type: 'task'; title: string; details: string; assignee: TaskAssignee; dueAt: string | null; priority: TaskPriority }
  /** A reaction to the customer's last message. */
  | { type: 'react'; emoji: string }
  /** What the customer thinks of the service, from 1 to 5. */
  | { type: 'score'; score: number }
  /** The contact came through a step for the first time, which is not to happen again, or not within so many days. */
  | { type: 'once'; step: string; flow?: string; days?: number }
  /** Something that other programs may follow. */
  | { type: 'event'; name: string; data: Variables }
  /** The flow broke here and its error branch was taken: for the log, not for the customer. */
  | { type: 'fault'; code: 'endless_loop' | 'missing_step' | 'missing_flow'; node: string }
  /** The run is over; always the last effect, and always there when it ends. */
  | { type: 'ended'; outcome: Outcome }

/**
 * What happened at one step. `start` and `went_on`: it was entered. The others happened at the step at which the run stood: `answered` and `invalid` by the
 * customer, `timeout` by silence, `word` by an always-on word, `returned` by a result from outside, `error` by what broke there.
 */
export type Cause = 'start' | 'went_on' | 'answered' | 'invalid' | 'timeout' | 'word' | 'error' | 'returned'
/**
 * `answer`: the customer's words; `set`: the variables that got another value, null for one that was removed; `output`: the way out that was taken, where the
 * step has several; `flow`: the
 * other flow that the step stands in, where the run has gone into one.
 */
export type TraceEntry = { step: string; cause: Cause; answer?: string; set?: Record<string, Value | null>; output?: string; flow?: string }

/** `trace`: what happened at which step in this turn, in order, for people who follow a run and for drop-off. */
export type Stepped = { state: RunState; effects: Effect[]; trace: TraceEntry[] }

/** A run that has not begun. */
export const freshRun = (): RunState => ({
  schema: 1,
  status: 'running',
  outcome: null,
  node: null,
  variables: {},
  answers: [],
  heard: '',
  attempts: 0,
  wait: null,
  token: 0,
  wakes: 0,
  steps: 0,
})

import { contactStages, type ContactStage } from '@chasqui/contracts/contact-stages'
import type { FlowDefinition } from '../definition.ts'
import { cut } from './cut.ts'
import { definitionAt } from './definition-at.ts'
import { showNumber } from '../understanding/decimal.ts'
import { textContents } from './menu-content.ts'
import type { Phrases } from './phrases.ts'
import { phrasesFor, spokenIn } from './phrases.ts'
import type { Cause, ContactField, Context, Effect, RunState, TraceEntry, Value, Variables } from './run-state.ts'
import { longestValue } from './run-state.ts'
import { retagged } from './same-tag.ts'
import { substitute } from './substitute.ts'

/** One turn's working copy. It is made and thrown away inside `step`, and the only thing that is changed in place. */
export type Turn = {
  /** The flow of the run. */
  readonly own: FlowDefinition
  /** The flow in which it is: its own, or one that a step has gone into. */
  definition: FlowDefinition
  /** The world; the language is the one that the customer is spoken to in from now on. */
  context: Context
  /** In the customer's language. */
  phrases: Phrases
  /** In the language of the business, for the people who work there. */
  readonly notes: Phrases
  /** Contact fields learnt in this turn, which the context does not know yet. */
  readonly learnt: Partial<Record<'name' | 'email' | 'company' | 'city' | 'stage', string>>
  readonly effects: Effect[]
  readonly trace: TraceEntry[]
  state: RunState
  /** Set where there first was something to say to somebody whom messages do not reach: how it stood then, and how much had been done. */
  unsaid?: { state: RunState; effects: number; trace: number }
}

export const beginTurn = (definition: FlowDefinition, state: RunState, context: Context): Turn => ({
  own: definition,
  definition: definitionAt(definition, state, context) ?? definition,
  context,
  phrases: phrasesFor(spokenIn(context)),
  notes: phrasesFor(context.locale),
  learnt: {},
  effects: [],
  trace: [],
  state: { ...state },
})

/** What a name stands for now; built-in names come from the world, the others from the run. */
export const valueOf = ({ context, learnt, state }: Turn, name: string): Value | undefined => {
  switch (name) {
    case 'contact.name':
      return learnt.name ?? context.contact.name ?? undefined
    case 'contact.email':
      return learnt.email ?? context.contact.email ?? undefined
    case 'contact.company':
      return learnt.company ?? context.contact.company ?? undefined
    case 'contact.city':
      return learnt.city ?? context.contact.city ?? undefined
    case 'contact.stage':
      return learnt.stage ?? context.contact.stage ?? undefined
    case 'contact.tags':
      return context.contact.tags?.join(', ') || undefined
    case 'contact.phone':
      return context.contact.phone ?? undefined
    case 'contact.language':
      return context.contact.language ?? undefined
    case 'business.name':
      return context.business.name
    case 'message.text':
      return state.heard
    default:
      return Object.hasOwn(state.variables, name) ? state.variables[name] : undefined
  }
}

const filled = (turn: Turn, template: string, read: (name: string) => Value | undefined): string =>
  substitute(template, (name) => {
    const value = read(name)
    return typeof value === 'number' ? showNumber(value, turn.context.locale) : String(value ?? '')
  })

const isStage = (value: unknown): value is ContactStage => contactStages.some((stage) => stage === value)

/** What people read where a name stands: a stage has a word in each language. */
const readable = (turn: Turn, name: string, phrases: Phrases): Value | undefined => {
  const value = valueOf(turn, name)
  return name === 'contact.stage' && isStage(value) ? phrases.stages[value] : value
}

/** A text of the author with its variables filled in, as the customer reads it. */
export const fill = (turn: Turn, template: string): string => filled(turn, template, (name) => readable(turn, name, turn.phrases))

/** The same for the people of the business, in its language. */
export const fillForTeam = (turn: Turn, template: string): string => filled(turn, template, (name) => readable(turn, name, turn.notes))

/** The same for what no person reads: variables, comparisons, other programs. */
export const fillForMachine = (turn: Turn, template: string): string => filled(turn, template, (name) => valueOf(turn, name))

/** Code points of an answer that the trace keeps. */
const longestTraced = 500

/** Writes down what happens at a step; what is set from now on counts to it. */
export const trace = (turn: Turn, step: string, cause: Cause, answer?: string): void => {
  const flow = turn.state.calls?.at(-1)?.flow
  turn.trace.push({ step, cause, ...(flow !== undefined && { flow }), ...(answer !== undefined && { answer: cut(answer, longestTraced) }) })
}

/** The answer under way was something else than an answer. */
export const retrace = (turn: Turn, cause: Cause): void => {
  const last = turn.trace.at(-1)
  if (last?.cause === 'answered') last.cause = cause
}

/** The customer was heard only now: what brought their words is their answer. */
export const hearLate = (turn: Turn, step: string, text: string): void => {
  if (turn.trace.at(-1)?.cause === 'returned') turn.trace.pop()
  trace(turn, step, 'answered', text)
  turn.state = { ...turn.state, heard: cut(text, longestValue), wakes: 0 }
}

/** Sets a variable; null removes it. The variables stay the same object when nothing changes, which is how `walk` notices that it goes in circles. */
export const setVariable = (turn: Turn, name: string, value: Value | null): void => {
  const { variables } = turn.state
  const known = Object.hasOwn(variables, name)
  if (value === null ? !known : known && variables[name] === value) return
  const last = turn.trace.at(-1)
  if (last) last.set = { ...last.set, [name]: value }
  const others: Variables = Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name))
  turn.state.variables = value === null ? others : { ...others, [name]: typeof value === 'string' ? cut(value, longestValue) : value }
}

/** From now on the customer is spoken to in this language. */
export const speak = (turn: Turn, language: string): void => {
  turn.context = { ...turn.context, contact: { ...turn.context.contact, language } }
  turn.phrases = phrasesFor(spokenIn(turn.context))
}

/** Keeps something of the contact, known at once in this turn. */
export const keepOfContact = (turn: Turn, field: ContactField, value: string): void => {
  if (field === 'language') speak(turn, value)
  else turn.learnt[field] = value
  turn.effects.push({ type: 'set_contact', field, value })
}

/** Puts tags on and takes others off, known at once in this turn. */
export const retag = (turn: Turn, change: { add: string[]; remove: string[] }): void => {
  const { contact } = turn.context
  turn.context = { ...turn.context, contact: { ...contact, tags: retagged(contact.tags ?? [], change) } }
  turn.effects.push({ type: 'tag', ...change })
}

/** The answers kept for the person who takes over; older ones fall out. */
const mostAnswers = 30

/** What is asked again counts as answered the last time: a corrected address stands once, and a question that comes back keeps no list of all it has heard. */
export const noteAnswer = (turn: Turn, asked: string, answer: string): void => {
  const others = turn.state.answers.filter((one) => one.asked !== asked)
  turn.state.answers = [...others, { asked, answer: cut(answer, 500) }].slice(-mostAnswers)
}

/** Says a text of the author; nothing when it is blank. */
export const say = (turn: Turn, text: string): void => sayPlainly(turn, fill(turn, text))

/** Says a text of the engine, as it is: what a customer wrote may stand in it. */
export const sayPlainly = (turn: Turn, text: string): void => {
  for (const content of textContents(text, turn.context.abilities)) turn.effects.push({ type: 'say', content })
}

import type { ConversationState } from '@chasqui/contracts'

/** What can happen to a conversation and bears on its state. */
export const lifeActs = [
  'hear',
  'take_over',
  'hand_over',
  'hand_back',
  'drop_floor',
  'assign',
  'take',
  'transfer',
  'unassign',
  'enqueue',
  'set_pending',
  'snooze',
  'wake',
  'close',
  'merge',
  'reopen',
] as const
export type LifeAct = (typeof lifeActs)[number]

export type RefusalCode = 'conversation.closed' | 'conversation.not_closed' | 'conversation.merged'
export type Refusal = { code: RefusalCode; message: string }
const refusals: Record<RefusalCode, string> = {
  'conversation.closed': 'The conversation is closed. Reopen it first.',
  'conversation.not_closed': 'The conversation is not closed.',
  'conversation.merged': 'The conversation became part of another one.',
}
export const refusal = (code: RefusalCode): Refusal => ({ code, message: refusals[code] })

/** Where an act leads: into a state, by whether somebody has it afterwards (`held`, `free`), nowhere, or to a refusal. */
export type Outcome = ConversationState | { held: ConversationState; free: ConversationState } | 'stays' | RefusalCode
type Row = Record<ConversationState, Outcome>

const whileOpen = (outcome: Outcome): Row => ({
  new: outcome,
  bot: outcome,
  queued: outcome,
  assigned: outcome,
  active: outcome,
  pending: outcome,
  transferred: outcome,
  closed: 'conversation.closed',
})
const atWork: Outcome = { held: 'active', free: 'queued' }
const given: Outcome = { held: 'assigned', free: 'queued' }

/**
 * The life of a conversation, whole: what each act makes of each state. Everything that changes a state asks here, `docs/conversation-life.md` shows it
 * as a table, and its tests walk all of it.
 */
export const life: Record<LifeAct, Row> = {
  // The customer wrote. After the end a new conversation begins, but for thanks and answers to a survey.
  hear: { ...whileOpen('stays'), pending: atWork, closed: 'stays' },
  take_over: whileOpen(atWork),
  hand_over: whileOpen(given),
  hand_back: whileOpen('bot'),
  drop_floor: whileOpen(given),
  assign: whileOpen('assigned'),
  take: whileOpen('active'),
  // Given on by whoever had it, until the other takes it up.
  transfer: whileOpen('transferred'),
  unassign: { ...whileOpen('queued'), bot: 'bot' },
  enqueue: whileOpen('queued'),
  set_pending: whileOpen('pending'),
  snooze: whileOpen('stays'),
  wake: { ...whileOpen('stays'), closed: 'stays' },
  close: whileOpen('closed'),
  merge: { ...whileOpen('closed'), closed: 'closed' },
  reopen: {
    new: 'conversation.not_closed',
    bot: 'conversation.not_closed',
    queued: 'conversation.not_closed',
    assigned: 'conversation.not_closed',
    active: 'conversation.not_closed',
    pending: 'conversation.not_closed',
    transferred: 'conversation.not_closed',
    closed: atWork,
  },
}

export type Lived = { ok: true; state: ConversationState } | { ok: false; refusal: Refusal }

const isRefusal = (outcome: ConversationState | 'stays' | RefusalCode): outcome is RefusalCode => outcome in refusals

/** The state after an act. `held`: whether somebody has the conversation afterwards. What was merged into another never lives again. */
export const live = (act: LifeAct, { state, mergedIntoId }: { state: ConversationState; mergedIntoId: string | null }, held: boolean): Lived => {
  if (mergedIntoId !== null && act !== 'hear' && act !== 'wake') return { ok: false, refusal: refusal('conversation.merged') }
  const written = life[act][state]
  const outcome = typeof written === 'string' ? written : held ? written.held : written.free
  if (outcome === 'stays') return { ok: true, state }
  return isRefusal(outcome) ? { ok: false, refusal: refusal(outcome) } : { ok: true, state: outcome }
}

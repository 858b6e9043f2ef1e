import type { ConversationState, Floor, ServiceMetric } from '@chasqui/contracts'
import { begin, isLate, retarget, set, spentSeconds, type BusinessTime, type Clock, type ClockEnd, type Target } from './clock.ts'

/** What clocks go by of a conversation. `waits`: it waits for a person, and nobody has it. */
export type Facts = {
  state: ConversationState
  floor: Floor
  waitingSince: Date | null
  snoozedUntil: Date | null
  firstHumanReplyAt: Date | null
  waits: boolean
}
export type Targets = Record<ServiceMetric, Target | null>

export type Situation = {
  was: Facts | null
  now: Facts
  /** A person wrote to the customer in this very turn. */
  answered: boolean
  /** What it was about goes on elsewhere: nothing is owed here any more. */
  merged: boolean
  open: Clock[]
  /** Null: no service level holds here; what runs is void. */
  targets: Targets | null
  time: BusinessTime
  at: Date
  newId(): string
}
export type Ended = { clock: Clock; end: ClockEnd; spentSeconds: number }
export type Followed = { open: Clock[]; ended: Ended[] }

/**
 * What becomes of the clocks of a conversation. First response: from when a person is owed until one answers, anew after it was opened again. Next
 * response: the same for each further time that the customer waits. Resolution: from when a person is first owed until it is closed. They stand still while
 * the customer is waited for (pending, snoozed), and outside the hours.
 */
export const follow = (situation: Situation): Followed => {
  const { was, now, answered, open, targets, time, at } = situation
  const isOpen = now.state !== 'closed'
  const isPeoples = isOpen && (now.floor === 'human' || now.floor === 'nobody')
  const isHalted = now.state === 'pending' || now.snoozedUntil !== null
  const isOwed = isPeoples && !answered && (now.waits || now.waitingSince !== null)
  const isReopened = was !== null && was.state === 'closed' && isOpen
  const ended: Ended[] = []
  const kept: Clock[] = []
  const end = (clock: Clock, end: ClockEnd) => {
    const late = isLate(clock, at)
    ended.push({ clock, end: late && !(end === 'void' && situation.merged) ? 'missed' : end, spentSeconds: Math.round(spentSeconds(clock, time, at)) })
  }

  for (const before of open) {
    const target = targets?.[before.metric] ?? null
    const clock = target && isOpen ? retarget(before, target, time, at) : before
    const isAnswer = before.metric !== 'resolution'
    // What was opened again and never owed is nobody's merit.
    const wasOwed = clock.state === 'running' || clock.remainingSeconds < clock.target.seconds
    if (situation.merged) end(clock, 'void')
    else if (isAnswer && answered) end(clock, wasOwed ? 'met' : 'void')
    else if (!isOpen) end(clock, isAnswer ? 'void' : 'met')
    else if (!target || (isAnswer && !isPeoples)) end(clock, 'void')
    else kept.push(set(clock, isPeoples && !isHalted && (wasOwed || isOwed), time, at))
  }

  const wants = (metric: ServiceMetric, runs: boolean) => {
    const target = targets?.[metric]
    if (target && !situation.merged && !kept.some((clock) => clock.metric === metric))
      kept.push(begin({ id: situation.newId(), metric, target, runs: runs && !isHalted }, time, at))
  }
  const isFirst = isReopened || now.firstHumanReplyAt === null || kept.some(({ metric }) => metric === 'first_response')
  if (isPeoples && !answered && (isOwed || isReopened) && isFirst) wants('first_response', isOwed)
  // What a bot hands over waits for a person, although the bot may have had the last word.
  const comesFromBot = was !== null && (was.floor === 'flow' || was.floor === 'assistant')
  if (isOwed && !isFirst && (now.waitingSince !== null || comesFromBot)) wants('next_response', true)
  if (isPeoples && (isOwed || (isReopened && !isOwed))) wants('resolution', true)
  return { open: kept, ended }
}

/** The one that is due first; of those that stand still, the one with the least left. */
export const nearest = (open: readonly Clock[]): Clock | null =>
  open.toSorted((one, other) => {
    if (one.state !== other.state) return one.state === 'running' ? -1 : 1
    return one.state === 'running' && other.state === 'running'
      ? one.dueAt.getTime() - other.dueAt.getTime()
      : (one.remainingSeconds ?? 0) - (other.remainingSeconds ?? 0)
  })[0] ?? null

import type { ServiceMetric } from '@chasqui/contracts'

/** Opening hours as a clock that stands still while nobody is there. */
export type BusinessTime = { addBusinessTime(from: Date, seconds: number): Date | null; businessSecondsBetween(from: Date, to: Date): number }

/** Business seconds promised, and after how many of them a warning is due. */
export type Target = { seconds: number; warnSeconds: number }

/** Running, it has instants; paused, business seconds that are left (never below none). */
export type Clock = {
  id: string
  metric: ServiceMetric
  target: Target
  startedAt: Date
  warnedAt: Date | null
  breachedAt: Date | null
} & Standing
export type Standing =
  | { state: 'running'; dueAt: Date; warnAt: Date | null; remainingSeconds: null }
  | { state: 'paused'; dueAt: null; warnAt: null; remainingSeconds: number }
/** `missed`: it ended after its time; `void`: what it was for went away in time. */
export type ClockEnd = 'met' | 'missed' | 'void'

/** Business seconds used so far; more than was promised when it is late. */
export const spentSeconds = (clock: Clock, time: BusinessTime, now: Date): number =>
  clock.state === 'paused'
    ? clock.target.seconds - clock.remainingSeconds
    : now <= clock.dueAt
      ? Math.max(0, clock.target.seconds - time.businessSecondsBetween(now, clock.dueAt))
      : clock.target.seconds + time.businessSecondsBetween(clock.dueAt, now)

export const isLate = (clock: Clock, now: Date): boolean => clock.breachedAt !== null || (clock.state === 'running' && now > clock.dueAt)

/**
 * So many seconds of a target are used: when the rest of it is over. In hours that never come it stands still.
 */
const standing = (target: Target, spent: number, time: BusinessTime, now: Date): Standing => {
  const dueAt = time.addBusinessTime(now, Math.max(0, target.seconds - spent))
  if (!dueAt) return { state: 'paused', dueAt: null, warnAt: null, remainingSeconds: Math.max(0, Math.round(target.seconds - spent)) }
  return { state: 'running', dueAt, warnAt: time.addBusinessTime(now, Math.max(0, target.warnSeconds - spent)), remainingSeconds: null }
}
const stopped = (target: Target, spent: number): Standing => ({
  state: 'paused',
  dueAt: null,
  warnAt: null,
  remainingSeconds: Math.max(0, Math.round(target.seconds - spent)),
})

/** Other hours hold from an instant on: what was used until then stays used, and what was late stays late. */
export const rehour = (clock: Clock, before: BusinessTime, after: BusinessTime, at: Date): Clock => {
  if (clock.state === 'paused' || clock.dueAt <= at) return clock
  const from = at < clock.startedAt ? clock.startedAt : at
  return { ...clock, ...standing(clock.target, spentSeconds(clock, before, from), after, from) }
}

export const begin = (begun: { id: string; metric: ServiceMetric; target: Target; runs: boolean }, time: BusinessTime, now: Date): Clock => ({
  id: begun.id,
  metric: begun.metric,
  target: begun.target,
  startedAt: now,
  warnedAt: null,
  breachedAt: null,
  ...(begun.runs ? standing(begun.target, 0, time, now) : stopped(begun.target, 0)),
})

const breachOf = (clock: Clock, now: Date): Date | null => clock.breachedAt ?? (clock.state === 'running' && now > clock.dueAt ? clock.dueAt : null)

/** Runs on, or stands still; what was not different stays the same clock. One that was late stays so. */
export const set = (clock: Clock, runs: boolean, time: BusinessTime, now: Date): Clock => {
  if (runs === (clock.state === 'running')) return clock
  const spent = spentSeconds(clock, time, now)
  const next = runs ? standing(clock.target, spent, time, now) : stopped(clock.target, spent)
  return next.state === clock.state ? clock : { ...clock, breachedAt: breachOf(clock, now), ...next }
}

/** Another promise for the same thing: what was used so far is used. A longer one may take a breach back. */
export const retarget = (clock: Clock, target: Target, time: BusinessTime, now: Date): Clock => {
  if (clock.target.seconds === target.seconds && clock.target.warnSeconds === target.warnSeconds) return clock
  const spent = spentSeconds(clock, time, now)
  const late = breachOf(clock, now)
  return {
    ...clock,
    target,
    // Only another length makes early or late what was not so.
    breachedAt: target.seconds === clock.target.seconds ? late : spent > target.seconds ? (late ?? now) : null,
    warnedAt: spent < target.warnSeconds ? null : clock.warnedAt,
    ...(clock.state === 'running' ? standing(target, spent, time, now) : stopped(target, spent)),
  }
}

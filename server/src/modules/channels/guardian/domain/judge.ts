import type { GuardCause, GuardLimits } from '@chasqui/contracts'

/** What became of a day's messages; `cold`: strangers who were written to for the first time, `answered`: those of them who have written back since. */
export type GuardDay = { day: string; cold: number; answered: number; failed: number; locks: number }

export type History = { days: readonly GuardDay[]; today: string; age: number }

export type Verdict = { score: number; budget: number; causes: { cause: GuardCause; points: number }[] }

/** Strangers of whom so few say nothing about the rest. */
const fewestToTell = 10
/** Of strangers who answer, the share below which people seem not to have waited for the message. */
const goodShare = 0.3
const mostForSilence = 40
const mostForFailures = 30
const eachLock = 35

const total = (days: readonly GuardDay[], of: 'cold' | 'answered' | 'failed' | 'locks'): number => days.reduce((sum, day) => sum + day[of], 0)

/** Who was written to today has had no time to answer. */
const forSilence = (days: readonly GuardDay[]): number => {
  const [cold, answered] = [total(days, 'cold'), total(days, 'answered')]
  if (cold < fewestToTell) return 0
  return Math.round(mostForSilence * Math.max(0, 1 - answered / cold / goodShare))
}

const forFailures = (days: readonly GuardDay[]): number => {
  const [cold, failed] = [total(days, 'cold'), total(days, 'failed')]
  return cold + failed < fewestToTell ? 0 : Math.round((mostForFailures * failed) / (cold + failed))
}

/**
 * How a number fares by its last seven days, and how many strangers it may write to today. `age`: whole days since it was linked here. Networks publish no limits; these
 * are ours: slow at first, and less for a number whose messages nobody answers or that was restricted already.
 */
export const judge = ({ days, today, age }: History, { first, step, most }: Pick<GuardLimits, 'first' | 'step' | 'most'>): Verdict => {
  const causes = (
    [
      { cause: 'few_answers', points: forSilence(days.filter(({ day }) => day !== today)) },
      { cause: 'many_failures', points: forFailures(days) },
      { cause: 'account_locked', points: Math.min(100, eachLock * total(days, 'locks')) },
    ] as const
  ).filter(({ points }) => points > 0)
  const score = Math.max(0, 100 - causes.reduce((sum, { points }) => sum + points, 0))
  const ramp = Math.min(most, first + step * Math.max(0, age))
  return { score, budget: Math.floor((ramp * score) / 100), causes }
}

const firstHours = 6
const mostHours = 72

/** Hours for which strangers are left alone after the account was restricted so many times within seven days: longer each time. */
export const lockHours = (locks: number): number => Math.min(mostHours, firstHours * 2 ** Math.max(0, Math.min(locks, 10) - 1))

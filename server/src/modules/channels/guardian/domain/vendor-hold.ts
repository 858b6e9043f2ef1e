import type { HeldPart, HoldCause } from '@chasqui/contracts'

/**
 * What a vendor's word holds back: only what it forbids, and what would make its judgement worse. Answers to whoever wrote within the service window wait only where they
 * could do nothing but fail.
 */
export const partHeldBy: Record<HoldCause, HeldPart> = {
  account_banned: 'everything',
  answers_restricted: 'answers',
  begun_restricted: 'begun',
  spam_limited: 'begun',
  quality_flagged: 'marketing',
}

/** What a message is to a hold; `marketing` is begun, too. */
export type Leaving = 'answer' | 'begun' | 'marketing'

const held: Record<HeldPart, readonly Leaving[]> = {
  everything: ['answer', 'begun', 'marketing'],
  answers: ['answer'],
  begun: ['begun', 'marketing'],
  marketing: ['marketing'],
}

/** Hours for which a cause holds whose end the vendor does not tell, the n-th time in a row; null: until the vendor takes it back. Vendors publish none of these; they are ours. */
const hoursOf: Record<HoldCause, (times: number) => number | null> = {
  account_banned: () => null,
  answers_restricted: () => 24,
  begun_restricted: () => 24,
  spam_limited: (times) => Math.min(24, 2 ** (Math.min(times, 10) - 1)),
  quality_flagged: () => 24,
}

const hour = 3_600_000
/** Times with less than so much between them are in a row. */
const rowMilliseconds = 7 * 24 * hour

export type Hold = { cause: HoldCause; since: Date; until: Date | null; times: number }

export const isActive = ({ until }: Pick<Hold, 'until'>, now: Date): boolean => until === null || until > now

/** The hold that follows when a vendor tells of a cause, with its end where it tells one; null when nothing changes: it is over already, or the same that holds now. */
export const begun = (before: Hold | null, { cause, until: told }: { cause: HoldCause; until: Date | null }, now: Date): Hold | null => {
  if (told !== null && told <= now) return null
  if (before && isActive(before, now)) return told === null || before.until?.getTime() === told.getTime() ? null : { ...before, until: told }
  const isAgain = before?.until != null && now.getTime() - before.until.getTime() < rowMilliseconds
  const times = isAgain ? before.times + 1 : 1
  const hours = hoursOf[cause](times)
  return { cause, since: now, until: told ?? (hours === null ? null : new Date(now.getTime() + hours * hour)), times }
}

/** What has no end is looked at again after so long. */
const lookAgainMilliseconds = 6 * hour

/** By which of the active holds a message waits, and until when; null when it may leave. The one that ends last counts. */
export const heldBy = (holds: readonly Hold[], leaving: Leaving, now: Date): { cause: HoldCause; until: Date } | null => {
  const [last] = holds
    .filter((hold) => isActive(hold, now) && held[partHeldBy[hold.cause]].includes(leaving))
    .map(({ cause, until }) => ({ cause, until: until ?? new Date(now.getTime() + lookAgainMilliseconds), end: until?.getTime() ?? Infinity }))
    .toSorted((one, other) => other.end - one.end)
  return last ? { cause: last.cause, until: last.until } : null
}

import { z } from 'zod'
import { Instant } from './ids.ts'

/** What takes from the score of a number. */
export const GuardCause = z.enum(['few_answers', 'many_failures', 'account_locked'])
export type GuardCause = z.infer<typeof GuardCause>

const count = z.number().int().min(0)

/** Nobody may allow a linked number more: beyond this, numbers are taken away before anybody notices. The database knows the same. */
export const guardCaps = { first: 30, step: 15, most: 150, perMinute: 120 } as const
/** Slower than this nobody would wait for an answer: the pace holds for all that leaves. */
export const leastPerMinute = 6

/**
 * Strangers a day: `first` on the first one, `step` more on each that follows, `most` at most. `perMinute`: messages that may leave in a minute, to whomever, answers
 * among them; evenly spaced, so that 12 are one every five seconds.
 */
export const GuardLimits = z
  .object({
    first: count.max(guardCaps.first),
    step: count.max(guardCaps.step),
    most: count.max(guardCaps.most),
    perMinute: count.min(leastPerMinute).max(guardCaps.perMinute),
  })
  .refine(({ first, most }) => first <= most, { path: ['most'], message: 'At most is not less than on the first day.' })
  .meta({ id: 'GuardLimits' })
export type GuardLimits = z.infer<typeof GuardLimits>

/**
 * How a number fares that is linked without its network's consent, and how many strangers it may write to. A stranger is who never wrote to it; whoever did is never
 * held up.
 */
export const NumberGuard = z
  .object({
    /** 0 to 100; what is missing is among the causes. */
    score: count.max(100),
    causes: z.array(z.object({ cause: GuardCause, points: count.max(100) })),
    /** Strangers who may be written to on this day of the business, and how many were. */
    budget: z.object({ limit: count, used: count, renewsAt: Instant }),
    /** Strangers a day by whom the budget grows, before points are taken off, and the pace: of somebody's choice (`isOwn`), or the standard ones. */
    limits: z.object({ now: GuardLimits, standard: GuardLimits, isOwn: z.boolean() }),
    /** Messages to strangers that wait, up to 10,000. */
    held: count,
    /** Nobody but people who wrote first is written to until then. */
    breaker: z.object({ cause: z.literal('account_locked'), until: Instant }).nullable(),
    /** The last seven days that had any, the newest first. */
    days: z.array(z.object({ day: z.iso.date(), cold: count, answered: count, failed: count, locks: count })),
  })
  .meta({ id: 'NumberGuard' })
export type NumberGuard = z.infer<typeof NumberGuard>

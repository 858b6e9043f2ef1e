/**
 * What holds for every number that is used as a device of its account, whichever program holds the line. Nobody publishes limits; numbers that begin many conversations are
 * restricted (error 463) and then taken away, new ones first. Whoever has to write to many strangers needs the official interface.
 */

/**
 * Strangers a day and messages a minute unless a person chooses otherwise; see `modules/channels/guardian/domain/judge.ts`. A person does not write faster than this
 * for long, and what does is noticed.
 */
export const linkedNumberGuard = { first: 10, step: 5, most: 50, perMinute: 120 }

/** Seconds for which telephones show that somebody is typing: they are told anew before that, as the network's own programs do. */
export const linkedTypingSeconds = 10

export const linkedNumberPace = { perSecond: linkedNumberGuard.perMinute / 60, recipient: { burst: 3, secondsEach: 1 } }

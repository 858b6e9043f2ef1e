/**
 * Spaced releases (a leaky bucket that forfeits lost time): never more than the limit in any sliding second, also after a stall.
 * `burst` may be sent at once, then one per `secondsEach`.
 */
export type Pace = { perSecond: number; recipient: { burst: number; secondsEach: number } | null }

export type Pacer = {
  /** How many messages the account may send now, given `limit` free places. */
  allowance(now: number, limit: number): number
  /** When the account may send again, in milliseconds since the epoch. */
  nextAt(): number
  /** Takes one release of the account. */
  take(now: number): void
  /** Milliseconds this recipient has to wait; 0 takes the release. */
  recipientWait(recipient: string, now: number): number
  /** The vendor said to slow down. */
  hold(until: number): void
}

const maxRecipients = 50_000
/** Releases that may be taken together, so that one look at the outbox brings several; a tenth of a second's worth. */
const clump = (perSecond: number) => Math.max(1, Math.floor(perSecond / 10))

export const createPacer = (pace: Pace): Pacer => {
  const spacing = 1000 / pace.perSecond
  const tolerance = spacing * (clump(pace.perSecond) - 1)
  let theoretical = 0
  const recipients = new Map<string, number>()

  const free = (now: number) => Math.floor((now + tolerance - Math.max(theoretical, now)) / spacing) + 1

  return {
    allowance: (now, limit) => Math.max(0, Math.min(limit, theoretical > now + tolerance ? 0 : free(now))),
    nextAt: () => theoretical - tolerance,
    take: (now) => {
      theoretical = Math.max(theoretical, now) + spacing
    },
    recipientWait: (recipient, now) => {
      if (!pace.recipient) return 0
      const each = pace.recipient.secondsEach * 1000
      const due = Math.max(recipients.get(recipient) ?? 0, now)
      const wait = due - now - each * (pace.recipient.burst - 1)
      if (wait > 0) return wait
      recipients.delete(recipient)
      recipients.set(recipient, due + each)
      if (recipients.size > maxRecipients) recipients.delete(recipients.keys().next().value!)
      return 0
    },
    hold: (until) => {
      theoretical = Math.max(theoretical, until + tolerance)
    },
  }
}
